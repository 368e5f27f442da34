using KominfoBot.Bot.Tests.Photos;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class A_reviewer_at_the_card : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task Returns_with_a_ready_reason_and_the_mended_text_comes_as_a_new_card(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Rina.Submits();
        var old = Yeni.Hears("Menunggu evaluasi", number);
        await Yeni.Taps("Kembalikan");
        Assert.Equal(old.Id, Yeni.HearsOnly("Apa yang perlu diperbaiki?", "kata1x80").Id);
        Budi.Hears("⏳ Yeni Safitri sedang menulis alasan pengembalian");
        Rina.HearsNothing();
        await Yeni.Taps("Tambah narasumber");

        Assert.Empty(Yeni.HearsOnly("Dikembalikan oleh Yeni Safitri (Kabid)", "Mohon tambah narasumber.").AllButtons);
        Assert.Empty(Budi.HearsOnly("Dikembalikan oleh Yeni Safitri (Kabid)").AllButtons);
        var notice = Rina.HearsOnly(number, "dikembalikan", "Mohon tambah narasumber.", "Yeni Safitri (Kabid)");
        Assert.Equal(["Perbaiki", "Jawab"], notice.Labels());
        await Rina.Taps("Perbaiki");
        Rina.HearsOnly("Dikembalikan:", "Mohon tambah narasumber.", Naskah.Title);
        await Rina.Taps("Kirim");
        Assert.Equal(["Jawab"], Rina.HearsOnly("Naskah belum berubah").Labels());
        await Rina.Taps("Ubah isi");
        await Rina.Says(Naskah.Body(7));
        await Rina.Taps("Selesai");
        await Rina.Taps("Kirim");
        Yeni.HearsNothing();
        await Rina.Taps("Tetap kirim");

        Rina.Hears($"Terkirim ke Kominfo: {number}");
        var fresh = Yeni.Hears("Menunggu evaluasi", number, "kelompok 7");
        Assert.True(fresh.Id > old.Id);
        Assert.Empty(Yeni.Now(old).AllButtons);
        Assert.Contains("Setujui", fresh.Labels());
    }

    [Fact]
    public async Task Returns_in_own_words_at_once()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Rina.Submits();
        await Yeni.Taps("Kembalikan");
        await Yeni.Taps("Alasan lain");
        Yeni.Hears("Tulis alasan pengembalian", number);
        Rina.HearsNothing();
        await Yeni.Says("Nama camatnya keliru.");

        Yeni.Hears(number, "Dikembalikan kepada pengirim.");
        Rina.HearsOnly(number, "“Nama camatnya keliru.”");
        Assert.Equal(EditionState.Returned, (await Office.Newest()).State);
    }

    [Fact]
    public async Task Changes_the_mind_before_the_reason_and_nothing_happens()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Submits();
        await Yeni.Taps("Kembalikan");
        await Yeni.Taps("Alasan lain");
        await Yeni.Taps("Batal");
        Assert.Contains("Setujui", Yeni.WithButton("Setujui").Labels());
        await Yeni.Says("Sudah, tidak jadi.");

        Rina.HearsNothing();
        Assert.Equal(EditionState.InReview, (await Office.Newest()).State);
        Assert.DoesNotContain("sedang menulis", Budi.WithButton("Setujui").Text, StringComparison.Ordinal);
    }

    [Theory, BothStores]
    public async Task Walks_away_from_a_reason_and_the_hint_on_the_others_cards_goes_after_a_while(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Rina.Submits();
        await Yeni.Taps("Kembalikan");
        Budi.Hears("sedang menulis alasan", number);
        await Office.PassesBy(TimeSpan.FromMinutes(9));
        Budi.HearsNothing();
        await Yeni.Taps("← Kembali");
        Assert.DoesNotContain("sedang menulis", Budi.HearsOnly(number).Text, StringComparison.Ordinal);
        await Yeni.Taps("Kembalikan");
        Budi.Hears("sedang menulis alasan", number);

        // The first hint's time passes; the second one still stands.
        await Office.PassesBy(TimeSpan.FromMinutes(9));
        Budi.HearsNothing();
        await Office.PassesBy(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("sedang menulis", Budi.HearsOnly(number).Text, StringComparison.Ordinal);
        Assert.Contains("Setujui", Budi.WithButton("Setujui").Labels());
    }

    [Fact]
    public async Task Leaves_a_reason_with_Batal_and_every_card_is_as_it_was()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Rina.Submits();
        await Yeni.Taps("Kembalikan");
        await Yeni.Taps("Alasan lain");
        Budi.Hears("sedang menulis alasan", number);
        Yeni.Forgets();
        await Yeni.SendsPhoto(Naskah.Photo());
        Yeni.HearsOnly("Alasan ditulis dengan kata-kata");
        await Yeni.Says("/batal");

        Yeni.Hears("Baik, dibatalkan.");
        Assert.DoesNotContain("sedang menulis", Budi.HearsOnly(number).Text, StringComparison.Ordinal);
        Assert.Contains("Setujui", Yeni.WithButton("Setujui").Labels());
        await Yeni.Says("Halo");
        Rina.HearsNothing();
    }

    [Fact]
    public async Task Gets_the_authors_answer_on_a_new_card()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Rina.Submits();
        await Yeni.Taps("Kembalikan");
        await Yeni.Taps("Data perlu dicek");
        Rina.Forgets();
        Yeni.Forgets();
        await Rina.Taps("Jawab");
        Rina.HearsOnly("Tulis jawaban Anda", number);
        await Rina.Says(string.Join(' ', Enumerable.Repeat("panjang", 80)));
        Rina.HearsOnly("Jawaban terlalu panjang (639 karakter, batas 500).");
        await Rina.SendsPhoto(Naskah.Photo(9), "Ini buktinya.");
        Rina.HearsOnly("Jawaban ditulis dengan kata-kata, jadi kiriman ini belum saya simpan.");
        await Rina.Says("Datanya dari BPS 2025.");

        Rina.Hears($"Terkirim ke Kominfo: {number}");
        Yeni.Hears("Menunggu evaluasi", number, "Jawaban pengirim: “Datanya dari BPS 2025.”");
    }

    [Fact]
    public async Task Rejects_only_after_a_reason_and_Ya()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Rina.Submits();
        await Yeni.Taps("Tolak");
        Yeni.Hears("Mengapa naskah ini ditolak?");
        await Yeni.Taps("Sudah pernah terbit");
        Yeni.HearsOnly("Tolak naskah ini dengan alasan “Sudah pernah terbit.”?");
        await Yeni.Taps("Batal");
        Assert.Equal(EditionState.InReview, (await Office.Newest()).State);
        await Yeni.Taps("Tolak");
        await Yeni.Taps("Alasan lain");
        await Yeni.Says("Bukan kegiatan SKPD.");
        Yeni.Hears("Tolak naskah ini dengan alasan “Bukan kegiatan SKPD.”?");
        Rina.HearsNothing();
        await Yeni.Taps("Ya, tolak");

        Rina.HearsOnly(number, "ditolak", "“Bukan kegiatan SKPD.”");
        Yeni.Hears("Ditolak oleh Yeni Safitri");
        Assert.Equal(EditionState.Rejected, (await Office.Newest()).State);
    }

    [Theory, BothStores]
    public async Task And_another_at_the_same_moment_make_one_act_and_the_later_one_reads_who_did_it(StoreProvider provider)
    {
        await Begin(provider);
        await Rina.Submits();
        Office.Driver.HoldUpdates();
        var presses = Task.WhenAll(Yeni.Taps("Setujui"), Budi.Taps("Setujui"));
        Office.Driver.ReleaseUpdates();
        var answers = await presses;

        Assert.Single(answers, answer => answer.IsAlert);
        var loser = answers.Single(answer => answer.IsAlert);
        Assert.Matches("sudah disetujui oleh (Yeni Safitri|Budi Hartono) \\(Kabid\\) pukul", loser.Text!);
        Rina.HearsOnly("menunggu persetujuan Kadis");
        Assert.Equal(1, await Office.Read(db => db.AuditEvents.CountAsync(row => row.Act == "Endorse", Cancel)));
    }

    [Fact]
    public async Task As_Kadis_confirms_and_Batal_brings_the_card_back()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Office.Endorsed();
        var card = Joni.Hears("Menunggu persetujuan", number);
        await Joni.Taps("Setujui");
        Assert.Equal(["Batal", "Jadwalkan…", "Ya, terbitkan"], Joni.Now(card).Labels());
        await Joni.Taps("Batal");
        Assert.Equal(card.Labels(), Joni.Now(card).Labels());
        Assert.Equal(EditionState.Endorsed, (await Office.Newest()).State);
        await Joni.Taps("Kembalikan");
        await Joni.Taps("Foto kurang tajam");

        Rina.Hears(number, "Foto kurang tajam.", "Joni Amir (Kadis)");
        Yeni.Hears("Dikembalikan oleh Joni Amir (Kadis)");
    }

    [Theory]
    [InlineData(true, "baca lengkap: ya")]
    [InlineData(false, "baca lengkap: tidak")]
    public async Task Reads_a_long_text_or_not_and_the_audit_knows(bool reads, string recorded)
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.SubmitsMoreThanACardHolds();
        Yeni.Hears("Ini awal naskah. Tekan Baca lengkap");
        if (reads)
        {
            await Yeni.Taps("Baca lengkap");
            Yeni.Hears("w900");
        }
        await Yeni.Taps("Setujui");

        Assert.Equal(EditionState.Endorsed, (await Office.Newest()).State);
        Joni.Forgets();
        await Joni.Taps("Riwayat");
        Joni.HearsOnly($"disetujui (evaluasi) oleh Yeni Safitri (Kabid) ({recorded})");
    }

    [Fact]
    public async Task Has_one_message_that_can_be_edited_even_when_body_remarks_and_photos_are_many()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title.PadRight(150, 'x'));
        await Rina.Says(string.Join(' ', Enumerable.Range(1000, 575).Select(word => $"w{word}")));
        await Rina.Taps("Selesai");
        await Rina.SendsAlbum([.. Enumerable.Range(1, 10).Select(number => Pictures.Png(60 + number, 40))]);
        await Rina.Taps("Selesai");
        await Rina.Taps("Kesehatan");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        var card = Yeni.Hears("Menunggu evaluasi", "Ini awal naskah. Tekan Baca lengkap");
        await Yeni.Taps("Kembalikan");

        Assert.Equal(card.Id, Yeni.HearsOnly("Apa yang perlu diperbaiki?").Id);
    }

    [Fact]
    public async Task Asks_for_the_history_and_reads_every_step_with_names_and_reasons()
    {
        await Begin(StoreProvider.Sqlite);
        var number = await Rina.Submits();
        await Yeni.Taps("Kembalikan");
        await Yeni.Taps("Judul kurang jelas");
        await Rina.Taps("Perbaiki");
        await Rina.Taps("Ubah judul");
        await Rina.Says("Judul yang sekarang lebih jelas");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        await Budi.Taps("Setujui");
        Joni.Forgets();
        await Joni.Taps("Riwayat");

        Joni.HearsOnly($"Riwayat {number}", "dikirim oleh Rina Marlina", "dikembalikan oleh Yeni Safitri (Kabid) — “Judul kurang jelas.”", "disetujui (evaluasi) oleh Budi Hartono (Kabid)");
    }

    [Fact]
    public async Task Asks_for_the_queue_and_gets_fresh_cards_oldest_first()
    {
        await Begin(StoreProvider.Sqlite);
        await Yeni.Says("/antrean");
        Yeni.HearsOnly("Tidak ada naskah yang menunggu Anda.");
        var first = await Rina.Submits();
        var second = await Hendri.Submits("Puskesmas keliling melayani nagari terjauh", 2);
        var old = Yeni.Chat.First(message => message.Text.Contains(first, StringComparison.Ordinal));
        Yeni.Forgets();
        await Yeni.Says("/antrean");

        Assert.Equal([first, second], Yeni.Chat.Where(message => message.Id > old.Id && message.Labels().Contains("Setujui")).Select(message => Naskah.NumberIn(message.Text)));
        Assert.Empty(Yeni.Now(old).AllButtons);
        Yeni.Hears("2 naskah menunggu Anda:");
        await Yeni.Taps("Setujui");
        Yeni.Hears("1 lagi menunggu Anda.");
        await Joni.Says("/antrean");
        Joni.Hears("1 naskah menunggu Anda:");
    }
}
