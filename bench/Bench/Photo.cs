using System.Diagnostics;
using System.Text;
using KominfoBot.Bot.Photos;

namespace KominfoBot.Bench;

/// <summary>A photo of 12 megapixels, from the file as received to all its variants on the disk.</summary>
internal static class Photo
{
    private const int Width = 4000, Height = 3000;

    /// <param name="given">A real photo; without one a picture with noise, which is harder to decode than most.</param>
    public static async Task Measure(int count, string? given)
    {
        // Compiled ahead of time, as offices run it.
        var program = Path.GetDirectoryName(await Published.Program())!;
        var folder = Path.Combine(Machine.Workplace, $"photo-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            var source = given ?? await Drawn(folder, 12);
            var files = new PhotoFiles(Path.Combine(folder, "data"));
            PhotoIntake intake;
            await using (var content = File.OpenRead(source)) intake = await files.Store(content, content.Length, CancellationToken.None);
            var photo = intake.Photo ?? throw new InvalidOperationException($"{source}: {intake.Refusal}");
            using var tool = new ImageTool(new ImageToolLimits(), TimeProvider.System, ImageProgram.In(program));
            var maker = new VariantMaker(files, tool);
            List<double> takes = [];
            for (var index = 0; index < count; index++)
            {
                var began = Stopwatch.GetTimestamp();
                await maker.Make(photo.Hash, photo.Header.Format, photo.Header.Width, photo.Header.Height, CancellationToken.None);
                takes.Add(Machine.SecondsSince(began));
            }
            Machine.Row($"{photo.Header.Width}x{photo.Header.Height} ({photo.Bytes / 1e6:0.0} MB), median of {count}", Machine.Rounded(Machine.Percentile(takes, 0.5), "s"), "< 1.5 s");
            Machine.Row("best", Machine.Rounded(takes.Min(), "s"));
            Machine.Row("longest", Machine.Rounded(takes.Max(), "s"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A picture with noise as a JPEG file; each seed another.</summary>
    public static async Task<string> Drawn(string folder, int seed)
    {
        var (ppm, jpeg) = (Path.Combine(folder, $"drawn-{seed}.ppm"), Path.Combine(folder, $"drawn-{seed}.jpg"));
        var noise = new Random(seed);
        await using (var file = File.Create(ppm))
        {
            await file.WriteAsync(Encoding.ASCII.GetBytes($"P6\n{Width} {Height}\n255\n"));
            var row = new byte[Width * 3];
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                {
                    var shade = noise.Next(-12, 13) + (int)(30 * Math.Sin(x / 37.0) * Math.Cos(y / 53.0));
                    row[3 * x] = (byte)Math.Clamp((x * 200 / Width) + 30 + shade, 0, 255);
                    row[(3 * x) + 1] = (byte)Math.Clamp((y * 200 / Height) + 30 + shade, 0, 255);
                    row[(3 * x) + 2] = (byte)Math.Clamp(120 + shade, 0, 255);
                }
                await file.WriteAsync(row);
            }
        }
        using var convert = Process.Start(new ProcessStartInfo("vips", ["copy", ppm, $"{jpeg}[Q=88]"]))!;
        await convert.WaitForExitAsync();
        File.Delete(ppm);
        return jpeg;
    }
}
