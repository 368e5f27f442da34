using System.Diagnostics;
using System.Text;
using KominfoBot.Bot.Photos;
using KominfoBot.Testing;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.Bot.Tests.Photos;

[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class VariantMakerTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly ImageTool tool = new(new ImageToolLimits(), TimeProvider.System);
    private readonly PhotoFiles files;
    private readonly VariantMaker maker;

    public VariantMakerTests()
    {
        // As hostile a folder as an operator could choose.
        files = new PhotoFiles(directory.File("-foto [dinas] 'a' $x"));
        maker = new VariantMaker(files, tool);
        Assert.Null(tool.MissingProgram());
    }

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        tool.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task A_photo_becomes_large_and_medium_as_jpeg_and_webp_and_a_card()
    {
        var (hash, variants) = await Make(Pictures.Png(2400, 1800));

        Assert.Equal(["large jpg 1600x1200", "medium jpg 800x600", "card jpg 1200x630", "large webp 1600x1200", "medium webp 800x600"], variants.Select(made => $"{made.Name} {made.Format} {made.Width}x{made.Height}"));
        foreach (var variant in variants)
        {
            var file = await File.ReadAllBytesAsync(files.Public(hash, variant.Name, variant.Format), cancel);
            Assert.Equal((variant.Bytes, variant.Width, variant.Height), (file.Length, PhotoProbe.Inspect(file).Header!.Width, PhotoProbe.Inspect(file).Header!.Height));
        }
    }

    [Fact]
    public async Task A_small_photo_is_not_blown_up_except_for_the_card()
    {
        var (_, variants) = await Make(Pictures.Png(300, 200));
        Assert.Equal(["large 300x200", "medium 300x200", "card 1200x630"], Sizes(variants));
    }

    [Fact]
    public async Task A_single_pixel_and_a_hair_are_photos_too()
    {
        Assert.Equal(["large 1x1", "medium 1x1", "card 1200x630"], Sizes((await Make(Pictures.Png(1, 1))).Variants));
        Assert.Equal(["large 1600x1", "medium 800x1", "card 1200x1"], Sizes((await Make(Pictures.Png(20000, 2))).Variants));
    }

    [Fact]
    public async Task Sixteen_bits_and_transparency_become_plain_and_white()
    {
        Assert.Equal("large 64x48", Sizes((await Make(Pictures.Png16(64, 48))).Variants)[0]);
        var (hash, _) = await Make(Pictures.PngWithAlpha(64, 48));
        foreach (var format in (string[])["jpg", "webp"])
        {
            Assert.True(await Brightness(files.Public(hash, "large", format), 5, 24) > 250);
            Assert.True(await Brightness(files.Public(hash, "large", format), 60, 24) < 5);
        }
        Assert.Equal("3", (await Output("vipsheader", "-f", "bands", files.Public(hash, "large", "webp"))).Trim());
    }

    [Fact]
    public async Task A_cmyk_jpeg_and_a_webp_become_rgb_jpeg()
    {
        var png = directory.File("in.png");
        await File.WriteAllBytesAsync(png, Pictures.Png(300, 200), cancel);
        await Vips("colourspace", png, directory.File("cmyk.jpg"), "cmyk");
        await Vips("copy", png, directory.File("in.webp"));
        Assert.Equal("large 300x200", Sizes((await Make(await File.ReadAllBytesAsync(directory.File("in.webp"), cancel))).Variants)[0]);
        var (hash, variants) = await Make(await File.ReadAllBytesAsync(directory.File("cmyk.jpg"), cancel));
        Assert.Equal("large 300x200", Sizes(variants)[0]);
        Assert.Equal("3", (await Output("vipsheader", "-f", "bands", files.Public(hash, "large", "jpg"))).Trim());
    }

    /// <summary>The picture's upper left quarter is bright; written with each orientation, it must come out upright: bright where Exif 2.32 says.</summary>
    [Theory]
    [InlineData((ushort)1, false, false, false), InlineData((ushort)2, false, true, false), InlineData((ushort)3, false, true, true), InlineData((ushort)4, false, false, true)]
    [InlineData((ushort)5, true, false, false), InlineData((ushort)6, true, true, false), InlineData((ushort)7, true, true, true), InlineData((ushort)8, true, false, true)]
    [InlineData((ushort)0, false, false, false), InlineData((ushort)9, false, false, false), InlineData((ushort)65535, false, false, false)]
    public async Task Every_orientation_comes_out_upright_and_its_tag_is_gone(ushort orientation, bool turned, bool right, bool bottom)
    {
        // Landscape and, where a phone writes it, portrait.
        (int, int)[] formats = orientation is 1 or 6 or 8 ? [(400, 200), (200, 400)] : [(400, 200)];
        foreach (var (width, height) in formats)
        {
            var jpeg = await Jpeg(Pictures.Png(width, height, (x, y) => x < width / 2 && y < height / 2 ? ((byte)255, (byte)255, (byte)255) : ((byte)0, (byte)0, (byte)0)));

            var (hash, variants) = await Make(Pictures.WithSegment(jpeg, 0xE1, Pictures.Exif(orientation)));

            var (w, h) = turned ? (height, width) : (width, height);
            var large = files.Public(hash, "large", "jpg");
            Assert.Equal((w, h), (variants[0].Width, variants[0].Height));
            Assert.True(await Brightness(large, right ? w * 3 / 4 : w / 4, bottom ? h * 3 / 4 : h / 4) > 200);
            Assert.True(await Brightness(large, right ? w / 4 : w * 3 / 4, bottom ? h / 4 : h * 3 / 4) < 50);
            Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(large, cancel)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_but_the_picture_survives()
    {
        var jpeg = await Jpeg(Pictures.Png(400, 300));
        var secret = "RAHASIA"u8.ToArray();
        jpeg = Pictures.WithSegment(jpeg, 0xFE, secret);
        jpeg = Pictures.WithSegment(jpeg, 0xED, [.. "Photoshop 3.0\0"u8, .. secret]);
        jpeg = Pictures.WithSegment(jpeg, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"u8, .. secret]);
        jpeg = Pictures.WithSegment(jpeg, 0xE1, Pictures.Exif(6));
        var png = Pictures.Png(400, 300);
        png = [.. png[..33], .. Pictures.PngChunk("tEXt", [.. "Author\0"u8, .. secret]), .. png[33..]];
        var tail = "%PDF-1.7 RAHASIA PK\x03\x04RAHASIA <html><script>RAHASIA</script> <?php RAHASIA ?>\n#!/bin/sh\nRAHASIA";
        foreach (var picture in (byte[][])[jpeg, png])
        {
            var (hash, variants) = await Make([.. picture, .. Encoding.Latin1.GetBytes(tail)]);
            foreach (var variant in variants)
            {
                var made = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(files.Public(hash, variant.Name, variant.Format), cancel));
                foreach (var trace in (string[])["RAHASIA", "GPS", "HP1", "Exif", "xmp", "Photoshop", "%PDF", "PK\x03\x04", "<script", "<?php"])
                    Assert.DoesNotContain(trace, made, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>The end is there, the middle is not: libvips would fill it with grey.</summary>
    [Fact]
    public async Task A_picture_with_a_hole_is_refused_not_filled_with_grey()
    {
        var jpeg = await Jpeg(Pictures.Png(600, 400));
        var png = Pictures.Png(600, 400);
        byte[] hollow = [.. png[..33], .. Pictures.PngChunk("IDAT", png[41..(png.Length / 2)]), .. Pictures.PngEnd];
        foreach (var holed in (byte[][])[[.. jpeg[..(jpeg.Length / 2)], 0xFF, 0xD9], hollow])
            Assert.Equal(ImageFailure.Unreadable, (await Assert.ThrowsAsync<ImageToolException>(() => Make(holed))).Failure);
        Assert.Empty(Published());
    }

    [Fact]
    public async Task Headers_without_a_picture_are_unreadable()
    {
        byte[][] hollow = [Pictures.JpegFrame(100, 100), [.. Pictures.PngSignature, .. Pictures.PngHeader(100, 100), .. Pictures.PngEnd], Convert.FromHexString("524946461c0000005745425056503820180000003001009d012a0a00140003003425a400")];
        foreach (var file in hollow)
            Assert.Equal(ImageFailure.Unreadable, (await Assert.ThrowsAsync<ImageToolException>(() => Make(file))).Failure);
        Assert.Empty(Published());
    }

    [Fact]
    public async Task A_picture_that_unpacks_to_a_flood_is_bounded()
    {
        // 200 MB of text in 200 KB; what becomes of it is the decoder's choice, the memory is not.
        var png = Pictures.Png(40, 30);
        byte[] bomb = [.. png[..33], .. Pictures.PngChunk("zTXt", [.. "a\0\0"u8, .. Pictures.Deflated(new byte[200_000_000])]), .. png[33..]];
        var began = Stopwatch.GetTimestamp();
        try
        {
            await Make(bomb);
        }
        catch (ImageToolException error)
        {
            Assert.NotEqual(ImageFailure.Crashed, error.Failure);
        }
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Too_little_memory_or_time_stops_the_child_and_nothing_else()
    {
        var hash = await Store(Pictures.Png(3000, 2000));
        using var poor = new ImageTool(new ImageToolLimits { MemoryBytes = 60_000_000 }, TimeProvider.System);
        var memory = await Assert.ThrowsAsync<ImageToolException>(() => new VariantMaker(files, poor).Make(hash, "png", 3000, 2000, cancel));
        Assert.NotEqual(ImageFailure.DiskFull, memory.Failure);

        using var hasty = new ImageTool(new ImageToolLimits { WallClock = TimeSpan.FromMilliseconds(5) }, TimeProvider.System);
        var time = await Assert.ThrowsAsync<ImageToolException>(() => new VariantMaker(files, hasty).Make(hash, "png", 3000, 2000, cancel));
        Assert.Equal(ImageFailure.Crashed, time.Failure);
        Assert.Empty(Published());
        Assert.Empty(Directory.GetDirectories(Path.Combine(directory.File("-foto [dinas] 'a' $x"), "work")));
    }

    [Theory]
    [InlineData("kill -SEGV $$", ImageFailure.Crashed)]
    [InlineData("kill -KILL $$", ImageFailure.Crashed)]
    [InlineData("while :; do :; done", ImageFailure.TooHeavy)]
    [InlineData("echo 'unable to write: No space left on device' >&2; exit 1", ImageFailure.DiskFull)]
    [InlineData("yes 'warning: damaged' | head -c 5000000 >&2; exit 1", ImageFailure.Unreadable)]
    [InlineData("[ -z \"$SECRET_OF_THE_BOT$HOME\" ] && exit 1; kill -KILL $$", ImageFailure.Unreadable)]
    [InlineData("echo 'Premature end of JPEG file' >&2", ImageFailure.Unreadable)]
    [InlineData("exit 0", ImageFailure.Crashed)]
    [InlineData("exit 3", ImageFailure.ToolMissing)]
    public async Task Each_end_of_the_child_has_its_class(string script, ImageFailure failure)
    {
        Environment.SetEnvironmentVariable("SECRET_OF_THE_BOT", "x");
        using var fake = new ImageTool(new ImageToolLimits { CpuSeconds = 1 }, TimeProvider.System, FakeWorker.In(directory.Path, script).Program);
        var hash = await Store(Pictures.Png(40, 30));
        Assert.Equal(failure, (await Assert.ThrowsAsync<ImageToolException>(() => new VariantMaker(files, fake).Make(hash, "png", 40, 30, cancel))).Failure);
    }

    [Fact]
    public async Task Without_prlimit_it_says_so()
    {
        using var none = new ImageTool(new ImageToolLimits(), TimeProvider.System, path: directory.Path);
        Assert.Equal("prlimit", none.MissingProgram());
        var hash = await Store(Pictures.Png(40, 30));
        Assert.Equal(ImageFailure.ToolMissing, (await Assert.ThrowsAsync<ImageToolException>(() => new VariantMaker(files, none).Make(hash, "png", 40, 30, cancel))).Failure);
    }

    [Fact]
    public async Task An_original_that_is_not_there_is_named_as_such()
        => Assert.Equal(ImageFailure.OriginalMissing, (await Assert.ThrowsAsync<ImageToolException>(() => maker.Make(new string('a', 64), "jpg", 1, 1, cancel))).Failure);

    private async Task<string> Store(byte[] picture) => (await files.Store(new MemoryStream(picture), null, cancel)).Photo!.Hash;

    private async Task<(string Hash, List<PhotoVariant> Variants)> Make(byte[] picture)
    {
        var intake = await files.Store(new MemoryStream(picture), null, cancel);
        Assert.Null(intake.Refusal);
        var (hash, header) = (intake.Photo!.Hash, intake.Photo.Header);
        return (hash, (await maker.Make(hash, header.Format, header.Width, header.Height, cancel)).Variants);
    }

    private static string[] Sizes(List<PhotoVariant> variants) => [.. variants.Where(made => made.Format == "jpg").Select(made => $"{made.Name} {made.Width}x{made.Height}")];

    private string[] Published() => Directory.GetFiles(Path.Combine(directory.File("-foto [dinas] 'a' $x"), "public"), "*", SearchOption.AllDirectories);

    private async Task<byte[]> Jpeg(byte[] png)
    {
        await File.WriteAllBytesAsync(directory.File("in.png"), png, cancel);
        await Vips("copy", directory.File("in.png"), directory.File("in.jpg") + "[Q=90,strip]");
        return await File.ReadAllBytesAsync(directory.File("in.jpg"), cancel);
    }

    private static async Task<double> Brightness(string file, int x, int y)
        => double.Parse((await Output("vips", "getpoint", file, $"{x}", $"{y}")).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static Task<string> Vips(params string[] arguments) => Output("vips", arguments);

    private static async Task<string> Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }
}
