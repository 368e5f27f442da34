using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace KominfoBot.Bot.Attachments;

/// <summary>
/// Looks through a PDF for names of what acts by itself (ISO 32000-1, 12.6.4) or hides something, also where they are written with escapes (7.3.5) and inside
/// compressed object streams (7.5.7). Decodes nothing else and never throws on what it reads.
/// </summary>
internal static class PdfNames
{
    private const int LongestName = 64, DictionaryBytes = 2048;

    /// <summary>All object streams of a file, unpacked: 32 MB.</summary>
    private const int MostUnpacked = 32 * 1024 * 1024;

    private static readonly FrozenSet<string> acting = FrozenSet.ToFrozenSet(
        ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "ImportData", "SubmitForm", "GoToE", "Rendition", "Movie", "FileAttachment"]);

    /// <summary>The first thing in it that is not taken; null when there is none.</summary>
    public static PdfRefusal? Refuses(byte[] pdf)
    {
        var unpacked = 0;
        return Look(pdf, pdf.Length, ref unpacked, isFile: true);
    }

    private static PdfRefusal? Look(byte[] content, int length, ref int unpacked, bool isFile)
    {
        for (var at = 0; at < length; at++)
        {
            if (content[at] != (byte)'/') continue;
            var name = NameAt(content.AsSpan(0, length), at + 1);
            if (acting.Contains(name)) return new PdfRefusal(PdfFault.Active, 0, name);
            if (!isFile) continue;
            if (name == "Encrypt") return new PdfRefusal(PdfFault.Encrypted);
            if (name == "ObjStm" && Inside(content, at, ref unpacked) is { } refusal) return refusal;
        }
        return null;
    }

    private static string NameAt(ReadOnlySpan<byte> content, int at)
    {
        var name = new StringBuilder();
        for (; at < content.Length && name.Length < LongestName; at++)
        {
            var octet = content[at];
            if (octet <= ' ' || octet > '~' || "()<>[]{}/%".Contains((char)octet)) break;
            if (octet == (byte)'#' && at + 2 < content.Length && char.IsAsciiHexDigit((char)content[at + 1]) && char.IsAsciiHexDigit((char)content[at + 2]))
            {
                name.Append((char)Convert.ToInt32(Encoding.ASCII.GetString(content.Slice(at + 1, 2)), 16));
                at += 2;
            }
            else
            {
                name.Append((char)octet);
            }
        }
        return name.ToString();
    }

    /// <summary>An object stream: its dictionary stands around the name, its data behind the word "stream".</summary>
    private static PdfRefusal? Inside(byte[] pdf, int at, ref int unpacked)
    {
        var begin = pdf.AsSpan(0, at).LastIndexOf(" obj"u8);
        var keyword = pdf.AsSpan(at, Math.Min(DictionaryBytes, pdf.Length - at)).IndexOf("stream"u8);
        if (begin < 0 || at - begin > DictionaryBytes || keyword < 0) return new PdfRefusal(PdfFault.Opaque);
        var dictionary = pdf.AsSpan(begin, at + keyword - begin);
        var data = at + keyword + "stream"u8.Length;
        while (data < pdf.Length && pdf[data] is (byte)'\r' or (byte)'\n') data++;
        // Without a filter it stands there for all to read: the loop goes through it anyway.
        if (dictionary.IndexOf("/Filter"u8) < 0) return null;
        if (dictionary.IndexOf("/FlateDecode"u8) < 0 || dictionary.IndexOf("/DecodeParms"u8) >= 0 || dictionary.IndexOf("/ASCII"u8) >= 0)
            return new PdfRefusal(PdfFault.Opaque);
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(pdf, data, pdf.Length - data, writable: false), CompressionMode.Decompress);
            using var objects = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = zlib.Read(buffer)) > 0;)
            {
                if ((unpacked += read) > MostUnpacked) return new PdfRefusal(PdfFault.TooHeavy);
                objects.Write(buffer, 0, read);
            }
            return Look(objects.GetBuffer(), (int)objects.Length, ref unpacked, isFile: false);
        }
        catch (InvalidDataException)
        {
            return new PdfRefusal(PdfFault.Opaque);
        }
    }
}
