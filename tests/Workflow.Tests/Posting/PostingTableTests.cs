using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;
using KominfoBot.Workflow.Tests.News;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Posting;

/// <summary>What the rule is fed with from the store, by items brought to their states by real acts.</summary>
public sealed class PostingTableTests
{
    private static readonly IsoWeek week = new(2026, 48);

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task An_item_counts_by_where_it_stands(StoreProvider provider)
    {
        await using var room = await Office(provider);
        await room.In(EditionState.Published, Newsroom.Text(extra: "satu"));
        await room.In(EditionState.InReview, Newsroom.Text(extra: "dua"));
        await room.In(EditionState.Endorsed, Newsroom.Text(extra: "tiga"));
        await room.In(EditionState.Returned, Newsroom.Text(extra: "empat"));
        await room.In(EditionState.Rejected, Newsroom.Text(extra: "lima"));
        await room.In(EditionState.Withdrawn, Newsroom.Text(extra: "enam"));
        await room.Draft(Newsroom.Text(extra: "tujuh"));
        await Retracted(room, "delapan", "Berita ini memuat data yang tidak akurat.");
        await Retracted(room, "sembilan", PostingPolicy.AtItsOwnRequest);

        var standing = await Week(room, PostingPolicy.Default);
        Assert.Equal([Credit.Counted, Credit.Counted, Credit.Provisional, Credit.Provisional, Credit.Returned, Credit.RetractedForFault, Credit.Ended, Credit.Ended], standing.Items.Select(item => item.Credit).Order());
        Assert.Equal((Verdict.Met, 2, 2), (standing.Verdict, standing.Counted, standing.Provisional));
        // The neighbour has sent nothing.
        Assert.Equal((Verdict.Missed, 0), (await Week(room, PostingPolicy.Default, "DINKES") is { } other ? (other.Verdict, other.Items.Length) : default));
    }

    [Theory, BothStores]
    public async Task Counted_by_publication_what_waits_belongs_to_the_present_week(StoreProvider provider)
    {
        await using var room = await Office(provider);
        room.Now = room.Now.AddDays(-7);
        var old = await room.In(EditionState.Endorsed, Newsroom.Text(extra: "lama"));
        room.Now = room.Now.AddDays(7);
        var policy = PostingPolicy.Default with { CreditBy = CreditBy.Publication };
        Assert.Equal((0, 1), await Week(room, policy) is { } before ? (before.Counted, before.Provisional) : default);
        Assert.Empty((await Week(room, PostingPolicy.Default)).Items);
        await room.Act(old, Workflow.News.Act.Approve, "kadis");
        Assert.Equal((1, 0), await Week(room, policy) is { } after ? (after.Counted, after.Provisional) : default);
    }

    [Theory, BothStores]
    public async Task Recaps_freeze_once_and_streaks_go_on_from_them(StoreProvider provider)
    {
        await using var room = await Office(provider);
        var table = Table(PostingPolicy.Default);
        var recaps = new RecapDesk(table);
        var first = week;
        for (var each = 0; each < 16; each++)
        {
            // The eighth week is missed; its second item comes out of review only later.
            await room.In(EditionState.Published, Newsroom.Text(extra: $"a{each}"));
            await room.In(each == 7 ? EditionState.Endorsed : EditionState.Published, Newsroom.Text(extra: $"b{each}"));
            room.Now = room.Now.AddDays(7);
            Assert.True(await room.Store.Write(db => recaps.Freeze(db, first.Plus(each), room.Now, cancel), cancel));
            Assert.False(await room.Store.Write(db => recaps.Freeze(db, first.Plus(each), room.Now, cancel), cancel));
            if (each == 8)
            {
                var late = await room.Store.Read(db => db.Editions.Where(edition => edition.State == EditionState.Endorsed).Select(edition => edition.Id).SingleAsync(cancel), cancel);
                Assert.IsType<Outcome.Moved>(await room.Act(late, Workflow.News.Act.Approve, "kadis"));
            }
        }
        var row = (await room.Store.Read(db => table.RowOf(db, "DISDIK", first.Plus(15), room.Now, cancel), cancel))!;
        Assert.Equal(16, row.Streak);
        Assert.Equal([first.Plus(7)], PostingTable.Corrections([row]).Select(correction => correction.Cell.Week));
        var frozen = await room.Store.Read(db => db.WeekRecaps.Where(each => each.SkpdCode == "DISDIK").OrderBy(each => each.Week).ToListAsync(cancel), cancel);
        Assert.Equal(16, frozen.Count);
        Assert.Equal((1, 1, Verdict.Pending, 7), (frozen[7].Counted, frozen[7].Provisional, frozen[7].Verdict, frozen[7].Streak));
        Assert.Equal((2, 2, 2, 2), (frozen[3].Figures.Submitted, frozen[3].Figures.Published, frozen[3].Figures.Decided, frozen[3].Figures.FirstPass));
    }

    [Theory, BothStores]
    public async Task The_way_of_an_item_is_split_by_who_held_it(StoreProvider provider)
    {
        await using var room = await Office(provider);
        var edition = await room.Draft(Newsroom.Text(extra: "perjalanan"));
        foreach (var (act, by, hours) in ((Act, string, int)[])[(Workflow.News.Act.Submit, "author", 2), (Workflow.News.Act.Return, "kabid", 5), (Workflow.News.Act.Submit, "author", 1), (Workflow.News.Act.Endorse, "kabid", 3), (Workflow.News.Act.Approve, "kadis", 0)])
        {
            if (act == Workflow.News.Act.Submit && hours == 1) await room.Rewrite(edition, Newsroom.Text(extra: "perjalanan yang diperbaiki"));
            Assert.IsType<Outcome.Moved>(await room.Act(edition, act, by, "Mohon tambah narasumber."));
            room.Now = room.Now.AddHours(hours);
        }
        room.Now = room.Now.AddDays(7);
        await room.Store.Write(db => new RecapDesk(Table(PostingPolicy.Default)).Freeze(db, week, room.Now, cancel), cancel);
        var figures = await room.Store.Read(db => db.WeekClosings.Select(row => row.Figures).SingleAsync(cancel), cancel);
        Assert.Equal((TimeSpan.FromHours(11), TimeSpan.FromHours(5), TimeSpan.FromHours(6)), (figures.Median, figures.MedianWithSkpd, figures.MedianWithKominfo));
        Assert.Equal((1, 0), (figures.Decided, figures.FirstPass));
    }

    private static async Task<Newsroom> Office(StoreProvider provider)
    {
        var room = await Newsroom.Open(provider);
        // The admins have been there for long.
        await room.Store.Write(async db =>
        {
            foreach (var held in await db.Appointments.ToListAsync(cancel)) db.Entry(held).Property(each => each.From).CurrentValue = room.Now.AddDays(-60);
        }, cancel);
        room.Now = new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
        return room;
    }

    private static async Task Retracted(Newsroom room, string extra, string reason)
        => Assert.IsType<Outcome.Moved>(await room.Act(await room.In(EditionState.Published, Newsroom.Text(extra: extra)), Workflow.News.Act.Retract, "kabid", reason));

    private static async Task<WeekStanding> Week(Newsroom room, PostingPolicy policy, string skpd = "DISDIK")
        => (await room.Store.Read(db => Table(policy).WeekOf(db, skpd, week, room.Now, cancel), cancel))!;

    private static PostingTable Table(PostingPolicy policy)
        => new(new WorkingCalendar(new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")), OfficeHours.Parse(OfficeHours.Default), []), policy);
}
