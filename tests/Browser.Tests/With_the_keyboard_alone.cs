using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>From a draft to the portal without a mouse: Tab, Enter, arrows, Escape.</summary>
public sealed class With_the_keyboard_alone(Chromium chromium)
{
    private const int MostTabs = 400;

    [Fact]
    public Task An_item_is_written_endorsed_and_published() => chromium.Office.Visit(async desk =>
    {
        var keys = desk.Page.Keyboard;
        var (rina, yeni, joni) = (desk.Phone("Rina"), desk.Phone("Yeni"), desk.Phone("Joni"));
        // The command menu: arrows move in it, Escape leaves it.
        await TabTo(desk, rina.Screen.Locator(".menu-button"));
        await keys.PressAsync("Enter");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("Escape");
        await Expect(rina.Field).ToBeFocusedAsync();
        await keys.InsertTextAsync("/tulis");
        await keys.PressAsync("Enter");
        await rina.Hears("Judul beritanya apa?");
        await keys.InsertTextAsync(Naskah.Title);
        await keys.PressAsync("Enter");
        await rina.Hears("Sekarang isi beritanya");
        await keys.InsertTextAsync(Naskah.Body);
        await keys.PressAsync("Enter");
        await rina.Hears("Diterima: 1 pesan");
        await Press(desk, rina.Button("Selesai"));
        await rina.Hears("Foto kegiatan");

        await Press(desk, rina.Screen.Locator(".attach"));
        await Press(desk, desk.Dialog.GetByRole(AriaRole.Button, new() { Name = Naskah.Photo, Exact = true }));
        await TabTo(desk, desk.Dialog.GetByLabel("Keterangan foto"));
        await keys.InsertTextAsync("Perekaman KTP di balai nagari");
        await Press(desk, desk.Dialog.Locator(".dialog-actions .primary"));
        await rina.Hears("1 foto diterima");
        await Press(desk, rina.Button("Selesai"));
        await rina.Hears("Pilih kategori");
        await Press(desk, rina.Button("Kependudukan"));
        await rina.Hears("1 foto");
        await Press(desk, rina.Button("Kirim"));
        await Expect(rina.Heard("Terkirim").Last.Or(rina.Button("Tetap kirim"))).ToBeVisibleAsync();
        if (await rina.Button("Tetap kirim").IsVisibleAsync()) await Press(desk, rina.Button("Tetap kirim"));

        await yeni.Hears("Menunggu evaluasi");
        await TabTo(desk, yeni.Button("Setujui"));
        await desk.Picture("papan-ketik");
        await keys.PressAsync("Enter");
        await joni.Hears("Menunggu persetujuan");
        await Press(desk, joni.Button("Setujui"));
        await Press(desk, joni.Button("Ya, terbitkan"));
        var story = desk.Portal.Locator(".story").Filter(new() { HasText = Naskah.Title });
        await Expect(story).ToBeVisibleAsync();
        await Press(desk, story);
        await Expect(desk.Portal.Locator("article h3")).ToHaveTextAsync(Naskah.Title);

        // A photo opens large, turns by arrows, and closes back to where one was.
        var tile = yeni.Screen.Locator(".tile").First;
        await Press(desk, tile);
        await Expect(desk.Page.Locator(".viewer[open]")).ToBeVisibleAsync();
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Escape");
        await Expect(tile).ToBeFocusedAsync();
    });

    [Fact]
    public Task What_has_the_focus_is_seen() => chromium.Office.Visit(async desk =>
    {
        var unseen = new List<string>();
        for (var tab = 0; tab < 40; tab++)
        {
            await desk.Page.Keyboard.PressAsync("Tab");
            if (await desk.Page.EvaluateAsync<string?>("""
                () => { const e = document.activeElement, s = getComputedStyle(e), f = getComputedStyle(e.closest('.field') ?? e);
                  return e === document.body || s.outlineStyle !== 'none' || f.outlineStyle !== 'none' || f.boxShadow !== 'none' ? null : e.outerHTML.slice(0, 120); }
                """) is { } missing) unseen.Add(missing);
        }
        Assert.Empty(unseen);
    });

    private static async Task Press(Desk desk, ILocator target)
    {
        await TabTo(desk, target);
        await desk.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabTo(Desk desk, ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var tab = 0; tab < MostTabs; tab++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await desk.Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{target} is not reached by Tab");
    }
}
