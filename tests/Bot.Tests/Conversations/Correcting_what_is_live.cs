using KominfoBot.Bot.Buttons;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Buat koreksi: by the SKPD and by Kominfo, with a public note; and the requests of those who may not do it themselves.</summary>
public sealed class Correcting_what_is_live : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task The_SKPD_corrects_its_item_in_the_open_while_the_old_text_stays(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Published();
        await Rina.Taps("Buat koreksi");
        Rina.Hears("Apa yang dikoreksi", number, "Ralat");
        await Rina.Says("Jumlah warga semula tertulis keliru.");
        Assert.Contains("Kirim", Rina.Hears("Ralat: “Jumlah warga semula tertulis keliru.”").Labels());
        await Rewrites(Rina);
        var card = Yeni.Hears(number, "Koreksi atas berita yang sudah terbit (edisi 2)", "Jumlah warga semula");
        Assert.Contains("Berubah dari yang tayang", card.Text, StringComparison.Ordinal);
        Assert.Equal(["Baca lengkap", "Perubahan", "Riwayat"], card.Labels().Take(3));
        await Yeni.Taps("Perubahan");
        Yeni.HearsOnly(number, "berubah dari yang tayang", "pembetulan");
        Assert.DoesNotContain("pembetulan", await Office.Reads("/feed.json", number), StringComparison.Ordinal);

        await Yeni.Taps("Setujui");
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");
        Rina.Hears("Koreksi", number, "sudah terbit");
        var item = (await Office.Newest()).Item!;
        var page = await Office.Reads($"/berita/{number}/{item.Slug}", "pembetulan");
        Assert.Contains("Jumlah warga semula tertulis keliru.", page, StringComparison.Ordinal);
        Assert.Contains("Ralat", page, StringComparison.Ordinal);
        await Office.Reads("/feed.json", "Jumlah warga semula tertulis keliru.");
    }

    [Fact]
    public async Task Who_starts_it_at_Kominfo_writes_it_like_an_author_and_others_decide()
    {
        await Begin(StoreProvider.Sqlite);
        await Office.Appoint(Budi, Role.Kadis);
        var number = await Published();
        await Joni.Taps("Buat koreksi");
        await Joni.Says("Nama nagari diperbaiki.");
        Joni.Hears("Ralat: “Nama nagari diperbaiki.”");
        await Rewrites(Joni);
        Joni.Hears("Terkirim ke Kominfo", number);

        await Yeni.Taps("Setujui");
        Assert.DoesNotContain("Setujui", Joni.Chat.SelectMany(message => message.Labels()));
        await Budi.Taps("Setujui");
        await Budi.Taps("Ya, terbitkan");
        Joni.Hears("Koreksi", number, "sudah terbit");
        Assert.Equal((2, EditionState.Published), ((await Office.Newest()).Ordinal, (await Office.Newest()).State));
    }

    [Fact]
    public async Task One_at_a_time_and_never_by_another_SKPD()
    {
        await Begin(StoreProvider.Sqlite);
        await Published();
        var edition = await Office.Newest();
        var press = new ActButton(Act.Revise, edition.Id, new RevisionHash(edition.CurrentHash!).Token).Pack();
        var wrong = await Hendri.Forges(Hendri.Chat[^1], press);
        Assert.True(wrong.IsAlert);
        Assert.Contains("milik DISDUKCAPIL", wrong.Text, StringComparison.Ordinal);

        await Rina.Taps("Buat koreksi");
        var sari = Office.Stranger("Sari Anggota");
        await Office.Appoint(sari, Role.Anggota);
        await sari.Says("/start");
        var second = await sari.Forges(sari.Chat[^1], press);
        Assert.True(second.IsAlert);
        Assert.Contains("Sudah ada edisi yang lebih baru", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_note_it_is_not_sent()
    {
        await Begin(StoreProvider.Sqlite);
        await Published();
        await Rina.Taps("Buat koreksi");
        await Rina.Taps("Nanti saja");
        await Rina.Taps("Ubah isi");
        await Rina.Says(Naskah.Body(2) + " pembetulan");
        await Rina.Taps("Selesai");
        await Rina.Taps("Kirim");
        Rina.Hears("Koreksi perlu catatan ralat");
        await Rina.Taps("Tulis catatan ralat");
        await Rina.Says(new string('x', 301));
        Rina.Hears("terlalu panjang (301 karakter, batas 300)");
        await Rina.Says("Jumlah diperbaiki.");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        Rina.Hears("Terkirim ke Kominfo");
    }

    [Theory, BothStores]
    public async Task A_Koordinator_asks_the_Kadis_and_hears_what_came_of_it(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Published();
        var desi = Office.Desi;
        await desi.Says("/terbit");
        await desi.Taps(desi.Chat[^1].Labels().First());
        Assert.Equal(["Baca lengkap", "Riwayat", "Minta koreksi", "Minta cabut"], desi.WithButton("Minta cabut").Labels());
        await desi.Taps("Minta cabut");
        Joni.Forgets();
        await desi.Says("Kegiatan itu belum disahkan Bupati.");
        desi.Hears("Permintaan pencabutan", number, "sudah sampai kepada Kadis");
        Assert.Equal(["Cabut", "Buat koreksi", "Tolak permintaan"], Joni.HearsOnly("Permintaan pencabutan", number, "“Kegiatan itu belum disahkan Bupati.”").Labels());

        await Joni.Taps("Cabut");
        await Joni.Taps("Data tidak akurat");
        await Joni.Taps("Ya, cabut");
        desi.Hears("Permintaan Anda", number, "sudah dicabut dari portal");
    }

    [Fact]
    public async Task The_SKPD_asks_too_and_what_was_under_way_goes_with_a_retraction()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Published();
        await Rina.Says("/status");
        await Rina.Taps($"Tindakan {number}");
        await Rina.Taps("Minta koreksi");
        await Rina.Says("Jumlahnya keliru.");
        Joni.Hears("Permintaan koreksi", number, "“Jumlahnya keliru.”");
        await Joni.Taps("Buat koreksi");
        await Joni.Says("Jumlah diperbaiki.");
        await Rewrites(Joni);

        Rina.Forgets();
        await Yeni.Taps("Cabut");
        await Yeni.Taps("Data tidak akurat");
        await Yeni.Taps("Ya, cabut");
        Rina.Hears(number, "dicabut dari portal");
        Joni.Hears("ikut ditarik");
        Assert.Equal(EditionState.Withdrawn, (await Office.Newest()).State);
    }

    [Theory, BothStores]
    public async Task A_request_that_is_not_met_is_answered_with_the_reason(StoreProvider provider)
    {
        await Begin(provider);
        await Office.Appoint(Budi, Role.Kadis);
        var number = await Published();
        await Office.Desi.Says("/terbit");
        await Office.Desi.Taps(Office.Desi.Chat[^1].Labels().First());
        await Office.Desi.Taps("Minta koreksi");
        await Office.Desi.Says("Nama nagari keliru.");
        Office.Desi.Forgets();
        Budi.Hears("Permintaan koreksi", number);
        var card = Joni.Hears("Permintaan koreksi", number);
        await Joni.Taps("Tolak permintaan");
        Assert.Equal(["Sudah sesuai", "Sudah dikoreksi", "Perlu data pendukung", "Batal"], Joni.Hears("Mengapa permintaan", number).Labels());
        await Joni.Says("Ejaan itu yang resmi menurut Perda.");

        Joni.Hears("Permintaan atas", "tidak dipenuhi", "Yang meminta sudah kami kabari");
        Office.Desi.HearsOnly("Permintaan Anda", number, "tidak dipenuhi: “Ejaan itu yang resmi menurut Perda.”", "Joni Amir (Kadis)", "tetap tayang");
        Budi.Hears("tidak dipenuhi oleh Joni Amir (Kadis)", number);
        Assert.Empty(Joni.Now(card).Labels());
        var late = await Budi.Forges(Budi.Chat[^1], new ActButton(Act.DeclineRequest, (await Office.Newest()).Id, new RevisionHash((await Office.Newest()).CurrentHash!).Token).Pack());
        Assert.Equal((true, "Tidak ada permintaan yang menunggu jawaban pada berita ini."), (late.IsAlert, late.Text));
    }

    [Fact]
    public async Task The_head_of_the_SKPD_asks_too_and_a_ready_answer_is_one_tap()
    {
        await Begin(StoreProvider.Sqlite);
        var head = Office.Stranger("Ibu Kepala");
        await Office.Appoint(head, Role.KepalaSkpd, "DISDUKCAPIL");
        var number = await Published();
        await head.Says($"/start lihat_{number}");
        Assert.Equal(["Baca lengkap", "Minta koreksi", "Minta cabut"], head.WithButton("Minta cabut").Labels());
        await head.Taps("Minta cabut");
        await head.Says("Kegiatannya batal.");
        await Joni.Taps("Tolak permintaan");
        head.Forgets();
        await Joni.Taps("Perlu data pendukung");
        head.HearsOnly("Permintaan Anda", number, "Mohon sampaikan dahulu data");
    }

    [Theory, BothStores]
    public async Task A_correction_left_lying_is_taken_over_and_its_author_hears(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Published();
        await Rina.Taps("Buat koreksi");
        await Rina.Says("Jumlah warga diperbaiki.");
        Rina.Forgets();
        Joni.Forgets();
        await Joni.Taps("Buat koreksi");
        Joni.Hears("sedang ditulis Rina Marlina", number, "Ambil alih?");
        Rina.HearsNothing();
        await Joni.Taps("Ya, ambil alih");
        Joni.Hears("Ralat: “Jumlah warga diperbaiki.”");
        Rina.HearsOnly("Koreksi", number, "dilanjutkan Joni Amir (Kadis) dari draf Anda");
        await Rewrites(Joni);
        Yeni.Hears("Menunggu evaluasi", number, "(edisi 3)");
    }

    private async Task<string> Published()
    {
        var number = await Office.Endorsed();
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");
        return number;
    }

    private static async Task Rewrites(Person author)
    {
        await author.Taps("Ubah isi");
        await author.Says(Naskah.Body(2) + " pembetulan");
        await author.Taps("Selesai");
        await author.Taps("Kirim");
        await author.Taps("Tetap kirim");
    }
}
