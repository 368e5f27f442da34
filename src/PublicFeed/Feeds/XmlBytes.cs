using System.Text;
using System.Xml;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>An XML document as UTF-8 bytes: no byte order mark, no DOCTYPE, line ends as they are, forbidden characters refused.</summary>
internal static class XmlBytes
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = true,
        Indent = true,
        IndentChars = "",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
    };

    public static byte[] Of(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream(64 * 1024);
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }
        return bytes.ToArray();
    }
}
