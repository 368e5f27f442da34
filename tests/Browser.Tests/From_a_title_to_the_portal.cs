using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>The first hour of a newcomer: the guided tour from /tulis to the portal, by taps on the page alone.</summary>
public sealed class From_a_title_to_the_portal(Chromium chromium)
{
    [Fact]
    public Task The_tour_points_at_what_to_tap_and_notices_each_step() => chromium.Office.Visit(async desk =>
    {
        var (rina, yeni, joni) = (desk.Phone("Rina"), desk.Phone("Yeni"), desk.Phone("Joni"));
        await desk.Tool("Tur").ClickAsync();
        await Step(desk, 1);
        await Expect(rina.Screen.Locator(".menu-button.pointed")).ToBeVisibleAsync();
        await desk.Picture("tur-langkah-1");
        await rina.Commands("tulis");
        await Step(desk, 2);
        await rina.Hears("Judul beritanya apa?");
        await rina.Says(Naskah.Title);
        await Step(desk, 3);
        await rina.Hears("Sekarang isi beritanya");
        await rina.Says(Naskah.Body);
        await rina.Hears("Diterima: 1 pesan");
        await Expect(rina.Button("Selesai")).ToContainClassAsync("pointed");
        await rina.Taps("Selesai");
        await Step(desk, 4);
        await rina.Hears("Foto kegiatan");
        await rina.Attaches("Perekaman KTP di balai Nagari Taram", Naskah.Photo, Naskah.OtherPhoto);
        await rina.Hears("2 foto diterima");
        await rina.Taps("Selesai");
        await Step(desk, 5);
        await rina.Taps("Kependudukan");
        await Step(desk, 6);
        await rina.Hears("Kependudukan · 2 foto");
        var number = await rina.SendsIn();
        await Step(desk, 7);

        await yeni.Hears("Menunggu evaluasi");
        await Expect(yeni.Button("Setujui")).ToContainClassAsync("pointed");
        await desk.Picture("tur-langkah-7");
        await yeni.Taps("Setujui");
        await Step(desk, 8);
        await joni.Hears("Menunggu persetujuan");
        await joni.Taps("Setujui");
        await joni.Taps("Ya, terbitkan");
        await Expect(desk.Page.Locator(".tour")).ToContainTextAsync("Beritanya terbit");

        await rina.Hears($"{number} sudah terbit");
        var headline = desk.Portal.Locator(".stories .story").Filter(new() { HasText = Naskah.Title });
        await Expect(headline).ToHaveCountAsync(1);
        await desk.Page.Locator(".tour").GetByRole(AriaRole.Button, new() { Name = "Tutup tur" }).ClickAsync();
        await desk.Picture("terbit");

        // The link in the chat opens the same article beside it.
        await rina.Heard("sudah terbit").Last.GetByRole(AriaRole.Link).Last.ClickAsync();
        await Expect(desk.Portal.Locator("article h3")).ToHaveTextAsync(Naskah.Title);
        await Expect(desk.Portal.Locator("article img")).ToHaveCountAsync(2);
        await Expect(desk.Portal.Locator("article")).ToContainTextAsync("87 warga selesai direkam");
        await Expect(desk.Portal.Locator("article figcaption").First).ToContainTextAsync("Perekaman KTP di balai Nagari Taram");
        await desk.Picture("artikel");

        await desk.Chip("Mesin").ClickAsync();
        await Expect(desk.Page.Locator(".machine .places .lit")).ToHaveTextAsync(["Terbit"]);
        foreach (var heading in (string[])["Perjalanan naskah", "Kabar masuk", "Kotak keluar", "Jejak audit"])
            await Expect(desk.Page.Locator(".machine h3").Filter(new() { HasText = heading })).ToBeVisibleAsync();
        await desk.Picture("mesin");

        // Published is not for ever: what is retracted is gone at once, with its reason for all to read.
        await joni.Taps("Cabut");
        await joni.Hears("Mengapa berita ini dicabut?");
        await joni.Taps("Permintaan SKPD");
        await joni.Taps("Ya, cabut");
        await Expect(desk.Portal.Locator("article s")).ToHaveTextAsync(Naskah.Title);
        await Expect(desk.Portal.Locator("article")).ToContainTextAsync("Berita ini dicabut atas permintaan perangkat daerah.");
        await Expect(desk.Page.Locator(".machine .places .lit")).ToHaveTextAsync(["Dicabut"]);
        await desk.Picture("dicabut");
        await desk.Portal.GetByRole(AriaRole.Button, new() { Name = "Kembali ke daftar" }).ClickAsync();
        await Expect(desk.Portal.Locator(".stories .gone s")).ToHaveTextAsync(Naskah.Title);
    });

    private static Task Step(Desk desk, int number) => Expect(desk.Page.Locator(".tour-count")).ToHaveTextAsync($"Langkah {number} dari 8");
}
