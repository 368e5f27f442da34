using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>Not a test: <c>tools/pictures</c> makes the pictures of docs/panduan with it, what each role sees on its phone.</summary>
public sealed class Pictures_of_each_role(Chromium chromium)
{
    private static readonly BrowserNewContextOptions tall = new() { ViewportSize = new() { Width = 1500, Height = 780 } };

    [Fact(Explicit = true)]
    public Task From_the_first_message_to_a_retraction() => chromium.Office.Visit(async desk =>
    {
        using var film = new Recording(desk);
        var (rina, yeni, joni, desi) = (desk.Phone("Rina"), desk.Phone("Yeni"), desk.Phone("Joni"), await desk.PickUp("Desi"));
        async Task Shot(string name, Handset phone)
        {
            await Expect(phone.Screen.Locator(".toast")).ToHaveCountAsync(0);
            await film.Picture($"panduan-{name}", phone.Screen);
        }

        await rina.Hears("Selamat datang");
        await Shot("admin-mulai", rina);
        await rina.Attaches(Naskah.Whole, Naskah.Photo);
        await rina.Hears("1 foto");
        await Expect(rina.Button("Kirim")).ToBeVisibleAsync();
        await Shot("admin-pratinjau", rina);
        var number = await rina.SendsIn();
        await Shot("admin-terkirim", rina);

        await yeni.Hears(number);
        await Expect(yeni.Button("Setujui")).ToBeVisibleAsync();
        await Shot("kabid-kartu", yeni);
        await yeni.Taps("Kembalikan");
        await yeni.Hears("Apa yang perlu diperbaiki?");
        await Shot("kabid-alasan", yeni);
        await yeni.Taps("Tambah narasumber");
        await rina.Hears($"{number} dikembalikan");
        await Expect(rina.Button("Perbaiki")).ToBeVisibleAsync();
        await Shot("admin-dikembalikan", rina);
        await rina.Taps("Jawab");
        await rina.Hears("jawaban");
        await rina.Says("Narasumbernya sudah ada di alinea kedua: Kepala Dinas, Ibu Rahmi.");
        await yeni.Hears("Jawaban pengirim");
        await yeni.Taps("Lainnya");
        await Expect(yeni.Button("Sunting").Or(yeni.Button("← Kembali")).First).ToBeVisibleAsync();
        await Shot("kabid-lainnya", yeni);
        await yeni.Taps("← Kembali");
        await yeni.Taps("Setujui");
        await yeni.Hears("menunggu Kadis");

        await joni.Hears("Menunggu persetujuan");
        await Expect(joni.Button("Setujui")).ToBeVisibleAsync();
        await Shot("kadis-kartu", joni);
        await joni.Taps("Setujui");
        await Expect(joni.Button("Ya, terbitkan")).ToBeVisibleAsync();
        await Shot("kadis-yakin", joni);
        await joni.Taps("Ya, terbitkan");
        await Expect(joni.Button("Cabut")).ToBeVisibleAsync();
        await Expect(desk.Portal.Locator(".story img").First).ToBeVisibleAsync();
        await Shot("kadis-terbit", joni);
        await rina.Hears("sudah terbit");
        await Shot("admin-terbit", rina);

        await desi.Commands("terbit");
        await desi.Hears(number);
        await Shot("koordinator-terbit", desi);

        await joni.Taps("Cabut");
        await joni.Hears("Mengapa berita ini dicabut?");
        await Shot("kadis-cabut", joni);
    }, tall);

    [Fact(Explicit = true)]
    public Task On_a_busy_monday() => chromium.Office.Visit(async desk =>
    {
        using var film = new Recording(desk);
        await desk.Tool("Adegan").ClickAsync();
        await desk.Dialog.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Senin yang sibuk") }).ClickAsync();
        await Expect(desk.Page.Locator(".scene-veil")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".scene-veil")).ToHaveCountAsync(0);
        async Task Shot(string name, string whom, string command, string hears)
        {
            var phone = await desk.Phone(whom).Screen.IsVisibleAsync() ? desk.Phone(whom) : await desk.PickUp(whom);
            await phone.Commands(command);
            await phone.Hears(hears);
            await film.Picture($"panduan-{name}", phone.Screen);
        }
        await Shot("admin-status", "Rina", "status", "Pekan ini");
        await Shot("kabid-antrean", "Yeni", "antrean", "menunggu Anda");
        await Shot("kadis-rekap", "Joni", "rekap", "Rekap");
        await Shot("koordinator-rekap", "Desi", "rekap", "Rekap");
        await Shot("koordinator-cari", "Desi", "cari", "Mencari naskah");
        await Shot("portal-undang", "Fajar", "undang", "Undang sebagai apa?");
        await Shot("portal-anggota", "Fajar", "anggota", "Petugas");
        await Shot("portal-skpd", "Fajar", "skpd", "SKPD");
        await Shot("portal-libur", "Fajar", "libur", "ibur");
    }, tall);
}
