using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KominfoBot.Bot.Papers;

/// <summary>
/// Gives a PDF of rsvg-convert what that program has no option for: a title and a language, by an incremental update (ISO 32000-1, 7.5.6). What was printed
/// stays byte for byte as it was.
/// </summary>
internal static partial class PdfProperties
{
    /// <param name="language">RFC 5646 tag.</param>
    /// <returns>The same document where it is built in another way (newer versions of cairo pack these objects).</returns>
    public static byte[] Add(byte[] pdf, string title, string language)
    {
        // Latin-1 keeps bytes and characters one to one.
        var text = Encoding.Latin1.GetString(pdf);
        if (Trailer().Match(text) is not { Success: true } trailer || Number(Size(), trailer.Value) is not { } size || Number(Root(), trailer.Value) is not { } root || Number(Info(), trailer.Value) is not { } info
            || Object(text, root) is not { } catalog || Object(text, info) is not { } properties) return pdf;

        var update = new StringBuilder(text.EndsWith('\n') ? "" : "\n");
        var places = new SortedDictionary<int, int>();
        void Put(int number, string content)
        {
            places[number] = pdf.Length + update.Length;
            update.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n<<{content}>>\nendobj\n");
        }
        Put(root, $"{catalog}/Lang({language})/ViewerPreferences<</DisplayDocTitle true>>");
        Put(info, $"{properties}/Title<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}>");
        var table = pdf.Length + update.Length;
        update.Append("xref\n");
        foreach (var (number, place) in places) update.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:0000000000} 00000 n \n");
        update.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}/Root {root} 0 R/Info {info} 0 R/Prev {trailer.Groups[1].Value}>>\nstartxref\n{table}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    private static int? Number(Regex pattern, string trailer) => pattern.Match(trailer) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>What stands between the outer brackets of a dictionary.</summary>
    private static string? Object(string pdf, int number)
    {
        var at = pdf.LastIndexOf(string.Create(CultureInfo.InvariantCulture, $"\n{number} 0 obj"), StringComparison.Ordinal);
        if (at < 0) return null;
        var (from, end) = (pdf.IndexOf("<<", at, StringComparison.Ordinal), pdf.IndexOf("endobj", at, StringComparison.Ordinal));
        if (from < 0 || end < from) return null;
        var to = pdf.LastIndexOf(">>", end, StringComparison.Ordinal);
        return to > from ? pdf[(from + 2)..to] : null;
    }

    [GeneratedRegex(@"trailer\s*<<[^>]*>>\s*startxref\s+([0-9]{1,10})\s+%%EOF\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Trailer();

    [GeneratedRegex("/Size ([0-9]{1,9})", RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex("/Root ([0-9]{1,9}) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Root();

    [GeneratedRegex("/Info ([0-9]{1,9}) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Info();
}
