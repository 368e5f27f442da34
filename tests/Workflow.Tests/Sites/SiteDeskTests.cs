using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Sites;
using KominfoBot.Workflow.Storage;
using KominfoBot.Workflow.Tests.News;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Sites;

/// <summary>Agencies' own sites (SOP rows A8, B11, B12).</summary>
public sealed class SiteDeskTests
{
    private const string Feed = "https://disdik.example/feed";
    private static readonly TimeSpan every = TimeSpan.FromMinutes(30);

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task A_feed_is_read_when_it_is_due_and_what_it_brings_is_kept_once(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await Registers(room, Feed);
        var due = Assert.Single(await Due(room));
        Assert.Equal(("DISDIK", Feed, (string?)null), (due.SkpdCode, due.Url, due.ETag));

        Assert.Equal(2, await Take(room, due, [Entry("a", "Judul A"), Entry("b", "Judul B")]));
        Assert.Empty(await Due(room));
        room.Now += every;
        due = Assert.Single(await Due(room));
        Assert.Equal("\"1\"", due.ETag);
        Assert.Equal(1, await Take(room, due, [Entry("c", "Judul C"), Entry("b", "Judul B, diperbaiki"), Entry("a", "Judul A")]));
        // Nothing new: the validators stay.
        room.Now += every;
        Assert.Equal(0, await Take(room, Assert.Single(await Due(room)), null));

        var items = await room.Store.Read(db => SiteDesk.List(db, 0, 10, cancel), cancel);
        Assert.Equal(["Judul A", "Judul B, diperbaiki", "Judul C"], items.Select(item => item.Title).Order(StringComparer.Ordinal));
        Assert.Equal("\"1\"", (await room.Store.Read(db => db.SiteFeeds.SingleAsync(cancel), cancel)).ETag);

        // Another address is another feed, and a closed agency's is none.
        await Registers(room, Feed + "2");
        Assert.Null(Assert.Single(await Due(room)).ETag);
        await room.Store.Write(async db => (await db.Skpds.SingleAsync(skpd => skpd.Code == "DISDIK", cancel)).Active = false, cancel);
        Assert.Empty(await Due(room));
    }

    [Fact]
    public async Task One_that_cannot_be_read_is_tried_later_and_later_but_every_day()
    {
        await using var room = await Newsroom.Open(StoreProvider.Sqlite);
        await Registers(room, Feed);
        List<TimeSpan> pauses = [];
        for (var failure = 0; failure < 9; failure++)
        {
            await room.Store.Write(async db => await SiteDesk.Fail(db, Assert.Single(await SiteDesk.Due(db, room.Now, cancel)), "menjawab 500", every, room.Now, cancel), cancel);
            var row = await room.Store.Read(db => db.SiteFeeds.SingleAsync(cancel), cancel);
            pauses.Add(row.TryAt - room.Now);
            room.Now = row.TryAt;
        }
        Assert.Equal([30, 60, 120, 240, 480, 960, 1440, 1440, 1440], pauses.Select(pause => (int)pause.TotalMinutes));
        await Take(room, Assert.Single(await Due(room)), []);
        Assert.Equal((0, null), await room.Store.Read(db => db.SiteFeeds.Select(row => new ValueTuple<int, string?>(row.Attempts, row.LastError)).SingleAsync(cancel), cancel));
    }

