using KominfoBot.Sandbox;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>A photo has to be fetched, and that may go wrong (T18): what passes is waited out, what does not gets one sentence.</summary>
public sealed class Photos_from_a_server_in_trouble : Transcript
{
    [Theory]
    [InlineData(FaultKind.BadGateway, "getFile", false)]
    [InlineData(FaultKind.ServerError, "getFile", false)]
    [InlineData(FaultKind.TooManyRequests, "getFile", false)]
    [InlineData(FaultKind.BrokenJson, "getFile", true)]
    [InlineData(FaultKind.Reset, "getFile", true)]
    [InlineData(FaultKind.Reset, "download", true)]
    [InlineData(FaultKind.BadGateway, "download", false)]
    public async Task Arrive_all_the_same(FaultKind trouble, string method, bool takesEffect)
    {
        await AtPhotos();
        Office.Driver.Plan(new Fault(trouble) { Method = method, Times = 3, TakesEffect = takesEffect });
        await Rina.SendsPhoto(Naskah.Photo(), "Petugas merekam.");

        Rina.HearsOnly("1 foto diterima.");
        Assert.Equal(0, Office.Driver.FaultsLeft);
    }

    [Theory]
    [InlineData("Bad Request: file is too big", "lebih dari 20 MB, batas Telegram untuk bot")]
    [InlineData("Bad Request: wrong file_id or the file is temporarily unavailable", "tidak dapat diambil dari Telegram. Mohon kirim ulang.")]
    public async Task That_cannot_be_had_are_told_with_the_next_step(string refusal, string sentence)
    {
        await AtPhotos();
        Office.Driver.Plan(new Fault(FaultKind.Refuse) { Method = "getFile", Description = refusal });
        var sent = await Rina.SendsPhoto(Naskah.Photo());

        Assert.Equal(sent.Id, Rina.HearsOnly(sentence).ReplyTo);
        await Rina.SendsPhoto(Naskah.Photo());
        Rina.HearsOnly("1 foto diterima.");
    }

    [Fact]
    public async Task That_are_refused_for_minutes_are_asked_for_again_and_hold_nobody_up_for_ever()
    {
        await AtPhotos();
        Office.Driver.Plan(new Fault(FaultKind.TooManyRequests) { Method = "getFile", RetryAfter = 3600 });
        await Rina.SendsPhoto(Naskah.Photo());

        Rina.HearsOnly("tidak dapat diambil dari Telegram. Mohon kirim ulang.");
    }

    [Fact]
    public async Task In_an_album_over_two_batches_one_fails_one_comes_twice_and_one_comes_late()
    {
        Office.Driver.UpdatesPerBatch = 5;
        var captions = new string?[10];
        captions[3] = $"{Naskah.Title}\n{Naskah.Body()}";
        Office.Driver.Plan(new Fault(FaultKind.Refuse) { Method = "getFile", Skip = 6, Description = "Bad Request: wrong file_id or the file is temporarily unavailable" });
        var sent = await Rina.SendsAlbum([.. Enumerable.Range(1, 10).Select(Naskah.Photo)], captions);
        Assert.True(Office.Driver.Redeliver(Office.Driver.ConfirmedUpdates[^3]));
        await Office.Quiet();

        var told = Assert.Single(Rina.Chat, message => message.FromBot && message.Text.Contains("tidak dapat diambil", StringComparison.Ordinal));
        Assert.Equal(sent[6].Id, told.ReplyTo);
        Rina.Hears(Naskah.Title, "9 foto · 90 kata");
        var late = await Rina.SendsPhoto(Naskah.Photo(77), "Menyusul.");
        Rina.HearsOnly("10 foto · 90 kata");
        var again = await Rina.SendsPhoto(Naskah.Photo(7));
        Rina.HearsOnly("11 foto");
        var draft = (await Office.Newest()).Draft;
        Assert.Equal([.. sent.Where(message => message.Id != told.ReplyTo).Select(message => message.Id), late.Id, again.Id], draft.Photos.Select(photo => photo.Source!.MessageId));
        Assert.Single(await Office.Read(db => Task.FromResult(db.Editions.ToList())));
    }

    private async Task AtPhotos()
    {
        await Rina.Says("/tulis");
        await Rina.Says(Naskah.Title);
        await Rina.Says(Naskah.Body());
        await Rina.Taps("Selesai");
        Rina.Hears("Foto kegiatan");
    }
}
