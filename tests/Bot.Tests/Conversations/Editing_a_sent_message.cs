using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>Somebody edits one of his own messages after Kirim: what others decide on stays, he is told so, and the way to a new revision is one tap.</summary>
public sealed class Editing_a_sent_message : Transcript
{
    private const string Late = "Judul yang terlambat diperbaiki pengirim";

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task While_it_is_reviewed_it_is_taken_back_and_goes_on_with_the_change(StoreProvider provider)
    {
        await Begin(provider);
        var whole = await Sent();
        Rina.Forgets();
        Yeni.Forgets();
        await Rina.Edits(whole, $"{Late}\n{Naskah.Body()}");
        var told = Rina.HearsOnly("sudah dikirim; naskah yang ditinjau tidak ikut berubah");
        Assert.Equal(["Tarik kembali dan ubah"], told.Labels());
        Yeni.HearsNothing();

        await Rina.Taps("Tarik kembali dan ubah");
        Rina.Hears(Late, "90 kata");
        Assert.Empty(Rina.Now(told).Labels());
        Yeni.Hears("Ditarik kembali oleh");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        Yeni.Hears("Menunggu evaluasi", Late);
        Assert.Equal("DISDUKCAPIL-2026-0002", (await Office.Newest()).Item!.Number);
    }

    [Fact]
    public async Task A_text_that_is_returned_has_the_change_in_its_draft()
    {
        await Begin(StoreProvider.Sqlite);
        var whole = await Sent();
        await Rina.Edits(whole, $"{Late}\n{Naskah.Body()}");
        Assert.Equal(Naskah.Title, NewsDesk.CurrentContent(await Office.Newest()).Title);
        await Yeni.Taps("Kembalikan");
        await Yeni.Taps("Judul kurang jelas");
        await Rina.Taps("Perbaiki");
        Rina.Hears(Late);
    }

    [Fact]
    public async Task An_edit_that_changes_no_word_is_no_news()
    {
        await Begin(StoreProvider.Sqlite);
        var whole = await Sent();
        Rina.Forgets();
        await Rina.Edits(whole, $"{Naskah.Title}\n{Naskah.Body()} ");
        Rina.HearsNothing();
    }

    [Fact]
    public async Task What_is_public_is_corrected_in_the_open()
    {
        await Begin(StoreProvider.Sqlite);
        var whole = await Sent();
        await Yeni.Taps("Setujui");
        await Joni.Taps("Setujui");
        await Joni.Taps("Ya, terbitkan");
        Rina.Forgets();
        await Rina.Edits(whole, $"{Late}\n{Naskah.Body()}");
        Assert.Equal(["Buat koreksi"], Rina.HearsOnly("sudah terbit; berita di portal tidak ikut berubah").Labels());
        await Rina.Taps("Buat koreksi");
        Rina.Hears("Apa yang dikoreksi");
    }

    [Fact]
    public async Task What_was_rejected_stays_as_it_is()
    {
        await Begin(StoreProvider.Sqlite);
        var whole = await Sent();
        await Yeni.Taps("Tolak");
        await Yeni.Taps("Sudah pernah terbit");
        await Yeni.Taps("Ya, tolak");
        Rina.Forgets();
        await Rina.Edits(whole, $"{Late}\n{Naskah.Body()}");
        Rina.HearsOnly("sudah ditolak; naskahnya tidak ikut berubah");
    }

    private async Task<SeenMessage> Sent()
    {
        var whole = await Rina.SendsPhoto(Naskah.Photo(), $"{Naskah.Title}\n{Naskah.Body()}");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        return whole;
    }
}
