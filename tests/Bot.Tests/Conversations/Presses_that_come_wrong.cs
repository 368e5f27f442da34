using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class Presses_that_come_wrong : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The card that Yeni has, with Rina's item on it.</summary>
    private async Task<(SeenMessage Card, string Agree)> Card(StoreProvider provider = StoreProvider.Sqlite)
    {
        await Begin(provider);
        await Rina.Submits();
        var card = Yeni.WithButton("Setujui");
        foreach (var person in new[] { Rina, Hendri, Yeni, Budi, Joni }) person.Forgets();
        return (card, card.AllButtons.First(button => button.Text == "Setujui").Data!);
    }

    private async Task NothingChanged(EditionState state = EditionState.InReview)
    {
        Assert.Equal(state, await Office.Read(db => db.Editions.OrderBy(edition => edition.Id).Select(edition => edition.State).FirstAsync(Cancel)));
        foreach (var person in new[] { Rina, Hendri, Yeni, Budi, Joni }) person.HearsNothing();
    }

    [Theory, BothStores]
    public async Task Without_the_right_get_an_alert_and_change_nothing(StoreProvider provider)
    {
        var (card, agree) = await Card(provider);
        var forwarded = await Hendri.Forwards(card);
        Hendri.Forgets();

        var answer = await Hendri.Forges(forwarded, agree);
        Assert.Equal((true, "Ini tugas Kabid. Anda terdaftar sebagai Admin SKPD."), (answer.IsAlert, answer.Text));
        answer = await Joni.Forges(Joni.Chat[^1], agree);
        Assert.True(answer.IsAlert);
        var stranger = Office.Stranger();
        var greeting = await stranger.Says("/start");
        answer = await stranger.Forges(greeting, agree);
        Assert.True(answer.IsAlert);
        Assert.Contains("petugas yang diundang", answer.Text, StringComparison.Ordinal);
        await NothingChanged();
    }

    [Fact]
    public async Task By_the_author_himself_get_an_alert()
    {
        await Begin(StoreProvider.Sqlite);
        await Office.Appoint(Rina, Role.Kabid);
        await Rina.Submits();
        var card = Yeni.WithButton("Setujui");
        Yeni.Forgets();

        var answer = await Rina.Forges(Rina.Chat[^1], card.AllButtons.First(button => button.Text == "Setujui").Data!);

        Assert.Equal((true, "Anda menulis naskah ini, jadi harus orang lain yang menyetujui."), (answer.IsAlert, answer.Text));
        Assert.Equal(EditionState.InReview, (await Office.Newest()).State);
        Yeni.HearsNothing();
    }

    [Fact]
    public async Task On_an_old_text_get_an_alert()
    {
        var (card, agree) = await Card();
        await Yeni.Taps("Kembalikan");
        await Yeni.Taps("Judul kurang jelas");
        await Rina.Taps("Perbaiki");
        await Rina.Taps("Ubah judul");
        await Rina.Says("Judul yang sekarang lebih jelas");
        await Rina.Taps("Kirim");
        await Rina.Taps("Tetap kirim");
        foreach (var person in new[] { Rina, Yeni, Budi }) person.Forgets();

        var answer = await Yeni.Forges(card, agree);

        Assert.True(answer.IsAlert);
        Assert.StartsWith("Naskah sudah berubah sejak kartu ini dibuat.", answer.Text, StringComparison.Ordinal);
        await NothingChanged();
    }

    [Theory]
    [InlineData("bukan tombol")]
    [InlineData("c:Agree:999999:AAAAAAAAAAAAAAAAAAAAAA:0")]
    [InlineData("c:ReturnFor:1:AAAAAAAAAAAAAAAAAAAAAA:99")]
    [InlineData("c:RejectYes:1:AAAAAAAAAAAAAAAAAAAAAA:0")]
    [InlineData("i:WithdrawYes:1")]
    [InlineData("v:AdminPortal::0")]
    [InlineData("s:1:Preview:Send:")]
    public async Task With_forged_data_change_nothing(string data)
    {
        var (card, _) = await Card();

        var answer = await Yeni.Forges(card, data);

        Assert.NotNull(answer.Text);
        await NothingChanged();
    }

    [Fact]
    public async Task On_a_copy_that_a_killed_process_left_behind_count_and_take_its_buttons_away()
    {
        var (copy, _) = await Card();
        // What the process would have written down, had it not been killed: so the card is sent once more.
        await Office.Write(db => db.Posted.Where(row => row.ChatId == Yeni.Id && row.Slot.StartsWith("card:")).ExecuteDeleteAsync(Cancel));
        await Yeni.Says("/antrean");
        var card = Yeni.WithButton("Setujui");
        Assert.True(card.Id > copy.Id);

        await Yeni.Taps(copy, "Setujui");

        Assert.Empty(Yeni.Now(copy).AllButtons);
        Assert.Contains("Disetujui Yeni Safitri (Kabid)", Yeni.Now(card).Text, StringComparison.Ordinal);
        Assert.Equal(EditionState.Endorsed, (await Office.Newest()).State);
    }

    [Fact]
    public async Task Late_at_a_finished_step_are_told_so()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        await Rina.Says(Naskah.Body());
        var step = Rina.WithButton("Selesai");
        var done = step.AllButtons.First(button => button.Text == "Selesai").Data!;
        await Rina.Taps("Selesai");
        Rina.Forgets();

        Assert.Equal(new PressAnswer("Langkah ini sudah selesai.", false, null), await Rina.Forges(step, done));
        Rina.HearsNothing();
        Assert.Empty(Rina.Now(step).AllButtons);
    }

    [Fact]
    public async Task After_the_role_was_taken_away_get_an_alert()
    {
        var (card, _) = await Card();
        await Office.Dismiss(Yeni);

        Assert.True((await Yeni.Taps(card, "Setujui")).IsAlert);
        await NothingChanged();
    }

    [Fact]
    public async Task A_second_press_on_a_decided_card_reads_who_decided_and_when()
    {
        var (card, agree) = await Card();
        await Budi.Taps("Setujui");
        Yeni.Hears("Disetujui Budi Hartono (Kabid)");

        var answer = await Yeni.Forges(card, agree);

        Assert.True(answer.IsAlert);
        Assert.Matches(@"^Naskah ini sudah disetujui oleh Budi Hartono \(Kabid\) pukul \d\d\.\d\d\.$", answer.Text!);
        Assert.Equal(EditionState.Endorsed, (await Office.Newest()).State);
    }

    [Fact]
    public async Task A_writer_whose_role_ends_in_mid_writing_can_send_nothing()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.SendsPhoto(Naskah.Photo(), $"{Naskah.Title}\n{Naskah.Body()}");
        Rina.Forgets();
        await Office.Dismiss(Rina);

        Assert.True((await Rina.Taps("Kirim")).IsAlert);
        await Rina.Says("Masih bisa?");

        Rina.HearsOnly("petugas yang diundang");
        Yeni.HearsNothing();
        Assert.Equal(EditionState.Draft, (await Office.Newest()).State);
    }
}
