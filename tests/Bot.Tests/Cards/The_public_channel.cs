using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Cards;

public sealed class The_public_channel
{
    private const long Channel = -1001234567890;
    private static readonly DateTimeOffset now = ManualClock.WednesdayMorning;

    private static readonly PublishedItem item = new(Guid.Parse("00000002-0007-0007-0102-030405060708"), "DISDIK-2026-0042", "sekolah-baru", "DISDIK", "Dinas Pendidikan", "pendidikan", "Pendidikan", 1, PublicationStatus.Published,
        "Sekolah <baru> di Harau", StyledText.Plain("Bupati meresmikan sekolah baru.\n\nSekolah itu punya enam kelas."), [], now, now, []);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task A_publication_is_posted_once_with_its_link(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Publish(at, Channel);
        await Tell(at, Channel, shape => shape);

        var row = Assert.Single(await Queue(at));
        var post = Assert.IsType<TextMessage>(Outgoing.FromPayload(row.Payload));
        Assert.Equal((Channel, "terbit:DISDIK-2026-0042"), (row.ChatId, row.Slot));
        Assert.Equal("Sekolah <baru> di Harau\n\nBupati meresmikan sekolah baru.\n\nDinas Pendidikan · Pendidikan\nhttps://berita.example.go.id/berita/DISDIK-2026-0042/sekolah-baru", post.Text.Text);
        Assert.False(post.NoLinkPreview);
    }

    [Theory, BothStores]
    public async Task A_correction_and_a_retraction_edit_the_post(StoreProvider provider)
    {
        await using var at = await TestStore.Open(provider);
        await Publish(at, Channel);
        await Tell(at, Channel, shape => shape with { Status = PublicationStatus.Corrected, Corrections = [new(now, "Kelasnya enam.")] });
        var corrected = Assert.IsType<EditText>(Outgoing.FromPayload((await Queue(at))[^1].Payload));
        await Tell(at, Channel, shape => shape with { Status = PublicationStatus.Retracted, RetractionNotice = "Data keliru." });
        var retracted = Assert.IsType<EditText>(Outgoing.FromPayload((await Queue(at))[^1].Payload));

        Assert.Contains("Ralat: Kelasnya enam.", corrected.Text.Text, StringComparison.Ordinal);
        Assert.StartsWith("Berita DISDIK-2026-0042 dari Dinas Pendidikan telah dicabut.\nAlasan: Data keliru.", retracted.Text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sekolah", retracted.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_channel_nothing_is_posted()
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        await Publish(at, null);
        Assert.Empty(await Queue(at));
    }

    private static ChannelPost Post(long? channel) => new(new OfficeProfile("Kabupaten", new OfficeTime(TimeZoneInfo.Utc), "https://berita.example.go.id", null, channel));

    private static Task Publish(TestStore at, long? channel) => at.Store.Write(async db =>
    {
        db.Publications.Add(Publisher.Row(item, now.UtcTicks, 1));
        await Post(channel).Tell(db, new OutboxWriter(db, now), item.Id, Cancel);
    }, Cancel);

    private static Task Tell(TestStore at, long? channel, Func<PublishedItem, PublishedItem> change) => at.Store.Write(async db =>
    {
        var row = await db.Publications.SingleAsync(Cancel);
        row.Shape = change(row.Shape);
        row.Status = row.Shape.Status;
        await Post(channel).Tell(db, new OutboxWriter(db, now), item.Id, Cancel);
    }, Cancel);

    private static Task<List<ToSendRow>> Queue(TestStore at)
        => at.Store.Read(db => db.ToSend.Where(row => row.State == ToSendState.Waiting).OrderBy(row => row.Sequence).ToListAsync(Cancel), Cancel);
}
