using System.Diagnostics;
using System.Security.Cryptography;
using KominfoBot.Bot.Photos;
using KominfoBot.Testing;

namespace KominfoBot.Bot.Tests.Photos;

public sealed class PhotoFilesTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_photo_is_kept_whole_under_the_hash_of_its_bytes()
    {
        var files = new PhotoFiles(directory.Path);
        var png = Pictures.Png(40, 30);

        var photo = (await files.Store(new MemoryStream(png), png.Length, cancel)).Photo!;

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(png)), photo.Hash);
        Assert.Equal(new StoredPhoto(photo.Hash, new PhotoHeader("png", 40, 30), png.Length), photo);
        Assert.Equal(directory.File("originals", photo.Hash[..2], photo.Hash + ".png"), files.Original(photo.Hash, "png"));
        Assert.Equal(png, await File.ReadAllBytesAsync(files.Original(photo.Hash, "png"), cancel));
        Assert.Equal([files.Original(photo.Hash, "png")], AllFiles());
    }

    [Fact]
    public async Task The_same_photo_twice_is_kept_once_and_not_written_again()
    {
        var files = new PhotoFiles(directory.Path);
        var png = Pictures.Png(40, 30);
        var first = await files.Store(new MemoryStream(png), null, cancel);
        var path = files.Original(first.Photo!.Hash, "png");
        var long_ago = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, long_ago);

        var second = await files.Store(new MemoryStream(png), null, cancel);

        Assert.Equal(first, second);
        Assert.Equal(long_ago, File.GetLastWriteTimeUtc(path));
        Assert.Single(AllFiles());
    }

    [Fact]
    public async Task An_album_with_the_same_photo_many_times_at_once_keeps_it_once()
    {
        var files = new PhotoFiles(directory.Path);
        var png = Pictures.Png(200, 200);
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => files.Store(new MemoryStream(png), null, cancel)));
        Assert.Single(all.Distinct());
        Assert.Equal(png, await File.ReadAllBytesAsync(Assert.Single(AllFiles()), cancel));
    }

    [Fact]
    public async Task A_file_cut_short_by_a_dying_disk_is_replaced_by_the_whole()
    {
        var files = new PhotoFiles(directory.Path);
        var png = Pictures.Png(40, 30);
        var path = files.Original((await files.Store(new MemoryStream(png), null, cancel)).Photo!.Hash, "png");
        await File.WriteAllBytesAsync(path, png[..20], cancel);
        await files.Store(new MemoryStream(png), null, cancel);
        Assert.Equal(png, await File.ReadAllBytesAsync(path, cancel));
    }

    [Fact]
    public async Task The_content_names_the_format_whatever_it_was_called()
        => Assert.Equal("jpg", (await new PhotoFiles(directory.Path).Store(new MemoryStream(Pictures.JpegFrame(10, 10)), null, cancel)).Photo!.Header.Format);

    [Fact]
    public async Task A_refused_file_leaves_nothing()
    {
        var files = new PhotoFiles(directory.Path);
        Assert.Equal(PhotoRefusal.NotAnImage, (await files.Store(new MemoryStream("%PDF-1.7"u8.ToArray()), null, cancel)).Refusal);
        Assert.Equal(PhotoRefusal.Empty, (await files.Store(Stream.Null, null, cancel)).Refusal);
        Assert.Empty(AllFiles());
    }

    [Fact]
    public async Task More_than_was_announced_is_refused_without_reading_on()
    {
        var files = new PhotoFiles(directory.Path);
        var png = Pictures.Png(200, 200);
        var stream = new MemoryStream(png);
        Assert.Equal(PhotoRefusal.TooManyBytes, (await files.Store(stream, png.Length - 1, cancel)).Refusal);
        stream = new MemoryStream([.. png, .. new byte[1_000_000]]);
        Assert.Equal(PhotoRefusal.TooManyBytes, (await files.Store(stream, png.Length, cancel)).Refusal);
        Assert.Equal(png.Length + 1, stream.Position);
        Assert.Empty(AllFiles());
    }

    [Fact]
    public async Task Twenty_megabytes_are_taken_and_one_byte_more_is_not()
    {
        var files = new PhotoFiles(directory.Path);
        var png = Pictures.Png(4, 4);
        byte[] largest = [.. png, .. new byte[PhotoFiles.MaxBytes - png.Length]];
        Assert.Equal(PhotoFiles.MaxBytes, (await files.Store(new MemoryStream(largest), null, cancel)).Photo!.Bytes);
        Assert.Equal(PhotoRefusal.TooManyBytes, (await files.Store(new MemoryStream([.. largest, 0]), null, cancel)).Refusal);
        Assert.Equal(PhotoRefusal.TooManyBytes, (await files.Store(Stream.Null, PhotoFiles.MaxBytes + 1, cancel)).Refusal);
        Assert.Single(AllFiles());
    }

    [Fact]
    public async Task A_stream_that_breaks_off_leaves_nothing()
    {
        var files = new PhotoFiles(directory.Path);
        await Assert.ThrowsAsync<EndOfStreamException>(() => files.Store(new BrokenStream(Pictures.Png(40, 30)[..50]), null, cancel));
        Assert.Empty(AllFiles());
        Assert.Empty(Directory.GetDirectories(directory.File("work")));
    }

    [Fact]
    public async Task A_full_disk_is_told_and_leaves_nothing()
    {
        var mounted = directory.File("small");
        Directory.CreateDirectory(mounted);
        Assert.SkipUnless(await Succeeds("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", mounted), "A small file system can be mounted only by root.");
        try
        {
            var files = new PhotoFiles(mounted);
            await Assert.ThrowsAsync<PhotoDiskFullException>(() => files.Store(new MemoryStream([.. Pictures.Png(4, 4), .. new byte[1_000_000]]), null, cancel));
            Assert.Empty(Directory.GetFiles(mounted, "*", SearchOption.AllDirectories));

            var small = Pictures.Png(40, 30);
            Assert.NotNull((await files.Store(new MemoryStream(small), null, cancel)).Photo);
        }
        finally
        {
            Assert.True(await Succeeds("umount", mounted));
        }
    }

    [Fact]
    public async Task What_a_crash_left_in_the_making_is_swept_at_the_next_start_and_was_never_visible()
    {
        var left = directory.File("work", "0123");
        Directory.CreateDirectory(left);
        await File.WriteAllBytesAsync(Path.Combine(left, "original"), Pictures.Png(40, 30), cancel);
        await File.WriteAllBytesAsync(Path.Combine(left, "alive"), [], cancel);
        Assert.False(Directory.Exists(directory.File("originals")));

        _ = new PhotoFiles(directory.Path);

        Assert.Empty(Directory.GetFileSystemEntries(directory.File("work")));
        Assert.Empty(AllFiles());
    }

    [Fact]
    public async Task A_second_process_sweeps_nothing_that_is_still_in_the_making()
    {
        var files = new PhotoFiles(directory.Path);
        var png = Pictures.Png(40, 30);
        var slow = new SlowStream(png);
        var storing = files.Store(slow, null, cancel);
        await slow.Reached;

        _ = new PhotoFiles(directory.Path);
        slow.Continue();

        Assert.Equal(png, await File.ReadAllBytesAsync(files.Original((await storing).Photo!.Hash, "png"), cancel));
    }

    [Theory]
    [InlineData("../../../../etc/passwd"), InlineData("ABCD"), InlineData("")]
    public void Only_a_hash_becomes_a_path(string hash)
    {
        var files = new PhotoFiles(directory.Path);
        Assert.Throws<ArgumentException>(() => files.Original(hash, "jpg"));
        Assert.Throws<ArgumentException>(() => files.Public(hash, "large", "jpg"));
    }

    private string[] AllFiles() => Directory.GetFiles(directory.Path, "*", SearchOption.AllDirectories);

    private static async Task<bool> Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0;
    }

    /// <summary>Gives some bytes, then fails as a cut connection does.</summary>
    private sealed class BrokenStream(byte[] some) : MemoryStream(some)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new EndOfStreamException();
    }

    /// <summary>Gives its bytes, then waits before it ends.</summary>
    private sealed class SlowStream(byte[] all) : MemoryStream(all)
    {
        private readonly TaskCompletionSource reached = new(), go = new();

        public Task Reached => reached.Task;

        public void Continue() => go.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (await base.ReadAsync(buffer, cancellationToken) is > 0 and var read) return read;
            reached.TrySetResult();
            await go.Task;
            return 0;
        }
    }
}
