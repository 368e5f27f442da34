using KominfoBot.Bot.Search;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class Searching : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task A_reviewer_finds_what_all_SKPDs_sent_and_opens_it_from_the_list(StoreProvider provider)
    {
        await Begin(provider);
        var first = await Rina.Submits("Perekaman KTP keliling di Limapuluh Kota", 1);
        var second = await Hendri.Submits("Posyandu keliling di Nagari Taram dimulai", 2);
        Yeni.Forgets();
        await Yeni.Says("/cari keliling");

        var list = Yeni.HearsOnly("2 naskah untuk “keliling”", first, second, "menunggu evaluasi Kabid", "Posyandu keliling");
        Assert.Equal(["1", "2"], list.Labels());
        Assert.Equal(2, list.EntityTypes.Count(type => type == "text_link"));
        await Yeni.Says("/cari 50 kota");
        Yeni.HearsOnly("1 naskah", first);
        await Yeni.Says("/cari keliling skpd:dinkes");
        Yeni.HearsOnly("1 naskah", second);
        await Yeni.Taps("1");
        Assert.Contains("Setujui", Yeni.Hears("Menunggu evaluasi", second).Labels());
        await Yeni.Says("/cari jembatan");
        Yeni.HearsOnly("Tidak ada naskah untuk “jembatan”");
    }

    [Fact]
    public async Task An_SKPD_finds_its_own_and_opens_what_it_can_do_something_about()
    {
        await Begin(StoreProvider.Sqlite);
        var own = await Rina.Submits("Perekaman KTP keliling untuk warga lansia", 1);
        await Hendri.Submits("Posyandu keliling di Nagari Taram dimulai", 2);
        await Yeni.Taps(Yeni.Chat.First(message => message.Text.Contains(own, StringComparison.Ordinal) && message.Labels().Contains("Kembalikan")), "Kembalikan");
        await Yeni.Taps("Data perlu dicek");
        Rina.Forgets();
        await Rina.Says("/cari keliling status:dikembalikan");
        Rina.HearsOnly("1 naskah", own, "dikembalikan");
        await Rina.Taps("1");

        Assert.Equal(["Baca lengkap", "Perbaiki", "Jawab", "Tarik kembali"], Rina.HearsOnly("Dikembalikan oleh Yeni Safitri (Kabid)", "Data perlu dicek.", own).Labels());
        await Rina.Says("/cari posyandu");
        Rina.HearsOnly("Tidak ada naskah untuk “posyandu”");
    }

    [Fact]
    public async Task The_Koordinator_reads_what_was_sent_and_what_was_published_last()
    {
        await Begin(StoreProvider.Sqlite);
        var desi = Office.Desi;
        await desi.Says("/terbit");
        desi.HearsOnly("Tidak ada naskah untuk “status:terbit”");
        var number = await Office.Endorsed();
        await desi.Says($"/cari {number}");
        desi.HearsOnly("1 naskah", number, "menunggu persetujuan Kadis");
        await desi.Taps("1");
        Assert.Equal(["Baca lengkap", "Riwayat"], desi.HearsOnly("Disetujui Yeni Safitri (Kabid)", Naskah.Title, "kata1x82").Labels());
        await desi.Taps("Riwayat");
        desi.HearsOnly($"Riwayat {number}", "dikirim oleh Rina Marlina (Admin SKPD DISDUKCAPIL)", "disetujui (evaluasi) oleh Yeni Safitri (Kabid)");
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");
        await desi.Says("/start");
        desi.Hears("Selamat datang");
        await desi.Taps("Berita terbaru");
        desi.HearsOnly("1 naskah", number, "terbit");
        await desi.Says("/tulis");
        desi.HearsOnly("/tulis bukan untuk Koordinator", "/cari", "/riwayat", "/terbit");
    }

    [Fact]
    public async Task Pages_turn_in_place_and_old_ones_say_so()
    {
        await Begin(StoreProvider.Sqlite);
        for (var number = 1; number <= 11; number++) await Rina.Submits($"Berita bernomor {number} dari kantor kami", number);
        Yeni.Forgets();
        await Yeni.Says("/cari bernomor");
        var list = Yeni.HearsOnly("11 naskah", "halaman 1 dari 2", "bernomor 11");
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "Berikutnya ›"], list.Labels());
        await Yeni.Taps("Berikutnya ›");
        var second = Yeni.HearsOnly("halaman 2 dari 2", "bernomor 1 ");
        Assert.Equal(list.Id, second.Id);
        Assert.Equal(["11", "‹ Sebelumnya"], second.Labels());
        await Yeni.Taps("‹ Sebelumnya");
        Yeni.HearsOnly("halaman 1 dari 2");
        for (var more = 0; more < 10; more++) await Yeni.Says($"/cari lain{more}");
        var answer = await Yeni.Taps(list, "Berikutnya ›");
        Assert.True(answer.IsAlert);
        Assert.Contains("Cari lagi dengan /cari", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_that_are_not_understood_are_named_with_what_they_take()
    {
        await Begin(StoreProvider.Sqlite);
        foreach (var (typed, answer) in new[]
        {
            ("/cari", "Mencari naskah"),
            ("/cari !!!", "Mencari naskah"),
            ("/cari skpd:NIHIL", "SKPD “NIHIL” tidak ada dalam daftar"),
            ("/cari status:hilang", "Status “hilang” tidak ada. Yang ada: diperiksa"),
            ("/cari kategori:gosip", "Kategori “gosip” tidak ada. Yang ada:"),
            ("/cari dari:kemarin", "“kemarin” bukan tanggal. Contoh: dari:2026-11-30"),
            ("/cari dari:2026-11-30 sampai:1/11/2026", "mendahului tanggal awal"),
            ($"/cari {new string('x', 201)}", "Pencarian terlalu panjang (201 karakter, batas 200)"),
        })
        {
            await Yeni.Says(typed);
            Yeni.HearsOnly(answer);
        }
    }

    [Fact]
    public void Filters_are_read_in_any_order_and_the_rest_are_words()
    {
        Skpd[] skpds = [new() { Code = "KEC-HARAU", Name = "Kecamatan Harau", ShortName = "Kec. Harau" }];
        Category[] categories = [new() { Code = "kesehatan", Name = "Kesehatan", Order = 1 }];
        var (query, fault) = SearchWords.Read("posyandu SKPD:kec-harau kategori:Kesehatan https://x.id pukul 09:00 dari:1/11/2026 sampai:2026-11-30 status:terbit", skpds, categories);
        Assert.Null(fault);
        Assert.Equal(("posyandu https://x.id pukul 09:00", "KEC-HARAU", "kesehatan", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30)), (query!.Text, query.SkpdCode, query.CategoryCode, query.From, query.Until));
        Assert.Equal([EditionState.Published], query.States);
        Assert.Equal((new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 5)), SearchWords.Read("tanggal:5.11.2026", skpds, categories).Query is { } day ? (day.From, day.Until) : default);
    }
}
