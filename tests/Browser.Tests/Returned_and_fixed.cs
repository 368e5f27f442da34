using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>The Kabid returns an item; its author reads why, writes the text anew and sends it again.</summary>
public sealed class Returned_and_fixed(Chromium chromium)
{
    private const string Better = Naskah.Body + "\n\nWali Nagari Taram, Yusril, mengatakan layanan serupa akan berlanjut ke jorong lain pada bulan berikutnya.";

    [Fact]
    public Task The_reason_comes_as_a_reply_and_the_new_text_as_a_new_card() => chromium.Office.Visit(async desk =>
    {
        var (rina, yeni) = (desk.Phone("Rina"), desk.Phone("Yeni"));
        await rina.Attaches(Naskah.Whole, Naskah.Photo);
        var number = await rina.SendsIn();
        await yeni.Hears(number);
        await yeni.Taps("Kembalikan");
        await yeni.Hears("Apa yang perlu diperbaiki?");
        await yeni.Taps("Tambah narasumber");
        await yeni.Hears("Dikembalikan oleh Yeni Safitri");
        await Expect(yeni.Screen.Locator(".keyboard").GetByText("Setujui")).ToHaveCountAsync(0);

        await rina.Hears($"{number} dikembalikan");
        // It answers the author's own message; the quote leads there.
        await Expect(rina.Heard($"{number} dikembalikan").Last.Locator(".reply")).ToBeVisibleAsync();
        await rina.Taps("Perbaiki");
        await rina.Hears("Dikembalikan:");
        await desk.Picture("dikembalikan");
        await rina.Taps("Ubah isi");
        await rina.Hears("Kirim isi yang baru");
        await rina.Says(Better);
        await rina.Hears("Diterima: 1 pesan");
        await rina.Taps("Selesai");
        await rina.Hears("1 foto");
        await rina.SendsIn();

        await Expect(yeni.Heard("Menunggu evaluasi")).ToHaveCountAsync(1);
        await yeni.Heard("Menunggu evaluasi").Locator(".quote-toggle").ClickAsync();
        await Expect(yeni.Heard("Menunggu evaluasi").Locator(".quote.open")).ToContainTextAsync("Wali Nagari Taram, Yusril");
        await desk.Picture("dikirim-lagi");
    });
}
