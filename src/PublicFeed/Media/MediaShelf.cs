using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed.Media;

/// <summary>
/// The photos' and announcements' files that were asked for lately, in memory: sending a file from the disk costs three times as much. What it holds says nothing about what may
/// be seen; that is asked of the current state each time.
/// </summary>
internal sealed class MediaShelf(IOptions<FeedOptions> options) : IDisposable
{
    /// <summary>All that is kept, in bytes: some hundred photos in all their sizes. The least recently asked for leave first.</summary>
    private const long Room = 64 * 1024 * 1024;

    /// <summary>How long a file is taken for unchanged without a look at the disk. Names hold the photo's hash, so only a repair of the folder changes one.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);

    private readonly MemoryCache files = new(new MemoryCacheOptions { SizeLimit = Room, CompactionPercentage = 0.2 });

    /// <param name="path">The whole path of the request; only such a one is found that <see cref="Read"/> was called with.</param>
    /// <returns>Null when it is not at hand, or was not looked at for a while.</returns>
    public MediaFile? AtHand(string path)
        => files.TryGetValue(path, out Kept? kept) && Stopwatch.GetElapsedTime(kept!.LookedAt) < Trust ? kept.File : null;

    /// <summary>The file, from memory when it is still the one on the disk. Null when there is none.</summary>
    public async Task<MediaFile?> Read(string path, MediaName name, CancellationToken cancel)
    {
        if (name.IsDocument && options.Value.DocumentDirectory.Length == 0) return null;
        var now = Stopwatch.GetTimestamp();
        var file = files.TryGetValue(path, out Kept? kept) && kept!.File.IsCurrent(options.Value) ? kept.File : await MediaFile.Read(name, options.Value, cancel);
        if (file is null) files.Remove(path);
        else files.Set(path, new Kept(file, now), new MemoryCacheEntryOptions { Size = file.Size + 1_024 });
        return file;
    }

    /// <summary>Whether the hash is a PDF's.</summary>
    public bool HoldsDocument(string hash) => options.Value.DocumentDirectory.Length > 0 && File.Exists(new MediaName(hash, "", "pdf").PathIn(options.Value));

    public void Dispose() => files.Dispose();

    private sealed record Kept(MediaFile File, long LookedAt);
}
