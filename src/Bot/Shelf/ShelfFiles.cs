using System.Buffers;
using System.Security.Cryptography;
using KominfoBot.Bot.Photos;

namespace KominfoBot.Bot.Shelf;

/// <summary>The PDFs of the office's shelf: <c>documents/ab/abc….pdf</c>, named by their content, so that the same file twice is one.</summary>
public sealed class ShelfFiles
{
    /// <summary>What the Bot API's getFile delivers at most: 20 MB.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private readonly string root;

    /// <param name="directory">The shelf's own folder, on a local disk.</param>
    public ShelfFiles(string directory)
    {
        root = Path.GetFullPath(directory);
        Durable.CreateFolder(root);
    }

    /// <summary>Where a document lies.</summary>
    /// <exception cref="ArgumentException">Not a document's hash.</exception>
    public string PathOf(string hash)
        => hash.Length == 64 && !hash.AsSpan().ContainsAnyExcept(Digits) ? Path.Combine(root, hash[..2], $"{hash}.pdf") : throw new ArgumentException("Not a document's hash.", nameof(hash));

    /// <summary>Whether these bytes say that they are a PDF (ISO 32000-1, 7.5.2: the header stands at the beginning; readers allow 1024 bytes before it).</summary>
    public static bool IsPdf(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>Keeps a document; when this returns, it survives a power cut.</summary>
    /// <exception cref="IOException">The disk refuses; nothing was kept.</exception>
    public string Store(ReadOnlySpan<byte> content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var final = PathOf(hash);
        if (new FileInfo(final) is { Exists: true } there && there.Length == content.Length) return hash;
        Durable.CreateFolder(Path.GetDirectoryName(final)!);
        var temporary = $"{final}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllBytes(temporary, content);
            Durable.SyncFile(temporary);
            Durable.Publish(temporary, final);
        }
        finally
        {
            File.Delete(temporary);
        }
        return hash;
    }
}