    [Theory, BothStores]
    public async Task Kominfo_hides_one_with_a_reason_that_the_chain_keeps_and_shows_it_again(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await Registers(room, Feed);
        await Take(room, Assert.Single(await Due(room)), [Entry("a", "Judul A")]);
        var id = (await room.Store.Read(db => db.SiteItems.SingleAsync(cancel), cancel)).Id;
        var (kabid, author) = await room.Store.Read(async db => (await room.Actor(db, "kabid"), await room.Actor(db, "author")), cancel);

        Assert.Equal(SiteRefusal.NotAllowed, await Hide(room, id, "alasan", author));
        Assert.Equal(SiteRefusal.WithoutReason, await Hide(room, id, "  ", kabid));
        Assert.Null(await Hide(room, id, "Memuat data pribadi.", kabid));
        Assert.Equal(SiteRefusal.Unchanged, await Hide(room, id, "sekali lagi", kabid));
        Assert.Empty(await new SiteNews(room.Store).Newest(10, cancel));
        Assert.Null(await room.Store.Write(db => SiteDesk.Show(db, id, kabid, room.Now, cancel), cancel));
        Assert.Equal("Judul A", Assert.Single(await new SiteNews(room.Store).Newest(10, cancel)).Title);

        var acts = await room.Store.Read(db => db.AuditEvents.OrderByDescending(each => each.Sequence).Take(2).Select(each => each.Act).ToListAsync(cancel), cancel);
        Assert.Equal(["ShowSiteItem", "HideSiteItem"], acts);
    }

    [Theory, BothStores]
    public async Task They_count_for_the_posting_rule_where_the_office_says_so_but_the_same_news_only_once(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await Registers(room, Feed);
        await room.Store.Write(async db => { foreach (var held in await db.Appointments.ToListAsync(cancel)) db.Entry(held).Property(nameof(held.From)).CurrentValue = room.Now.AddDays(-60); }, cancel);
        var sent = await room.In(EditionState.Published, Newsroom.Text(extra: "satu"));
        var title = (await room.Load(sent)).Draft.Title!;
        await Take(room, Assert.Single(await Due(room)),
        [
            Entry("sama", title.ToUpperInvariant(), room.Now.AddHours(-1)), Entry("baru", "Berita lain di situs sendiri", room.Now.AddHours(-2)),
            Entry("lama", "Berita pekan lalu di situs", room.Now.AddDays(-7)), Entry("mundur", "Berita yang dimundurkan setahun", room.Now.AddDays(-365)), Entry("nanti", "Berita dari masa depan", room.Now.AddDays(30)),
        ]);

        Assert.Equal((1, 1), await Counted(room, PostingPolicy.Default));
        var policy = PostingPolicy.Default with { CountSites = true };
        Assert.Equal((4, 5), await Counted(room, policy));
        Assert.Equal((1, 1), await Counted(room, policy, -7));
        Assert.Equal((0, 0), await Counted(room, policy, -364));
        await room.Store.Write(async db => (await db.SiteItems.SingleAsync(item => item.ItemId == "baru", cancel)).Hidden = true, cancel);
        Assert.Equal((3, 4), await Counted(room, policy));
    }

    private static async Task<(int Counted, int Items)> Counted(Newsroom room, PostingPolicy policy, int days = 0)
    {
        var table = new PostingTable(new WorkingCalendar(new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")), OfficeHours.Parse(OfficeHours.Default), []), policy);
        var standing = (await room.Store.Read(db => table.WeekOf(db, "DISDIK", table.WeekAt(room.Now.AddDays(days)), room.Now, cancel), cancel))!;
        return (standing.Counted, standing.Items.Length);
    }

    private static SiteEntry Entry(string id, string title, DateTimeOffset? at = null) => new(id, $"https://disdik.example/{id}", title, null, at);

    private static Task<IReadOnlyList<SiteFeedRow>> Due(Newsroom room) => room.Store.Read(db => SiteDesk.Due(db, room.Now, cancel), cancel);

    private static Task<int> Take(Newsroom room, SiteFeedRow feed, IReadOnlyList<SiteEntry>? entries) => room.Store.Write(db => SiteDesk.Take(db, feed, entries, "\"1\"", null, every, room.Now, cancel), cancel);

    private static Task<SiteRefusal?> Hide(Newsroom room, long id, string reason, Actor actor) => room.Store.Write(db => SiteDesk.Hide(db, id, reason, actor, room.Now, cancel), cancel);

    private static Task Registers(Newsroom room, string feed)
    {
        Func<NewsroomDb, Task> register = async db => (await db.Skpds.SingleAsync(skpd => skpd.Code == "DISDIK", cancel)).FeedUrl = feed;
        return room.Store.Write(register, cancel);
    }
}
