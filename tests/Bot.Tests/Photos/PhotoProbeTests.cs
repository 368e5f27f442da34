using System.Text;
using KominfoBot.Bot.Photos;
using KominfoBot.Testing;

namespace KominfoBot.Bot.Tests.Photos;

public sealed class PhotoProbeTests
{
    [Fact]
    public void A_png_tells_its_size() => Accepts(Pictures.Png(40, 30), "png", 40, 30);

    [Fact]
    public void A_jpeg_tells_its_size() => Accepts(Pictures.JpegFrame(4000, 3000), "jpg", 4000, 3000);

    [Fact]
    public void A_progressive_jpeg_tells_its_size() => Accepts(Pictures.JpegFrame(4000, 3000, 0xC2), "jpg", 4000, 3000);

    [Theory]
    [InlineData("524946461c0000005745425056503820180000003001009d012a0a00140003003425a400", 10, 20)] // VP8
    [InlineData("524946461d0000005745425056503858180000001000000009000013000000000000000000", 10, 20)] // VP8X
    [InlineData("524946461d000000574542505650384c180000002f09c00400000000000000000000000000", 10, 20)] // VP8L
    public void A_webp_tells_its_size(string hex, int width, int height) => Accepts(Convert.FromHexString(hex), "webp", width, height);

    [Fact]
    public void Forty_million_pixels_are_taken_and_one_row_more_is_not()
    {
        Accepts(Pictures.JpegFrame(8000, 5000), "jpg", 8000, 5000);
        Refuses(PhotoRefusal.TooManyPixels, Pictures.JpegFrame(8000, 5001));
    }

    [Fact]
    public void A_header_that_promises_a_flood_of_pixels_is_refused_unread()
    {
        Refuses(PhotoRefusal.TooManyPixels, [.. Pictures.PngSignature, .. Pictures.PngHeader(65535, 65535), .. Pictures.PngEnd]);
        Refuses(PhotoRefusal.TooManyPixels, [.. Pictures.PngSignature, .. Pictures.PngHeader(int.MaxValue, int.MaxValue), .. Pictures.PngEnd]);
        Refuses(PhotoRefusal.TooManyPixels, Pictures.JpegFrame(65500, 65500));
    }

    [Theory]
    [InlineData(0, 30), InlineData(30, 0), InlineData(-1, 30), InlineData(int.MinValue, 30)]
    public void A_png_of_no_size_is_broken(int width, int height) => Refuses(PhotoRefusal.Broken, [.. Pictures.PngSignature, .. Pictures.PngHeader(width, height), .. Pictures.PngEnd]);

    [Fact]
    public void A_jpeg_of_no_height_is_broken() => Refuses(PhotoRefusal.Broken, Pictures.JpegFrame(100, 0));

    [Fact]
    public void Nothing_and_next_to_nothing_are_refused()
    {
        Refuses(PhotoRefusal.Empty, []);
        Refuses(PhotoRefusal.NotAnImage, [0]);
        Refuses(PhotoRefusal.NotAnImage, [0xFF]);
        Refuses(PhotoRefusal.CutOff, [0xFF, 0xD8, 0xFF]);
        Refuses(PhotoRefusal.CutOff, Pictures.PngSignature);
        Refuses(PhotoRefusal.CutOff, "RIFF\0\0\0\0WEBP"u8.ToArray());
    }

    [Fact]
    public void What_hangs_libvips_never_reaches_it()
    {
        Refuses(PhotoRefusal.NotAnImage, [.. Pictures.Gzipped("x"u8.ToArray()), (byte)'!']);
        Refuses(PhotoRefusal.NotAnImage, Pictures.Gzipped("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray())[..^4]);
    }

    [Theory]
    [InlineData("%PDF-1.7\n", PhotoRefusal.NotAnImage)]
    [InlineData("PK\x03\x04docx", PhotoRefusal.NotAnImage)]
    [InlineData("<!doctype html><script>alert(1)</script>", PhotoRefusal.NotAnImage)]
    [InlineData("push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://127.0.0.1/)'", PhotoRefusal.NotAnImage)]
    [InlineData("<?xml version='1.0'?><!-- x --><svg xmlns='http://www.w3.org/2000/svg'/>", PhotoRefusal.OtherFormat)]
    [InlineData("<svg onload='alert(1)'/>", PhotoRefusal.OtherFormat)]
    [InlineData("BM000000", PhotoRefusal.OtherFormat)]
    [InlineData("8BPS0000", PhotoRefusal.OtherFormat)]
    [InlineData("GIF89a0000", PhotoRefusal.Gif)]
    [InlineData("GIF87a0000", PhotoRefusal.Gif)]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", PhotoRefusal.Heic)]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0heicmif1", PhotoRefusal.Heic)]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0avifmif1", PhotoRefusal.OtherFormat)]
    [InlineData("\0\0\0\u0018ftypmp42\0\0\0\0isommp42", PhotoRefusal.NotAnImage)]
    [InlineData("\xFF\xFF\xFF\xFFftyp", PhotoRefusal.NotAnImage)]
    [InlineData("P6 1 1 255 xxx", PhotoRefusal.NotAnImage)]
    public void Other_things_are_called_by_their_kind(string file, PhotoRefusal refusal) => Refuses(refusal, Encoding.Latin1.GetBytes(file));

