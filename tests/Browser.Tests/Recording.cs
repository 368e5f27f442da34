using System.Diagnostics;
using System.Globalization;
using KominfoBot.Testing;
using Microsoft.Playwright;

namespace KominfoBot.Browser.Tests;

/// <summary>Pictures of the page for the documents, and an animated one of what was done on it (WebP; libvips-tools and webp of Debian).</summary>
internal sealed class Recording(Desk desk) : IDisposable
{
    private readonly TemporaryDirectory frames = new();
    private readonly List<(string File, int Milliseconds)> taken = [];

    /// <summary>Shows the page as it is now for a while.</summary>
    public async Task Shows(int milliseconds)
    {
        var file = frames.File($"{taken.Count:000}.png");
        await desk.Page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
        taken.Add((file, milliseconds));
    }

    /// <summary>Taps, with a ring where the finger is.</summary>
    public async Task Taps(ILocator target)
    {
        await target.ScrollIntoViewIfNeededAsync();
        await target.EvaluateAsync("""
            target => { const box = target.getBoundingClientRect(), ring = document.createElement('div');
              ring.id = 'finger';
              Object.assign(ring.style, { position: 'fixed', zIndex: 99, left: `${box.x + box.width / 2 - 22}px`, top: `${box.y + box.height / 2 - 22}px`, width: '44px', height: '44px',
                borderRadius: '50%', background: 'rgb(255 170 0 / 40%)', border: '3px solid rgb(255 150 0)', pointerEvents: 'none' });
              (document.querySelector('dialog[open]') ?? document.body).append(ring); }
            """);
        await Shows(650);
        await desk.Page.EvaluateAsync("() => document.getElementById('finger').remove()");
        await target.ClickAsync();
    }

    /// <summary>Writes what was shown as one animated picture that begins again at its end.</summary>
    public Task Save(string name)
        => Run("img2webp", ["-loop", "0", "-lossy", "-q", "62", "-m", "5", .. taken.SelectMany(frame => (string[])["-d", frame.Milliseconds.ToString(CultureInfo.InvariantCulture), frame.File]), "-o", Document(name)]);

    /// <summary>One picture of the page, or of a part of it.</summary>
    public async Task Picture(string name, ILocator? part = null)
    {
        var file = frames.File($"{name}.png");
        if (part is null) await desk.Page.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
        else await part.ScreenshotAsync(new() { Path = file, Animations = ScreenshotAnimations.Disabled });
        await Run("vips", ["webpsave", file, Document($"{name}.webp"), "--Q", "80", "--strip"]);
    }

    public void Dispose() => frames.Dispose();

    private static string Document(string name) => Path.Combine(Directory.CreateDirectory(RepositoryRoot.File("docs", "pictures")).FullName, name);

    private static async Task Run(string program, string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, $"{program}: {said[0]}{said[1]}");
    }
}
