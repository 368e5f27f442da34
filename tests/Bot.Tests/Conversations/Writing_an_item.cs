using System.Text.Json;
using System.Xml.Linq;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class Writing_an_item : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task Step_by_step_with_two_photos_leads_to_all_three_feeds(StoreProvider provider)
    {
        await Begin(provider);

        var first = await Rina.Says("/tulis");
        Rina.HearsOnly("Judul", "15–160 karakter");
        var title = await Rina.Says(Naskah.Title);
        Rina.HearsOnly("Sekarang isi beritanya");
        await Rina.Says(Naskah.Body());
        Rina.HearsOnly("Diterima: 1 pesan, 90 kata.");
        await Rina.Taps("Selesai");
        Rina.HearsOnly("Foto kegiatan");
        await Rina.SendsPhoto(Naskah.Photo(1), "Petugas merekam sidik jari warga.");
        Rina.HearsOnly("1 foto diterima. Tekan Selesai");
        await Rina.SendsPhoto(Naskah.Photo(2), "Antrean warga di kantor nagari.");
        Rina.HearsOnly("2 foto diterima. Tekan Selesai");
        await Rina.Taps("Selesai");
        var categories = Rina.HearsOnly("Pilih kategori");
        Assert.Equal("Pemerintahan", categories.AllButtons.First().Text);
        Yeni.HearsNothing();
        await Rina.Taps("Kependudukan");
        var preview = Rina.HearsOnly(Naskah.Title, "Sarilamak, Disdukcapil", "Kependudukan · 2 foto · 90 kata");
        Assert.Equal(["Baca lengkap", "Ubah judul", "Ubah isi", "Foto", "Kategori", "Tempat dan tanggal", "Hapus draf", "Kirim"], preview.Labels());
        Yeni.HearsNothing();

        await Rina.Taps("Kirim");
        var receipt = Rina.HearsOnly("Terkirim ke Kominfo");
        Assert.StartsWith("Terkirim", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(title.Id, receipt.ReplyTo);
        Assert.Empty(Rina.Now(preview).AllButtons);
        var number = Naskah.NumberIn(receipt.Text);
        var card = Yeni.Hears("Menunggu evaluasi", number, Naskah.Title, "kata1x80", "oleh Rina Marlina", "2 foto");
        Assert.Equal(2, Yeni.Chat.Count(message => message.HasPhoto && message.Id < card.Id));
        Joni.HearsNothing();

        await Yeni.Taps("Setujui");
        Yeni.HearsOnly("Disetujui Yeni Safitri (Kabid)", "menunggu Kadis");
        Budi.Hears("Disetujui Yeni Safitri (Kabid)");
        Assert.Equal(title.Id, Rina.HearsOnly(number, "disetujui Yeni Safitri (Kabid)", "menunggu persetujuan Kadis").ReplyTo);
        Joni.Hears("Menunggu persetujuan", number, "dievaluasi Yeni Safitri");

        await Joni.Taps("Setujui");
        Joni.HearsOnly("Terbitkan sekarang?", "kata1x80");
        Rina.HearsNothing();
        await Joni.Taps("Ya, terbitkan");
        Joni.Hears("✔ Terbit", $"{Rehearsal.Portal}/berita/{number}/");
        Rina.Hears(number, "sudah terbit", $"{Rehearsal.Portal}/berita/{number}/");
        Yeni.Hears("Terbit", number);
        Hendri.HearsNothing();

        var rss = XDocument.Parse(await Office.Reads("/rss.xml", number));
        Assert.Equal(Naskah.Title, rss.Descendants("item").Single().Element("title")!.Value);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal(Naskah.Title, XDocument.Parse(await Office.Reads("/atom.xml", number)).Descendants(atom + "entry").Single().Element(atom + "title")!.Value);
        var item = JsonDocument.Parse(await Office.Reads("/feed.json", number)).RootElement.GetProperty("items")[0];
        Assert.Contains("kata1x80", item.GetProperty("content_html").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, item.GetProperty("attachments").GetArrayLength());
        Assert.NotEqual(first.Id, title.Id);
    }

    [Fact]
    public async Task A_body_in_several_messages_is_one_body_in_their_order()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        await Rina.Says("Paragraf pertama.");
        var progress = Rina.Hears("Diterima: 1 pesan, 2 kata.");
        await Rina.Says("Paragraf kedua.");
        await Rina.Says("Paragraf ketiga.");

        Assert.Equal(progress.Id, Rina.HearsOnly("Diterima: 3 pesan, 6 kata.").Id);
        Assert.Equal("Paragraf pertama.\n\nParagraf kedua.\n\nParagraf ketiga.", (await Office.Newest()).Draft.Body.Text);
    }

    [Theory, BothStores]
    public async Task A_pasted_text_of_17734_characters_arrives_whole_in_the_feed(StoreProvider provider)
    {
        await Begin(provider);
        var text = string.Join(' ', Enumerable.Range(1, 5000).Select(word => $"k{word}"))[..17734].Replace(" k3999 ", " 😀😀ä ", StringComparison.Ordinal);
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        Rina.Forgets();
        var pieces = await Rina.Pastes(text);
        Assert.Equal(5, pieces.Count);
        Rina.HearsOnly("Diterima: 5 pesan");
        await Rina.Taps("Selesai");
        await Rina.SendsPhoto(Naskah.Photo(), "Keterangan.");
        await Rina.Taps("Selesai");
        await Rina.Taps("Pengumuman");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        var number = Naskah.NumberIn(Rina.Hears("Terkirim").Text);
        await Yeni.Taps("Setujui");
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");

        var feed = JsonDocument.Parse(await Office.Reads("/feed.json", number)).RootElement.GetProperty("items")[0].GetProperty("content_text").GetString()!;
        Assert.Equal(text.Split(' '), feed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