    [Theory]
    [InlineData((ushort)1, 1, 400), InlineData((ushort)2, 2, 400), InlineData((ushort)3, 3, 400), InlineData((ushort)4, 4, 400)]
    [InlineData((ushort)5, 5, 300), InlineData((ushort)6, 6, 300), InlineData((ushort)7, 7, 300), InlineData((ushort)8, 8, 300)]
    [InlineData((ushort)0, 1, 400), InlineData((ushort)9, 1, 400), InlineData((ushort)65535, 1, 400)]
    public void The_size_is_that_of_the_upright_picture(ushort written, int orientation, int width)
    {
        foreach (var little in (bool[])[true, false])
        {
            var header = PhotoProbe.Inspect(Pictures.WithSegment(Pictures.JpegFrame(400, 300), 0xE1, Pictures.Exif(written, little))).Header;
            Assert.Equal((orientation, width), (header?.Orientation, header?.Width));
        }
    }

    [Fact]
    public void Exif_directories_that_lie_are_taken_for_upright()
    {
        var frame = Pictures.JpegFrame(400, 300);
        Accepts(Pictures.WithSegment(frame, 0xE1, Pictures.Exif(1, count: 65535)), "jpg", 400, 300);
        Accepts(Pictures.WithSegment(frame, 0xE1, Pictures.Exif(1, loop: true)), "jpg", 400, 300);
        Accepts(Pictures.WithSegment(frame, 0xE1, [.. "Exif\0\0II*\0"u8, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3]), "jpg", 400, 300);
        Accepts(Pictures.WithSegment(frame, 0xE1, [.. "Exif\0\0MM\0*"u8, 0x7F, 0xFF, 0xFF, 0xFF]), "jpg", 400, 300);
    }

    [Fact]
    public void A_jpeg_of_endless_segments_is_broken()
    {
        var endless = new MemoryStream();
        endless.Write([0xFF, 0xD8]);
        for (var segment = 0; segment < 1_000_000; segment++) endless.Write([0xFF, 0xFE, 0, 2]);
        Refuses(PhotoRefusal.Broken, endless.ToArray());
    }

    [Fact]
    public void A_picture_cut_off_anywhere_is_refused_at_once()
    {
        byte[][] wholes =
        [
            Pictures.WithSegment(Pictures.JpegFrame(400, 300), 0xE1, Pictures.Exif(6)), Pictures.Png(20, 20),
            Convert.FromHexString("524946461c0000005745425056503820180000003001009d012a0a00140003003425a400"),
        ];
        foreach (var whole in wholes)
        {
            Assert.Null(PhotoProbe.Inspect(whole).Refusal);
            for (var length = 12; length < whole.Length; length++) Refuses(PhotoRefusal.CutOff, whole[..length]);
        }
    }

    [Fact]
    public void What_stands_behind_the_end_does_not_matter()
    {
        Accepts([.. Pictures.JpegFrame(400, 300), .. "%PDF-1.7"u8], "jpg", 400, 300);
        Accepts([.. Pictures.Png(40, 30), .. "PK\x03\x04"u8], "png", 40, 30);
    }

    /// <summary>Damaged at random, with the seed in the message: an answer, never an exception.</summary>
    [Fact]
    public void No_bytes_make_it_throw()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        byte[][] wholes =
        [
            Pictures.Png(20, 20), Pictures.WithSegment(Pictures.JpegFrame(400, 300), 0xE1, Pictures.Exif(6)),
            Convert.FromHexString("524946461c0000005745425056503820180000003001009d012a0a00140003003425a400"),
            Encoding.Latin1.GetBytes("\0\0\0\u0018ftypmif1\0\0\0\0avifmif1"),
        ];
        var rounds = LongRun.IsOn ? 2_000_000 : 20_000;
        for (var round = 0; round < rounds; round++)
        {
            var file = wholes[round % wholes.Length].ToArray();
            for (var damage = random.Next(1, 8); damage > 0; damage--) file[random.Next(file.Length)] = (byte)random.Next(256);
            Array.Resize(ref file, random.Next(file.Length + 1));
            try
            {
                PhotoProbe.Inspect(file);
            }
            catch (Exception error)
            {
                Assert.Fail($"seed {seed}, round {round}, {Convert.ToHexString(file)}: {error}");
            }
        }
    }

    private static void Accepts(byte[] file, string format, int width, int height)
    {
        var result = PhotoProbe.Inspect(file);
        Assert.Null(result.Refusal);
        Assert.Equal((format, width, height), (result.Header!.Format, result.Header.Width, result.Header.Height));
    }

    private static void Refuses(PhotoRefusal refusal, byte[] file)
    {
        var result = PhotoProbe.Inspect(file);
        Assert.Null(result.Header);
        Assert.Equal(refusal, result.Refusal);
    }
}
