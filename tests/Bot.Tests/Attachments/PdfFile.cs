using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KominfoBot.Bot.Tests.Attachments;

/// <summary>PDFs (ISO 32000-1) put together object by object.</summary>
internal static class PdfFile
{
    /// <summary>A page for each text.</summary>
    /// <param name="catalog">More entries of the document's catalog.</param>
    /// <param name="more">More objects; the first has the number 10.</param>
    public static byte[] Of(string[] pages, string catalog = "", params string[] more)
    {
        var objects = new SortedDictionary<int, string>
        {
            [1] = $"<</Type/Catalog/Pages 2 0 R{catalog}>>",
            [2] = $"<</Type/Pages/Count {pages.Length}/Kids[{string.Join(' ', pages.Select((_, index) => $"{100 + index * 2} 0 R"))}]>>",
            [3] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        };
        for (var i = 0; i < pages.Length; i++)
        {
            var drawn = pages[i].Length == 0 ? "" : $"BT /F1 12 Tf 72 720 Td ({pages[i]}) Tj ET";
            objects[100 + i * 2] = $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {101 + i * 2} 0 R>>";
            objects[101 + i * 2] = $"<</Length {drawn.Length}>>\nstream\n{drawn}\nendstream";
        }
        for (var i = 0; i < more.Length; i++) objects[10 + i] = more[i];

        var file = new StringBuilder("%PDF-1.5\n");
        var places = new Dictionary<int, int>();
        foreach (var (number, content) in objects)
        {
            places[number] = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }
        var (table, size) = (file.Length, objects.Keys.Max() + 1);
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n");
        for (var number = 1; number < size; number++)
            file.Append(places.TryGetValue(number, out var place) ? $"{place:0000000000} 00000 n \n" : "0000000000 65535 f \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>An object stream with these objects in it, packed.</summary>
    public static string ObjectStream(string inside, string filter = "/FlateDecode")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(Encoding.Latin1.GetBytes(inside));
        return $"<</Type/ObjStm/N 1/First 5/Filter{filter}/Length {packed.Length}>>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";
    }
}
