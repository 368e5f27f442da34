using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using KominfoBot.Bot.Tests.Attachments;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class A_PDF_with_an_announcement : Transcript
{
    private const string Judul = "Pengumuman lelang perbaikan jalan Nagari Taram";

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    private static SentFile Pdf(string name = "Dokumen lelang.pdf", params string[] pages) => new(PdfFile.Of(pages.Length == 0 ? ["Pengumuman lelang", "Syarat peserta"] : pages), name, "application/pdf");

    [Theory, BothStores]
    public async Task Is_read_by_the_reviewers_and_reaches_the_public_until_it_is_retracted(StoreProvider provider)
    {
        await Begin(provider);
        await Draft("Pengumuman");
        var file = Pdf();
        await Rina.SendsFile(file);
        Rina.Hears("Lampiran diterima: “Dokumen lelang.pdf” (2 halaman, 2 KB).");
        var preview = Rina.Chat[^1];
        Assert.Contains("Lampiran: “Dokumen lelang.pdf” (2 halaman, 2 KB)", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Lepas lampiran", preview.Labels());
        await Rina.Taps("Kirim");
        var number = Naskah.NumberIn(Rina.Hears("Terkirim").Text);

        var card = Yeni.Hears("Menunggu evaluasi", number, "lampiran PDF 2 halaman");
        var shown = Yeni.Chat.Single(message => message.DocumentName == "Dokumen lelang.pdf");
        Assert.True(shown.Id < card.Id);
        Assert.Equal(file.Content, await Office.Fetch(shown));
        await Yeni.Taps("Setujui");
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");

        var hash = (await Office.Newest()).Draft.Attachment!.Hash;
        var address = $"{Rehearsal.Portal}/media/{hash}.pdf";
        var item = JsonDocument.Parse(await Office.Reads("/feed.json", number)).RootElement.GetProperty("items")[0];
        var attachment = item.GetProperty("attachments").EnumerateArray().Single(each => each.GetProperty("mime_type").GetString() == "application/pdf");
        Assert.Equal(address, attachment.GetProperty("url").GetString());
        Assert.Equal(file.Content.Length, attachment.GetProperty("size_in_bytes").GetInt32());
        Assert.Contains($"<p>Lampiran: <a href=\"{address}\" type=\"application/pdf\">Dokumen lelang.pdf</a> (PDF, 2 halaman, 2 KB)</p>", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var link = XDocument.Parse(await Office.Web.GetStringAsync("/atom.xml", Cancel)).Descendants(atom + "entry").Single().Elements(atom + "link").Single(each => (string?)each.Attribute("type") == "application/pdf");
        Assert.Equal(("enclosure", $"{file.Content.Length}"), ((string?)link.Attribute("rel"), (string?)link.Attribute("length")));
        Assert.Single(XDocument.Parse(await Office.Web.GetStringAsync("/rss.xml", Cancel)).Descendants("enclosure"));
        Assert.Contains($"<dt>Lampiran</dt><dd><a href=\"{address}\"", await Office.Web.GetStringAsync(new Uri(item.GetProperty("url").GetString()!).PathAndQuery, Cancel), StringComparison.Ordinal);

        using (var served = await Office.Web.GetAsync($"/media/{hash}.pdf", Cancel))
        {
            Assert.Equal(file.Content, await served.Content.ReadAsByteArrayAsync(Cancel));
            Assert.Equal("application/pdf", served.Content.Headers.ContentType!.ToString());
            Assert.Equal("attachment", served.Content.Headers.ContentDisposition!.ToString());
            Assert.Equal("nosniff", served.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("default-src 'none'; sandbox", served.Headers.GetValues("Content-Security-Policy").Single());
        }
        await Joni.Taps("Cabut");
        await Joni.Taps("Data tidak akurat");
        await Joni.Taps("Ya, cabut");
        Assert.DoesNotContain(hash, await Office.Reads("/feed.json", "\"items\":[]"), StringComparison.Ordinal);
        using var gone = await Office.Web.GetAsync($"/media/{hash}.pdf", Cancel);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task Is_nobodys_before_publication_and_the_shelf_is_not_served()
    {
        await Begin(StoreProvider.Sqlite);
        await Draft("Pengumuman");
        await Rina.SendsFile(Pdf());
        using var guessed = await Office.Web.GetAsync($"/media/{(await Office.Newest()).Draft.Attachment!.Hash}.pdf", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);
    }

    [Fact]
    public async Task Is_found_by_its_name_and_taken_off_by_a_reviewer()
    {
        await Begin(StoreProvider.Sqlite);
        await Draft("Pengumuman");
        await Rina.SendsFile(Pdf("Addendum kedua.pdf"));
        await Rina.Taps("Kirim");
        var number = Naskah.NumberIn(Rina.Hears("Terkirim").Text);
        await Yeni.Says("/cari addendum");
        Yeni.Hears(number);
        await Yeni.Says("/antrean");
        await Yeni.Taps("Sunting");
        await Yeni.Taps("Lepas lampiran");
        Assert.DoesNotContain("Lepas lampiran", Yeni.Hears("Perubahan Anda", "Addendum kedua.pdf").Labels());
        Rina.Forgets();
        await Yeni.Taps("Simpan");

        Rina.Hears("disunting Yeni Safitri", "Addendum kedua.pdf");
        Assert.Null(NewsDesk.CurrentContent(await Office.Newest()).Attachment);
    }

    [Fact]
    public async Task Is_for_announcements_only()
    {
        await Begin(StoreProvider.Sqlite);
        await Draft("Kependudukan");
        await Rina.SendsFile(Pdf("Rilis.pdf"));
        Rina.Hears("⛔ Lampiran PDF (“Rilis.pdf”) hanya untuk pengumuman. Ganti kategorinya menjadi Pengumuman, atau lepas lampirannya; untuk rilis, kirim .docx.");
        await Rina.Taps("Kategori");
        await Rina.Taps("Pengumuman");
        Assert.DoesNotContain("⛔", Rina.Hears(Judul, "Lampiran: “Rilis.pdf”").Text, StringComparison.Ordinal);
        await Rina.Taps("Lepas lampiran");
        Assert.DoesNotContain("Lampiran", Rina.Hears(Judul).Text, StringComparison.Ordinal);
        Assert.Null((await Office.Newest()).Draft.Attachment);
    }

    [Fact]
    public async Task With_a_population_number_in_it_is_not_sent()
    {
        await Begin(StoreProvider.Sqlite);
        await Draft("Pengumuman");
        await Rina.SendsFile(Pdf("Daftar peserta.pdf", "Daftar peserta", "Rina, NIK 1307014508900003"));
        Rina.Hears("⛔ Halaman 2 lampiran PDF memuat NIK/KK (1307…0003). Data pribadi tidak boleh terbit; hapus dari berkasnya, lalu kirim lagi.");
        await Rina.SendsFile(Pdf("Daftar peserta.pdf", "Daftar peserta", "Rina"));
        Rina.Hears("Lampiran diganti: “Daftar peserta.pdf”");
        Assert.DoesNotContain("⛔", Rina.Chat[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_was_scanned_is_warned_about()
    {
        await Begin(StoreProvider.Sqlite);
        await Draft("Pengumuman");
        await Rina.SendsFile(Pdf("pindaian.pdf", ""));
        Rina.Hears("⚠ Lampiran “pindaian.pdf” hasil pindaian, jadi isinya tidak dapat saya periksa. Pastikan tidak memuat data pribadi");
    }

    [Fact]
    public async Task That_is_hostile_gets_a_sentence_and_the_draft_stays()
    {
        await Begin(StoreProvider.Sqlite);
        await Draft("Pengumuman");
        await Rina.SendsFile(new SentFile(PdfFile.Of(["a"], "/OpenAction 10 0 R", "<</S/JavaScript/JS(a)>>"), "lelang.pdf"));
        Rina.HearsOnly("“lelang.pdf” memuat isi aktif (skrip), jadi tidak dapat diterbitkan. Cetak ke PDF (Print, lalu Save as PDF), lalu kirim lagi.");
        await Rina.SendsFile(new SentFile([1], "lelang.pdf", ClaimedSize: 25_000_000));
        Rina.HearsOnly("“lelang.pdf” 23,8 MB; batas Telegram untuk bot 20,0 MB.");
        Assert.Null((await Office.Newest()).Draft.Attachment);
        await Rina.Taps("Kirim");
        Rina.Hears("Terkirim");
    }

    private async Task Draft(string category)
    {
        await Rina.Says("/tulis");
        await Rina.Says(Judul);
        await Rina.Says(Naskah.Body());
        await Rina.Taps("Selesai");
        await Rina.SendsPhoto(Naskah.Photo(), "Jalan yang akan diperbaiki.");
        await Rina.Taps("Selesai");
        await Rina.Taps(category);
        Rina.Hears(Judul);
    }
}
