using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace KominfoBot.PublicFeed.Media;

/// <summary>Strong entity tags: hashes of the files' own bytes, so that they are the same on every machine and change only with the bytes.</summary>
internal sealed class MediaTags
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), string> known = new();

    public async ValueTask<string> Of(FileInfo file, CancellationToken cancel)
    {
        var key = (file.FullName, file.Length, file.LastWriteTimeUtc);
        if (known.TryGetValue(key, out var tag)) return tag;
        await using var bytes = file.OpenRead();
        tag = $"\"{Base64Url.EncodeToString((await SHA256.HashDataAsync(bytes, cancel)).AsSpan(0, 16))}\"";
        if (known.Count < Most) known.TryAdd(key, tag);
        return tag;
    }
}
