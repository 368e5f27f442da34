using KominfoBot.Bot.Buttons;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>What a reviewer can do beside Setujui, Kembalikan, Tolak and Sunting.</summary>
public sealed class Behind_Lainnya : Transcript
{
    [Theory, BothStores]
    public async Task The_author_is_asked_and_answers_while_the_text_stays_where_it_is(StoreProvider provider)
    {
        await Begin(provider);
        var number = await Rina.Submits();
        await Yeni.Taps("Lainnya");
        Yeni.Hears("Tindakan lain");
        await Yeni.Taps("Tanya penulis");
        Rina.Forgets();
        await Yeni.Says("Berapa warga yang dilayani?");
        Yeni.Hears("Pertanyaan dikirim");
        Rina.HearsOnly(number, "“Berapa warga yang dilayani?”", "Yeni Safitri (Kabid)");
        Assert.Contains("❓ Yeni Safitri: “Berapa warga yang dilayani?” (belum dijawab)", Budi.WithButton("Setujui").Text, StringComparison.Ordinal);

        await Rina.Taps("Jawab");
        Yeni.Forgets();
        await Rina.Says("120 warga.");
        Rina.Hears("Jawaban Anda tampil");
        Yeni.Hears("💬", number, "“120 warga.”");
        Assert.Contains("Jawaban pengirim: “120 warga.”", Budi.WithButton("Setujui").Text, StringComparison.Ordinal);
        Assert.Equal(EditionState.InReview, (await Office.Newest()).State);
        var late = await Rina.Forges(Rina.Chat[^1], new ActButton(Act.Answer, (await Office.Newest()).Id, new RevisionHash((await Office.Newest()).CurrentHash!).Token).Pack());
        Assert.Equal((true, "Tidak ada pertanyaan yang menunggu jawaban."), (late.IsAlert, late.Text));
    }

    [Fact]
    public async Task The_same_answer_to_another_question_is_news_and_so_is_the_same_edit_made_again()
    {
        var number = await Rina.Submits();
        foreach (var question in new[] { "Berapa warga yang dilayani?", "Berapa yang hadir?" })
        {
            await Yeni.Taps("Lainnya");
            await Yeni.Taps("Tanya penulis");
            await Yeni.Says(question);
            await Rina.Taps("Jawab");
            Yeni.Forgets();
            await Rina.Says("120 warga.");
            Yeni.Hears("💬", number, "“120 warga.”");
        }
        foreach (var (old, young) in new[] { ("petugas", "aparat"), ("aparat", "petugas"), ("petugas", "aparat") })
        {
            await Budi.Taps("Sunting");
            Yeni.Forgets();
            await Budi.Says($"{char.ToUpperInvariant(old[0])}{old[1..]} → {char.ToUpperInvariant(young[0])}{young[1..]}");
            await Budi.Taps("Simpan");
            Yeni.Hears("menyunting", number);
        }
    }

    [Fact]
    public async Task The_Kadis_sends_a_typo_back_to_Kominfo_and_not_to_the_SKPD()
    {
        var number = await Office.Endorsed();
        await Joni.Taps("Lainnya");
        await Joni.Taps("Kembali ke Kominfo");
        Rina.Forgets();
        Yeni.Forgets();
        await Joni.Says("Ejaan nama nagari keliru.");

        Rina.HearsNothing();
        Yeni.Hears("Menunggu evaluasi", number, "↩ Joni Amir: “Ejaan nama nagari keliru.”");
        Assert.Equal(EditionState.InReview, (await Office.Newest()).State);
        await Budi.Taps("Setujui");
        Joni.Hears("Menunggu persetujuan", number);
    }

    [Fact]
    public async Task An_exempted_item_is_not_published_until_that_is_lifted()
    {
        await Office.Endorsed();
        await Joni.Taps("Lainnya");
        await Joni.Taps("Kecualikan");
        await Joni.Taps("Setujui");
        var stopped = await Joni.Taps("Ya, terbitkan");
        Assert.True(stopped.IsAlert);
        Assert.Contains("berkelas dikecualikan", stopped.Text, StringComparison.Ordinal);
        await Joni.Taps("Lainnya");
        await Joni.Taps("Batalkan pengecualian");
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");
        Assert.Equal(EditionState.Published, (await Office.Newest()).State);
    }

    [Fact]
    public async Task A_rejected_text_is_reopened_by_the_Kadis()
    {
        var number = await Office.Endorsed();
        await Joni.Taps("Tolak");
        await Joni.Taps("Sudah pernah terbit");
        await Joni.Taps("Ya, tolak");
        Yeni.Forgets();
        await Joni.Taps("Lainnya");
        await Joni.Taps("Buka lagi");

        Rina.Hears(number, "dibuka lagi oleh Joni Amir (Kadis)");
        Yeni.Hears("Menunggu evaluasi", number);
        Assert.Equal(EditionState.InReview, (await Office.Newest()).State);
    }

    [Fact]
    public async Task The_head_of_an_SKPD_agrees_before_Kominfo_sees_it_where_the_SKPD_wants_that()
    {
        await Office.Write(db => db.Skpds.Where(skpd => skpd.Code == "DISDUKCAPIL").ExecuteUpdateAsync(set => set.SetProperty(skpd => skpd.HeadApproves, true)));
        var head = Office.Stranger("Ibu Kepala");
        await Office.Appoint(head, Role.KepalaSkpd, "DISDUKCAPIL");
        await head.Says("/start");
        await Rina.SendsPhoto(Naskah.Photo(), $"{Naskah.Title}\n{Naskah.Body()}");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        Rina.Hears("Terkirim", "menunggu persetujuan kepala SKPD");
        Yeni.HearsNothing();
        Assert.Equal(EditionState.AwaitingHead, (await Office.Newest()).State);

        var card = head.Hears("Menunggu kepala SKPD", Naskah.Title);
        Assert.Equal("Baca lengkap Riwayat Kembalikan Setujui", string.Join(' ', card.Labels()));
        await head.Taps("Kembalikan");
        await head.Taps("Data perlu dicek");
        Rina.Hears("dikembalikan", "Ibu Kepala (Kepala SKPD DISDUKCAPIL)");
        await Rina.Taps("Jawab");
        await Rina.Says("Sudah dicek.");
        await head.Taps("Setujui");
        Rina.Hears("disetujui Ibu Kepala", "diteruskan ke Kominfo");
        Yeni.Hears("Menunggu evaluasi", Naskah.Title);
    }

    [Fact]
    public async Task Is_not_shown_to_who_may_do_nothing_here()
    {
        await Rina.Submits();
        var edition = await Office.Newest();
        Hendri.Forgets();
        var answer = await Hendri.Forges(Hendri.Chat[^1], new CardButton(CardChoice.More, edition.Id, new RevisionHash(edition.CurrentHash!).Token).Pack());
        Assert.True(answer.IsAlert);
        answer = await Hendri.Forges(Hendri.Chat[^1], new ActButton(Act.Ask, edition.Id, new RevisionHash(edition.CurrentHash!).Token).Pack());
        Assert.Equal((true, "Ini tugas Anggota Kominfo atau Kabid atau Kadis. Anda terdaftar sebagai Admin SKPD."), (answer.IsAlert, answer.Text));
        Hendri.HearsNothing();
    }
}
