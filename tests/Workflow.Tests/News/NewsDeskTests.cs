using KominfoBot.Testing;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.News;

public sealed class NewsDeskTests
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task From_draft_to_the_public_in_four_acts(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Published);

        var item = Assert.Single((await room.Published.List(new PublishedFilter(), null, 10, cancel)).Items);
        Assert.Equal("DISDIK-2026-0001", item.Number);
        Assert.Equal("disdik-membuka-pendaftaran-beasiswa-daerah", item.Slug);
        Assert.Equal("Pendidikan", item.CategoryName);
        Assert.Equal(room.Now, item.PublishedAt);
        Assert.Equal("Keterangan foto", Assert.Single(item.Photos).Caption);
        Assert.Equal((await room.Load(edition)).Item!.Id, item.Id);
        Assert.True((await room.Audit()).Whole);
    }

    [Theory, BothStores]
    public async Task Numbers_run_per_SKPD_and_year_of_the_office(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        room.Now = new DateTimeOffset(2026, 12, 31, 16, 59, 0, TimeSpan.Zero);
        var old = await room.In(EditionState.InReview, Newsroom.Text(extra: "satu"));
        room.Now = room.Now.AddMinutes(2);
        var young = await room.In(EditionState.InReview, Newsroom.Text(extra: "dua"));
        var next = await room.In(EditionState.InReview, Newsroom.Text(extra: "tiga"));

        var numbers = new List<string?>();
        foreach (var edition in new[] { old, young, next }) numbers.Add((await room.Load(edition)).Item!.Number);
        Assert.Equal(["DISDIK-2026-0001", "DISDIK-2027-0001", "DISDIK-2027-0002"], numbers);
    }

    [Theory, BothStores]
    public async Task Nothing_is_submitted_before_every_warning_was_seen(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var shouting = await room.Draft(Newsroom.Text("DISDIK MEMBUKA PENDAFTARAN BEASISWA"));

        var warned = Assert.IsType<Refusal.Unacknowledged>(await room.Act(shouting, Act.Submit, "author", acknowledged: false));
        Assert.Equal("title.capitals", Assert.Single(warned.Findings).Code);
        Assert.Equal(EditionState.Draft, (await room.Load(shouting)).State);
        Assert.IsType<Outcome.Moved>(await room.Act(shouting, Act.Submit, "author", acknowledged: true));
    }

    [Theory, BothStores]
    public async Task A_blocked_text_stays_a_draft_without_a_number(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var draft = await room.Draft(Newsroom.Text() with { Photos = [], Title = "Pendek" });

        var blocked = Assert.IsType<Refusal.Blocked>(await room.Act(draft, Act.Submit, "author"));
        Assert.Equal(["title.short", "photo.missing"], blocked.Findings.Select(finding => finding.Code));
        Assert.Null((await room.Load(draft)).Item!.Number);
    }

    [Theory, BothStores]
    public async Task The_same_words_are_not_submitted_twice(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.In(EditionState.InReview);
        var copy = await room.Draft(Newsroom.Text("Disdik  membuka pendaftaran BEASISWA daerah"));

        var blocked = Assert.IsType<Refusal.Blocked>(await room.Act(copy, Act.Submit, "colleague"));
        Assert.Equal("DISDIK-2026-0001", Assert.Single(blocked.Findings).Values[0]);
    }

    [Theory, BothStores]
    public async Task A_withdrawn_or_rejected_text_may_be_sent_as_a_new_item(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.In(EditionState.Withdrawn);
        await room.In(EditionState.Rejected);
        Assert.IsType<Outcome.Moved>(await room.Act(await room.Draft(), Act.Submit, "author"));
    }

    [Theory, BothStores]
    public async Task Nobody_approves_his_own_words_nor_what_he_endorsed(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("author", Role.Kabid);
        await room.Join("kabid", Role.Kadis);
        var edition = await room.In(EditionState.InReview);

        Assert.IsType<Refusal.Own>(await room.Act(edition, Act.Endorse, "author"));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Endorse, "kabid"));
        Assert.IsType<Refusal.Endorser>(await room.Act(edition, Act.Approve, "kabid"));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Approve, "kadis"));
    }

    [Theory, BothStores]
    public async Task The_Kadis_comes_after_the_Kabid(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        Assert.IsType<Refusal.NotYet>(await room.Act(await room.In(EditionState.InReview), Act.Approve, "kadis"));
    }

    [Theory, BothStores]
    public async Task A_revoked_role_counts_from_the_next_act(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.InReview);
        await room.Store.Write(async db =>
        {
            var kabid = await PeopleDesk.ById(db, room.Id("kabid"), cancel);
            await PeopleDesk.Revoke(db, kabid.Appointments.Single(), null, room.Now, cancel);
        }, cancel);

        Assert.IsType<Refusal.RoleMissing>(await room.Act(edition, Act.Endorse, "kabid"));
    }

    [Theory, BothStores]
    public async Task A_returned_text_goes_back_changed_with_a_new_hash_and_a_new_round(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Returned);
        var before = await room.Load(edition);

        Assert.IsType<Refusal.Unchanged>(await room.Act(edition, Act.Submit, "author"));
        await room.Rewrite(edition, Newsroom.Text(extra: "dengan narasumber"));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Submit, "colleague"));

        var after = await room.Load(edition);
        Assert.Equal(before.Item!.Number, after.Item!.Number);
        Assert.NotEqual(before.CurrentHash, after.CurrentHash);
        Assert.Equal((2, 2), (after.Revisions.Count, after.Round));
        Assert.IsType<Refusal.Outdated>(await room.Act(edition, Act.Endorse, "kabid", seen: before.CurrentHash));
    }

    [Theory, BothStores]
    public async Task What_is_approved_before_its_photos_are_ready_is_published_when_they_are(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider, PhotoState.Waiting);
        var edition = await room.In(EditionState.Endorsed);

        Assert.Equal(EditionState.Scheduled, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Approve, "kadis")).To);
        Assert.Empty((await room.Published.List(new PublishedFilter(), null, 10, cancel)).Items);

        await room.Store.Write(async db =>
        {
            (await db.Photos.SingleAsync(cancel)).State = PhotoState.Ready;
            await room.Desk.PublishScheduled(db, (await NewsDesk.Open(db, edition, cancel))!, room.Now, cancel);
        }, cancel);
        Assert.Single((await room.Published.List(new PublishedFilter(), null, 10, cancel)).Items);
    }

    [Theory, BothStores]
    public async Task What_is_approved_while_its_last_photo_is_being_settled_does_not_wait_for_ever(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider, PhotoState.Waiting);
        var edition = await room.In(EditionState.Endorsed);
        var (settling, approving) = (new TaskCompletionSource(), new TaskCompletionSource());

        var settled = room.Store.Write(async db =>
        {
            await db.Photos.ExecuteUpdateAsync(photo => photo.SetProperty(row => row.State, PhotoState.Ready), cancel);
            settling.TrySetResult();
            await approving.Task;
            Assert.False(await db.Editions.AnyAsync(row => row.State == EditionState.Scheduled, cancel));
        }, cancel);
        await settling.Task;
        var approved = room.Act(edition, Act.Approve, "kadis");
        // It must wait for the other transaction; one that does not is done long before.
        await Task.WhenAny(approved, Task.Delay(TimeSpan.FromMilliseconds(500), cancel));
        approving.SetResult();

        await settled;
        Assert.Equal(EditionState.Published, Assert.IsType<Outcome.Moved>(await approved).To);
    }

    [Theory, BothStores]
    public async Task A_retracted_item_is_gone_from_the_lists_and_leaves_its_public_reason(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Published);
        var number = (await room.Load(edition)).Item!.Number!;
        Assert.IsType<Refusal.WithoutReason>(await room.Act(edition, Act.Retract, "kadis", " "));

        Assert.Equal(EditionState.Retracted, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Retract, "kabid", "Berita ini memuat data yang tidak akurat.")).To);

        Assert.Empty((await room.Published.List(new PublishedFilter(), null, 10, cancel)).Items);
        var tombstone = (await room.Published.Find(number, cancel))!;
        Assert.Equal((PublicationStatus.Retracted, "Berita ini memuat data yang tidak akurat."), (tombstone.Status, tombstone.RetractionNotice));
        Assert.Equal([PublicationStatus.Published, PublicationStatus.Retracted], await room.Store.Read(db => db.PublicationChanges.OrderBy(row => row.Sequence).Select(row => row.Status).ToListAsync(cancel), cancel));
        Assert.False(await room.Store.Read(db => db.PublicationPhotos.AnyAsync(row => row.Live, cancel), cancel));
        Assert.IsType<Refusal.Decided>(await room.Act(edition, Act.Retract, "kadis", "lagi"));
        Assert.True((await room.Audit()).Whole);
    }

    [Theory, BothStores]
    public async Task An_endorsement_taken_back_leaves_no_trace_in_the_decision_but_in_the_chain(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Endorsed);
        Assert.IsType<Refusal.NotTheEndorser>(await room.Act(edition, Act.TakeBack, "kabid2"));

        Assert.Equal(EditionState.InReview, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.TakeBack, "kabid")).To);

        Assert.IsType<Refusal.NotYet>(await room.Act(edition, Act.Approve, "kadis"));
        Assert.Empty((await room.Load(edition)).Endorsements);
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Endorse, "kabid2"));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Approve, "kadis"));
        Assert.IsType<Refusal.Decided>(await room.Act(edition, Act.TakeBack, "kabid2"));
    }

    [Theory, BothStores]
    public async Task A_text_with_a_photo_that_failed_is_not_approved(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider, PhotoState.Failed);
        Assert.Equal([1], Assert.IsType<Refusal.PhotosFailed>(await room.Act(await room.In(EditionState.Endorsed), Act.Approve, "kadis")).Positions);
    }

    [Theory, BothStores]
    public async Task Of_a_hundred_acts_at_once_exactly_one_wins(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.InReview);
        // Two acts of which each rules the other out (an endorsed text may still be returned). On PostgreSQL through several sessions, as several processes would.
        await using var second = provider == StoreProvider.Postgres ? room.At.Connect() : null;
        NewsroomStore[] doors = second is null ? [room.Store] : [room.Store, second];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Task.Run(() =>
            room.Act(edition, n % 3 == 0 ? Act.Reject : Act.Return, n % 2 == 0 ? "kabid" : "kabid2", "alasan", through: doors[n % doors.Length]))));

        var moved = Assert.Single(outcomes.OfType<Outcome.Moved>());
        Assert.All(outcomes.OfType<Refusal>(), refusal => Assert.IsType<Refusal.Decided>(refusal));
        Assert.Equal(moved.To, (await room.Load(edition)).State);
        Assert.True((await room.Audit()).Whole);
    }

    [Theory, BothStores]
    public async Task Two_editions_submitted_at_once_get_two_numbers(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var drafts = new List<long>();
        for (var n = 0; n < 20; n++) drafts.Add(await room.Draft(Newsroom.Text(extra: $"naskah{n}")));

        await Task.WhenAll(drafts.Select(draft => Task.Run(() => room.Act(draft, Act.Submit, "author"))));

        var numbers = await room.Store.Read(db => db.Items.Select(item => item.Number!).ToListAsync(cancel), cancel);
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"DISDIK-2026-{n:0000}"), numbers.Order());
        Assert.True((await room.Audit()).Whole);
    }

    [Theory, BothStores]
    public async Task Every_act_is_an_event_that_says_who_in_which_capacity_on_which_text(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Published);
        var hash = (await room.Load(edition)).CurrentHash;

        var events = await room.Store.Read(async db => (await db.AuditEvents.Where(row => row.EditionId == edition).OrderBy(row => row.Sequence).ToListAsync(cancel)).Select(AuditChain.Read).ToList(), cancel);
        Assert.Equal(["Submit", "Endorse", "Approve"], events.Select(each => each.Act));
        Assert.Equal(["AdminSkpd DISDIK", "Kabid", "Kadis"], events.Select(each => each.Capacity));
        Assert.All(events, each => Assert.Equal(hash, each.RevisionHash));
    }
}
