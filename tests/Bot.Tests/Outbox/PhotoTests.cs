using System.Text.Json.Nodes;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Tests.Updates;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Outbox;

public sealed class PhotoTests
{
    private static readonly PhotoOpener disk = hash => hash == "hilang" ? null : new MemoryStream("foto"u8.ToArray());
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, new[] { "sendPhoto" }, 1)]
    [InlineData(2, new[] { "sendMediaGroup" }, 2)]
    [InlineData(10, new[] { "sendMediaGroup" }, 10)]
    [InlineData(11, new[] { "sendMediaGroup", "sendPhoto" }, 11)]
    [InlineData(23, new[] { "sendMediaGroup", "sendMediaGroup", "sendMediaGroup" }, 23)]
    public async Task Any_number_is_sent_as_the_server_takes_it_and_all_ids_are_kept(int count, string[] methods, int ids)
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite, disk);
        await stage.Plant.Say(outbox => outbox.Send(7, Album(count), slot: "photos:1"));
        await stage.Plant.Drained();
        Assert.Equal(methods, stage.Api.Calls.Where(call => call.Fields.ContainsKey("chat_id")).Select(call => call.Method));
        var posted = Assert.Single(await stage.At.Store.Read(db => db.Posted.ToListAsync(Cancel), Cancel));
        Assert.Equal(ids, posted.MessageIds.Split(',').Distinct().Count());
    }

    [Theory, BothStores]
    public async Task A_handle_that_the_server_no_longer_knows_is_replaced_by_an_upload(StoreProvider provider)
    {
        await using var stage = await Stage.Open(provider, disk);
        await stage.At.Store.Write(db =>
        {
            db.Photos.Add(new PhotoRow { Hash = "h1", Format = "jpg", Width = 1, Height = 1, Bytes = 1, ChatFileId = "file-1", AddedAt = ManualClock.WednesdayMorning });
            return Task.CompletedTask;
        }, Cancel);
        stage.Api.Next("sendMediaGroup", ApiReply.Error(400, "Bad Request: wrong file identifier/HTTP URL specified"));
        await stage.Plant.Say(outbox => outbox.Send(7, Album(2)));
        await stage.Plant.Drained();
        var calls = stage.Api.CallsOf("sendMediaGroup");
        Assert.Equal((0, 2), (calls[0].Files.Count, calls[1].Files.Count));
        Assert.Equal("fresh-0", (await stage.At.Store.Read(db => db.Photos.SingleAsync(Cancel), Cancel)).ChatFileId);
    }

    [Fact]
    public async Task Captions_are_cut_at_what_the_server_takes()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite, disk);
        await stage.Plant.Say(outbox => outbox.Send(7, new PhotoAlbum([new("h1", "file-1", new string('a', 1025)), new("h2", "file-2", new string('b', 1024))])));
        await stage.Plant.Drained();
        var media = stage.Api.CallsOf("sendMediaGroup")[0].Fields["media"]!;
        var captions = (media is JsonArray array ? array : JsonNode.Parse(media.ToString())!.AsArray()).Select(item => item!["caption"]!.ToString()).ToList();
        Assert.Equal([new string('a', 1023) + "…", new string('b', 1024)], captions);
    }

    [Fact]
    public async Task A_photo_that_is_refused_or_missing_costs_only_itself()
    {
        await using var stage = await Stage.Open(StoreProvider.Sqlite, disk);
        stage.Api.Next("sendMediaGroup", ApiReply.Error(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
        var tries = 0;
        stage.Api.Always = call => call.Method == "sendPhoto" && Interlocked.Increment(ref tries) == 2 ? ApiReply.Error(400, "Bad Request: PHOTO_INVALID_DIMENSIONS") : null;
        await stage.Plant.Say(outbox => outbox.Send(7, new PhotoAlbum([new("h1"), new("h2"), new("hilang"), new("h4")]), slot: "photos:1"));
        await stage.Plant.Drained();
        Assert.Equal(ToSendState.Sent, (await stage.Plant.Outbox())[0].State);
        Assert.Equal("101,102", (await stage.At.Store.Read(db => db.Posted.SingleAsync(Cancel), Cancel)).MessageIds);
    }

    private static PhotoAlbum Album(int count) => new([.. Enumerable.Range(1, count).Select(index => new AlbumPhoto($"h{index}", $"file-{index}"))]);
}
