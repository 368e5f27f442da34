using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>The page on a phone of 360 by 640 points, by touch, in the dark: as a tired Kadis holds it at nine in the evening.</summary>
public sealed class On_a_small_phone(Chromium chromium)
{
    private static readonly BrowserNewContextOptions Small = new()
    {
        ViewportSize = new() { Width = 360, Height = 640 }, IsMobile = true, HasTouch = true, DeviceScaleFactor = 2, ColorScheme = ColorScheme.Dark,
    };

    [Fact]
    public Task One_phone_at_a_time_with_what_waits_on_the_others() => chromium.Office.Visit(async desk =>
    {
        await Expect(desk.Page.Locator("section.phone:visible")).ToHaveCountAsync(1);
        await Expect(desk.Phone("Rina").Screen).ToBeVisibleAsync();
        await NothingSticksOut(desk);
        await desk.Picture("kecil");

        // One who has not looked sees how much waits, and on looking where it begins.
        await desk.Phone("Rina").Attaches(Naskah.Whole, Naskah.Photo);
        await desk.Phone("Rina").SendsIn();
        await Expect(desk.Chip("Yeni").Locator(".chip-count")).ToBeVisibleAsync();
        await desk.Picture("kecil-terkirim");
        await desk.Chip("Yeni").TapAsync();
        await Expect(desk.Page.Locator("section.phone:visible")).ToHaveCountAsync(1);
        await Expect(desk.Phone("Yeni").Screen.Locator(".unread-line")).ToBeVisibleAsync();
        await Expect(desk.Chip("Yeni").Locator(".chip-count")).ToBeHiddenAsync();
        await desk.Phone("Yeni").Hears("Menunggu evaluasi");
        await desk.Picture("kecil-kartu");
        await desk.Phone("Yeni").Button("Setujui").TapAsync();
        await desk.Phone("Yeni").Hears("menunggu Kadis");

        await desk.Chip("Joni").TapAsync();
        var joni = desk.Phone("Joni");
        await joni.Button("Setujui").TapAsync();
        await Expect(joni.Button("Ya, terbitkan")).ToBeInViewportAsync();
        await desk.Picture("kecil-konfirmasi");
        await joni.Button("Ya, terbitkan").TapAsync();
        await joni.Hears("Terbit");
        await desk.Chip("Portal").TapAsync();
        await Expect(desk.Portal.Locator(".story").Filter(new() { HasText = Naskah.Title })).ToBeVisibleAsync();
        await NothingSticksOut(desk);
        await desk.Picture("kecil-portal");
        await desk.Portal.Locator(".story").First.TapAsync();
        await Expect(desk.Portal.Locator("article img").First).ToBeVisibleAsync();
        await desk.Picture("kecil-artikel");
    }, Small);

    [Fact]
    public Task Nothing_to_tap_is_smaller_than_a_finger() => chromium.Office.Visit(async desk =>
    {
        await desk.Phone("Rina").Attaches(Naskah.Whole, Naskah.Photo);
        await Expect(desk.Phone("Rina").Button("Kirim")).ToBeVisibleAsync();
        // WCAG 2.2, 2.5.8: 24 points; buttons that decide get more.
        var small = await desk.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, input, textarea')]
              .filter(e => e.checkVisibility() && !e.closest('.bubble') && !e.classList.contains('bubble-more'))
              .map(e => [e, e.getBoundingClientRect(), e.classList.contains('kb') ? 36 : 24]).filter(([, box, least]) => box.width < least || box.height < least)
              .map(([e, box]) => `${e.getAttribute('aria-label') ?? e.textContent} ${box.width}x${box.height}`)
            """);
        Assert.Empty(small);
        await desk.Phone("Rina").Screen.Locator(".attach").TapAsync();
        await desk.Picture("kecil-lampirkan");
        await NothingSticksOut(desk);
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Page.Locator(".clock-button").TapAsync();
        await desk.Picture("kecil-jam");
        await NothingSticksOut(desk);
    }, Small);

    private static async Task NothingSticksOut(Desk desk)
        => Assert.Equal(360, await desk.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll('dialog[open], dialog[open] :is(button, input:not(.sr), textarea, p, h2), .phone:not([hidden]), .pane:not([hidden])')].map(e => Math.ceil(e.getBoundingClientRect().right)))"));
}
