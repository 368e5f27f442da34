using System.IO.Compression;
using System.Xml;

namespace KominfoBot.Bot.Releases;

/// <summary>A link from one file of a package to another, or out of it.</summary>
internal readonly record struct PackageLink(string Kind, string Target, bool IsOutside);

/// <summary>
/// The files of a Word document (ECMA-376 part 2), opened only after the package's directory was judged. Nothing outside is ever opened, nothing nested is
/// unpacked, and no file gives more than its limit.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    private const string DocumentKind = "officeDocument";

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    private DocxPackage(ZipArchive archive)
    {
        this.archive = archive;
        foreach (var entry in archive.Entries)
            if (!parts.TryAdd(entry.FullName, entry)) throw new ReleaseRefusedException(ReleaseFault.Broken, 0, entry.FullName);
        var links = Links("");
        MainPart = links.Values.FirstOrDefault(link => link is { Kind: DocumentKind, IsOutside: false }).Target is { Length: > 0 } named && parts.ContainsKey(named) ? named
            : parts.ContainsKey("word/document.xml") ? "word/document.xml" : throw new ReleaseRefusedException(ReleaseFault.NotWord);
        if (!MainPart.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) throw new ReleaseRefusedException(ReleaseFault.NotWord, 0, MainPart);
    }

    /// <summary>The place of the text.</summary>
    public string MainPart { get; }

    /// <param name="file">Seekable; stays open.</param>
    /// <exception cref="ReleaseRefusedException">Not a document, or one that is not opened.</exception>
    public static DocxPackage Open(Stream file)
    {
        Judge(PackageDirectory.Read(file));
        file.Position = 0;
        var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            return new DocxPackage(archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>A file of XML; null when there is none of that name. Its names are capped, its depth is the reader's to watch.</summary>
    public XmlReader? OpenXml(string part)
    {
        if (!parts.TryGetValue(part, out var entry)) return null;
        var stream = new GuardedPart(entry.Open(), ReleaseLimits.MaxXmlBytes, ReleaseFault.TextTooLarge, part, isXml: true);
        return XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new CappedNames(),
        });
    }

    /// <summary>Any file, to be read once; null when there is none of that name.</summary>
    public Stream? Open(string part, long limit)
        => parts.TryGetValue(part, out var entry) ? new GuardedPart(entry.Open(), limit, ReleaseFault.Bomb, part, isXml: false) : null;

    /// <summary>Where a file's references lead, by their ids; of the package itself for an empty name.</summary>
    public IReadOnlyDictionary<string, PackageLink> Links(string part)
    {
        var folder = part.Contains('/') ? part[..(part.LastIndexOf('/') + 1)] : "";
        using var xml = OpenXml($"{folder}_rels/{part[folder.Length..]}.rels");
        var links = new Dictionary<string, PackageLink>(StringComparer.Ordinal);
        if (xml is null) return links;
        while (xml.Read())
        {
            if (xml.Depth > ReleaseLimits.MaxDepth || links.Count > ReleaseLimits.MaxEntries * 10) throw new ReleaseRefusedException(ReleaseFault.Broken, 0, part);
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target) continue;
            var kind = xml.GetAttribute("Type") ?? "";
            var outside = string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            links[id] = new PackageLink(kind[(kind.LastIndexOf('/') + 1)..], outside ? target : Within(folder, target), outside);
        }
        return links;
    }

    public void Dispose() => archive.Dispose();

    /// <summary>The directory tells most of what is wrong with a package before a byte of it is unpacked.</summary>
    private static void Judge(List<PackageEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (IsUnsafe(entry.Name)) throw new ReleaseRefusedException(ReleaseFault.UnsafeName, 0, entry.Name);
            if (entry.Encrypted) throw new ReleaseRefusedException(ReleaseFault.Encrypted);
            if (Path.GetFileName(entry.Name) is var name && (name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase) || name.StartsWith("vbaData", StringComparison.OrdinalIgnoreCase)))
                throw new ReleaseRefusedException(ReleaseFault.Macros, 0, entry.Name);
            if (entry.Unpacked > 1024 * 1024 && entry.Unpacked > entry.Packed * ReleaseLimits.MaxRatio)
                throw new ReleaseRefusedException(ReleaseFault.Bomb, entry.Unpacked, entry.Name);
        }
        if (entries.Sum(entry => entry.Unpacked) is var all && all > ReleaseLimits.MaxUnpackedBytes) throw new ReleaseRefusedException(ReleaseFault.Unpacks, all);
        if (entries.Exists(entry => entry.Name == "mimetype") && entries.Exists(entry => entry.Name == "content.xml")) throw new ReleaseRefusedException(ReleaseFault.OpenDocument);
        if (!entries.Exists(entry => entry.Name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase))) throw new ReleaseRefusedException(ReleaseFault.NotWord);
    }

    private static bool IsUnsafe(string name)
        => name.Length == 0 || name[0] == '/' || name.Contains('\\') || name.Contains(':') || name.AsSpan().ContainsAnyInRange('\0', '\u001F') || name.Split('/').Any(step => step is ".." or ".");

    /// <summary>A target as a name in the package; empty when it leads out of it.</summary>
    private static string Within(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".") continue;
            if (step != "..") steps.Add(step);
            else if (steps.Count == 0) return "";
            else steps.RemoveAt(steps.Count - 1);
        }
        return string.Join('/', steps);
    }

    /// <summary>A document that brings its own names by the thousand is no document.</summary>
    private sealed class CappedNames : NameTable
    {
        private int count;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Take(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Take(base.Add(key));

        private string Take(string name) => ++count <= ReleaseLimits.MaxNames ? name : throw new ReleaseRefusedException(ReleaseFault.Broken);
    }
}
