using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class A_restart_in_mid_conversation : Transcript
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory, BothStores]
    public async Task Is_not_noticed_at_any_step(StoreProvider provider)
    {
        await Begin(provider);
        await Rina.Says("/tulis");
        await Office.Restart();
        await Rina.Says(Naskah.Title);
        await Office.Restart();
        await Rina.Says(Naskah.Body());
        Rina.Hears("Diterima: 1 pesan");
        await Office.Restart();
        Rina.HearsNothing();
        await Rina.Taps("Selesai");
        await Rina.SendsPhoto(Naskah.Photo(), "Keterangan.");
        await Office.Restart();
        await Rina.Taps("Selesai");
        await Rina.Taps("Kesehatan");
        await Office.Restart();
        await Rina.Taps("Kirim");
        var number = Naskah.NumberIn(Rina.Hears("Terkirim").Text);
        await Yeni.Taps("Kembalikan");
        await Yeni.Taps("Alasan lain");
        await Office.Restart();
        await Yeni.Says("Nama camatnya keliru.");

        Rina.HearsOnly(number, "“Nama camatnya keliru.”");
    }

    [Fact]
    public async Task What_was_said_while_nobody_ran_is_answered_afterwards()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Says("/tulis");
        await Office.Stop();
        Office.Driver.Say(Rina.Id, Naskah.Title);
        Office.Driver.Say(Rina.Id, "Bagian satu.");
        Office.Driver.Say(Rina.Id, "Bagian dua.");
        Rina.Forgets();
        await Office.Start();
        await Office.Quiet();

        Rina.Hears("Diterima: 2 pesan, 4 kata.");
        Assert.Equal("Bagian satu.\n\nBagian dua.", (await Office.Newest()).Draft.Body.Text);
    }

    [Theory, BothStores]
    public async Task Updates_that_come_twice_have_no_second_effect(StoreProvider provider)
    {
        await Begin(provider);
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        await Rina.Says("Bagian satu.");
        await Again();
        Assert.Equal("Bagian satu.", (await Office.Newest()).Draft.Body.Text);
        await Rina.Taps("Selesai");
        await Again();
        await Rina.SendsPhoto(Naskah.Photo(), "Keterangan.");
        await Again();
        Assert.Single((await Office.Newest()).Draft.Photos);

        await Rina.Says("/batal");
        await Rina.Submits("Puskesmas keliling melayani nagari terjauh", 2);
        await Yeni.Taps("Setujui");
        foreach (var person in new[] { Rina, Yeni, Budi, Joni }) person.Forgets();
        await Again();
        foreach (var person in new[] { Rina, Yeni, Budi, Joni }) person.HearsNothing();
        Assert.Equal(1, await Office.Read(db => db.AuditEvents.CountAsync(row => row.Act == nameof(Act.Endorse), Cancel)));
    }

    [Fact]
    public async Task Updates_whose_numbers_went_down_are_handled()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Says("/tulis");
        Office.Driver.NumberUpdatesFrom(3);
        await Rina.Says(Naskah.Title);

        Rina.Hears("Sekarang isi beritanya");
    }

    /// <summary>The last update once more, now and after a restart.</summary>
    private async Task Again()
    {
        Rina.Forgets();
        Assert.True(Office.Driver.Redeliver(Office.Driver.ConfirmedUpdates[^1]));
        await Office.Quiet();
        await Office.Restart();
        Assert.True(Office.Driver.Redeliver(Office.Driver.ConfirmedUpdates[^1]));
        await Office.Quiet();
        Rina.HearsNothing();
    }
}
