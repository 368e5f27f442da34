using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.News;

/// <summary>Approved for a time to come: the table of due things follows whatever happens to the edition.</summary>
public sealed class Scheduled_publication
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task What_is_scheduled_is_due_once_at_its_time_and_published_then(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await Scheduled(room, room.Now.AddHours(5));
        Assert.Equal(room.Now.AddHours(5), Assert.Single(await Waiting(room, edition)).DueAt);
        Assert.Empty((await room.Published.List(new PublishedFilter(), null, 10, cancel)).Items);

        room.Now += TimeSpan.FromHours(5);
        Assert.Equal(EditionState.Published, Assert.IsType<Outcome.Moved>(await room.FallsDue(edition)).To);
        Assert.Equal(room.Now, Assert.Single((await room.Published.List(new PublishedFilter(), null, 10, cancel)).Items).PublishedAt);
        Assert.IsType<Refusal.Decided>(await room.FallsDue(edition));
        Assert.Equal(["Submit", "Endorse", "Schedule", "Publish"], (await room.Events(edition)).Select(each => each.Act));
    }

    [Theory, BothStores]
    public async Task Another_time_moves_what_is_due(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await Scheduled(room, room.Now.AddHours(5));
        Assert.IsType<Refusal.TimeNotAhead>(await room.Carry(edition, new Order(Act.Reschedule, At: room.Now), "kadis2"));

        Assert.IsType<Outcome.Moved>(await room.Carry(edition, new Order(Act.Reschedule, At: room.Now.AddDays(1)), "kadis2"));
        Assert.Equal(room.Now.AddDays(1), Assert.Single(await Waiting(room, edition)).DueAt);
        Assert.Equal(room.Now.AddDays(1), (await room.Load(edition)).DueAt);

        // Back to the first time: what was taken back waits anew.
        Assert.IsType<Outcome.Moved>(await room.Carry(edition, new Order(Act.Reschedule, At: room.Now.AddHours(5)), "kadis"));
        Assert.Equal(room.Now.AddHours(5), Assert.Single(await Waiting(room, edition)).DueAt);
    }

    [Theory, BothStores]
    public async Task A_schedule_taken_back_leaves_the_endorsement_and_nothing_due(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await Scheduled(room, room.Now.AddHours(5));
        Assert.Equal(EditionState.Endorsed, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Unschedule, "kadis2")).To);

        Assert.Empty(await Waiting(room, edition));
        var after = await room.Load(edition);
        Assert.Equal((null, null, 1), (after.DueAt, after.ApprovedById, after.Endorsements.Count));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Approve, "kadis2"));
    }

    [Theory, BothStores]
    public async Task The_authors_word_on_an_edit_or_another_class_leaves_the_time_as_it_is(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.InReview);
        await room.Act(edition, Act.Claim, "kabid2");
        await room.Carry(edition, new Order(Act.Edit, Text: await room.Reworded(edition, "kata7 ", "tujuh ")), "kabid2");
        await room.Act(edition, Act.Endorse, "kabid");
        await room.Carry(edition, new Order(Act.Schedule, At: room.Now.AddHours(5)), "kadis");

        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.AcceptEdit, "author"));
        Assert.IsType<Outcome.Moved>(await room.Carry(edition, new Order(Act.Classify), "kabid"));
        Assert.Equal(room.Now.AddHours(5), Assert.Single(await Waiting(room, edition)).DueAt);
    }

    [Theory, BothStores]
    public async Task What_its_SKPD_withdraws_is_not_due_any_more(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await Scheduled(room, room.Now.AddHours(5));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Withdraw, "colleague"));

        Assert.Empty(await Waiting(room, edition));
        room.Now += TimeSpan.FromHours(5);
        Assert.IsType<Refusal.Decided>(await room.FallsDue(edition));
    }

    [Theory, BothStores]
    public async Task It_is_checked_again_when_due_and_what_fails_goes_back_to_the_Kadis(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await Scheduled(room, room.Now.AddHours(5));
        await room.Store.Write(async db => (await NewsDesk.Open(db, edition, cancel))!.Item!.Class = InformationClass.Exempted, cancel);
        room.Now += TimeSpan.FromHours(5);

        Assert.IsType<Refusal.Blocked>(await room.FallsDue(edition));
        await room.Store.Write(async db => await room.Desk.FailScheduled(db, (await NewsDesk.Open(db, edition, cancel))!, "dikecualikan", room.Now, cancel), cancel);
        Assert.Equal(EditionState.PublishFailed, (await room.Load(edition)).State);
        Assert.IsType<Refusal.Blocked>(await room.Act(edition, Act.Approve, "kadis"));

        await room.Store.Write(async db => (await NewsDesk.Open(db, edition, cancel))!.Item!.Class = InformationClass.Periodic, cancel);
        Assert.Equal(EditionState.Published, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Approve, "kadis")).To);
    }

    [Theory, BothStores]
    public async Task What_failed_for_its_photo_goes_back_to_its_SKPD_and_through_every_step_again(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await Scheduled(room, room.Now.AddHours(5));
        await room.Store.Write(async db => await room.Desk.FailScheduled(db, (await NewsDesk.Open(db, edition, cancel))!, "foto 1 rusak", room.Now, cancel), cancel);

        Assert.Equal(EditionState.Returned, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Return, "kadis", "ganti foto")).To);
        await room.Rewrite(edition, Newsroom.Text(extra: "foto baru"));
        await room.Act(edition, Act.Submit, "author");
        Assert.IsType<Refusal.NotYet>(await room.Act(edition, Act.Approve, "kadis"));
    }

    private static async Task<long> Scheduled(Newsroom room, DateTimeOffset at)
    {
        var edition = await room.In(EditionState.Endorsed);
        Assert.Equal(EditionState.Scheduled, Assert.IsType<Outcome.Moved>(await room.Carry(edition, new Order(Act.Schedule, At: at), "kadis")).To);
        return edition;
    }

    private static Task<List<DueRow>> Waiting(Newsroom room, long edition)
        => room.Store.Read(db => db.Due.Where(row => row.Kind == NewsDesk.PublicationDue && row.Subject == $"{edition}" && row.State == DueState.Waiting).ToListAsync(cancel), cancel);
}
