using System.Text.Json;
using System.Text.RegularExpressions;
using KominfoBot.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>axe looks at the page in every dress that it wears: contrast, names, roles, order.</summary>
public sealed class Open_to_everybody(Chromium chromium)
{
    /// <summary>By night the same page has other colours and nothing else: only they are looked at again.</summary>
    private const string EveryRule = "{}", Colours = "{ runOnly: ['color-contrast', 'link-in-text-block'] }";

    private static readonly string Axe = File.ReadAllText(RepositoryRoot.File("tests", "Testing", "node_modules", "axe-core", "axe.min.js"));

    [Fact]
    public Task A_busy_office_by_day_and_by_night() => chromium.Office.Visit(async desk =>
    {
        await desk.Tool("Adegan").ClickAsync();
        await IsOpen(desk, "scenes");
        await desk.Picture("adegan");
        await desk.Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Senin yang sibuk") }).ClickAsync();
        var veil = desk.Page.Locator(".scene-veil");
        await Expect(veil).ToContainTextAsync("Memuat adegan “Senin yang sibuk”");
        // How far it is, in items and in the office's time.
        await Expect(veil.Locator(".scene-count")).ToHaveTextAsync(new Regex("^Naskah [0-9]+ dari 20$"));
        await Expect(veil.Locator(".scene-when")).ToHaveTextAsync(new Regex(", pukul [0-9][0-9].[0-9][0-9]$"));
        await IsOpen(desk, "a scene that is being loaded");
        await desk.Picture("adegan-dimuat");
        await Expect(veil).ToHaveCountAsync(0);
        // The cards. A notice of what waits too long says it within its sentence, and comes or not by the day on which the scene begins.
        await Expect(desk.Phone("Yeni").Screen.Locator(".bubble").Filter(new() { HasTextRegex = new Regex("Menunggu evaluasi") })).ToHaveCountAsync(3);

        await desk.Chip("Mesin").ClickAsync();
        await desk.PickUp("Hendri");
        await Expect(desk.Page.Locator(".machine table").First).ToBeVisibleAsync();
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await desk.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Equal(scheme == ColorScheme.Dark, await desk.Page.EvaluateAsync<bool>("() => getComputedStyle(document.querySelector('.topbar')).backgroundColor.match(/\\d+/g).slice(0, 3).every(value => value < 80)"));
            await EveryCorner(desk, scheme);
        }
    }, new() { ViewportSize = new() { Width = 1800, Height = 940 } });

    private static async Task EveryCorner(Desk desk, ColorScheme scheme)
    {
        var rules = scheme == ColorScheme.Light ? EveryRule : Colours;
        await desk.Picture($"meja-{scheme}");
        await IsOpen(desk, "the desk", rules);
        await desk.Portal.Locator(".story").First.ClickAsync();
        await IsOpen(desk, "an article", rules, ".portal");
        await desk.Portal.GetByRole(AriaRole.Button, new() { Name = "Kembali ke daftar" }).ClickAsync();
        await desk.Phone("Rina").Screen.Locator(".attach").ClickAsync();
        await desk.Picture($"lampirkan-{scheme}");
        await IsOpen(desk, "attaching", rules, "dialog[open]");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.Locator(".clock-button").ClickAsync();
        await IsOpen(desk, "the clock", rules, "dialog[open]");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Phone("Yeni").Screen.GetByRole(AriaRole.Button, new() { Name = "Pilihan" }).ClickAsync();
        await IsOpen(desk, "a menu", rules, ".menu");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Phone("Rina").Screen.Locator(".menu-button").ClickAsync();
        await IsOpen(desk, "the commands", rules, ".commands:not([hidden])");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Tool("Tur").ClickAsync();
        await Expect(desk.Page.Locator(".tour")).ToBeVisibleAsync();
        await IsOpen(desk, "the tour", rules, ".tour");
        await desk.Page.Locator(".tour").GetByRole(AriaRole.Button, new() { Name = "Tutup tur" }).ClickAsync();
        await desk.Phone("Yeni").Screen.Locator(".tile").Last.ClickAsync();
        await IsOpen(desk, "a photo", rules, "dialog.viewer[open]");
        await desk.Page.Keyboard.PressAsync("Escape");
    }

    /// <param name="part">What was opened: the desk around it was looked at before.</param>
    private static async Task IsOpen(Desk desk, string where, string rules = EveryRule, string part = "html")
    {
        await Expect(desk.Page.Locator(part).First).ToBeVisibleAsync();
        // Not while something fades in.
        await desk.Page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(one => one.effect.getComputedTiming().endTime !== Infinity).map(one => one.finished.catch(() => {})))");
        await desk.Page.EvaluateAsync(Axe);
        var serious = await desk.Page.EvaluateAsync<string[]>($$"""
            async () => (await axe.run({{JsonSerializer.Serialize(part)}}, { resultTypes: ['violations'], ...{{rules}} })).violations
              .filter(found => ['serious', 'critical'].includes(found.impact))
              .flatMap(found => found.nodes.map(node => `${found.id}: ${node.html.slice(0, 160)} ${node.any.map(one => one.message).join(' ')}`))
            """);
        Assert.True(serious.Length == 0, $"{where}:\n{string.Join('\n', serious)}");
    }
}
