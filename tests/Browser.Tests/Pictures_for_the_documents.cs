using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>Not a test: <c>tools/pictures</c> makes the pictures of the README and of docs/tour.md with it, so that they show the page as it is.</summary>
public sealed class Pictures_for_the_documents(Chromium chromium)
{
    private static readonly BrowserNewContextOptions Wide = new() { ViewportSize = new() { Width = 1400, Height = 860 } };

    [Fact(Explicit = true)]
    public Task The_recording_of_the_readme() => chromium.Office.Visit(async desk =>
    {
        using var film = new Recording(desk);
        var (rina, yeni, joni) = (desk.Phone("Rina"), desk.Phone("Yeni"), desk.Phone("Joni"));
        await desk.Page.EvaluateAsync("() => document.fonts.ready");
        await film.Shows(1800);
        await film.Taps(rina.Screen.Locator(".attach"));
        await film.Shows(700);
        await film.Taps(desk.Dialog.GetByRole(AriaRole.Button, new() { Name = Naskah.Photo, Exact = true }));
        await film.Shows(500);
        await desk.Dialog.GetByLabel("Keterangan foto").FillAsync(Naskah.Whole);
        await film.Shows(900);
        await film.Taps(desk.Dialog.Locator(".dialog-actions .primary"));
        await rina.Hears("1 foto");
        await Expect(rina.Button("Kirim")).ToBeVisibleAsync();
        await film.Shows(1500);
        await film.Taps(rina.Button("Kirim"));
        var sent = rina.Heard("Terkirim ke Kominfo");
        await Expect(sent.Or(rina.Button("Tetap kirim")).First).ToBeVisibleAsync();
        if (!await sent.IsVisibleAsync())
        {
            await film.Shows(1300);
            await film.Taps(rina.Button("Tetap kirim"));
        }
        await Expect(sent).ToBeVisibleAsync();
        await yeni.Hears("Menunggu evaluasi");
        await film.Shows(1800);
        await film.Taps(yeni.Button("Setujui"));
        await yeni.Hears("menunggu Kadis");
        await joni.Hears("Menunggu persetujuan");
        await film.Shows(1600);
        await film.Taps(joni.Button("Setujui"));
        await Expect(joni.Button("Ya, terbitkan")).ToBeVisibleAsync();
        await film.Shows(900);
        await film.Taps(joni.Button("Ya, terbitkan"));
        var story = desk.Portal.Locator(".story").Filter(new() { HasText = Naskah.Title });
        await Expect(story).ToBeVisibleAsync();
        await rina.Hears("sudah terbit");
        await Expect(story.Locator("img")).ToBeVisibleAsync();
        await film.Shows(2200);
        await film.Taps(story);
        await Expect(desk.Portal.Locator("article img").First).ToBeVisibleAsync();
        await film.Shows(2600);
        await film.Save("recording.webp");
    }, Wide);

    [Fact(Explicit = true)]
    public Task The_eight_steps_of_the_tour() => chromium.Office.Visit(async desk =>
    {
        using var film = new Recording(desk);
        var (rina, yeni, joni) = (desk.Phone("Rina"), desk.Phone("Yeni"), desk.Phone("Joni"));
        async Task Step(int number)
        {
            await Expect(desk.Page.Locator(".tour-count")).ToHaveTextAsync($"Langkah {number} dari 8");
            await Expect(desk.Page.Locator(".pointed").First).ToBeVisibleAsync();
            await film.Picture($"tour-{number}");
        }
        await desk.Tool("Tur").ClickAsync();
        await Step(1);
        await rina.Commands("tulis");
        await rina.Hears("Judul beritanya apa?");
        await Step(2);
        await rina.Says(Naskah.Title);
        await rina.Hears("Sekarang isi beritanya");
        await Step(3);
        await rina.Says(Naskah.Body);
        await rina.Hears("Diterima: 1 pesan");
        await rina.Taps("Selesai");
        await rina.Hears("Foto kegiatan");
        await Step(4);
        await rina.Attaches("Perekaman KTP di balai Nagari Taram", Naskah.Photo);
        await rina.Hears("1 foto diterima");
        await rina.Taps("Selesai");
        await rina.Hears("Pilih kategori");
        await Step(5);
        await rina.Taps("Kependudukan");
        await rina.Hears("Kependudukan · 1 foto");
        await Step(6);
        await rina.SendsIn();
        await yeni.Hears("Menunggu evaluasi");
        await Step(7);
        await yeni.Taps("Setujui");
        await joni.Hears("Menunggu persetujuan");
        await Step(8);
        await joni.Taps("Setujui");
        await joni.Taps("Ya, terbitkan");
        await Expect(desk.Portal.Locator(".story img")).ToBeVisibleAsync();
        await film.Picture("tour-9");
    }, Wide);

    [Fact(Explicit = true)]
    public Task A_busy_monday_its_clock_and_its_machine() => chromium.Office.Visit(async desk =>
    {
        using var film = new Recording(desk);
        await desk.Tool("Adegan").ClickAsync();
        await film.Picture("scenes", desk.Dialog);
        await desk.Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Senin yang sibuk") }).ClickAsync();
        await Expect(desk.Page.Locator(".scene-veil")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".scene-veil")).ToHaveCountAsync(0);
        await Expect(desk.Portal.Locator(".story img").First).ToBeVisibleAsync();
        await film.Picture("sandbox");
        await desk.Page.Locator(".clock-button").ClickAsync();
        await film.Picture("clock", desk.Dialog);
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Chip("Mesin").ClickAsync();
        await Expect(desk.Page.Locator(".machine table").First).ToBeVisibleAsync();
        await film.Picture("machine", desk.Page.Locator(".machine"));

        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await desk.Page.SetViewportSizeAsync(390, 780);
        await desk.Chip("Joni").ClickAsync();
        await Expect(desk.Phone("Joni").Button("Setujui")).ToBeVisibleAsync();
        await film.Picture("small");
    }, Wide);
}
