using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Workflow.Tests.News;

/// <summary>The named lanes: what they let through, what they never do, and the second person's look that they owe.</summary>
public sealed class Exceptional_ways
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task An_emergency_is_public_at_once_and_owes_a_look_by_another_person(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.InReview);
        Assert.IsType<Refusal.WithoutReason>(await room.Act(edition, Act.PublishUrgently, "kabid"));
        Assert.Equal(EditionState.Published, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.PublishUrgently, "kabid", "banjir bandang")).To);

        var after = await room.Load(edition);
        Assert.Equal((room.Now, room.Id("kabid"), Lane.Emergency, InformationClass.Immediate), (after.LookOwedSince, after.LaneUserId, after.Lane, after.Item!.Class));
        var recorded = (await room.Events(edition))[^1];
        Assert.Equal(("PublishUrgently", "Emergency", "banjir bandang", after.CurrentHash), (recorded.Act, recorded.Lane, recorded.Reason, recorded.RevisionHash));

        Assert.IsType<Refusal.OwnException>(await room.Act(edition, Act.Confirm, "kabid"));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Confirm, "kadis"));
        Assert.Null((await room.Load(edition)).LookOwedSince);
        Assert.IsType<Refusal.NoLookOwed>(await room.Act(edition, Act.Confirm, "kabid2"));
    }

    [Theory, BothStores]
    public async Task Personal_data_stops_an_emergency_and_nothing_else_on_a_text_does(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.InReview);
        await room.Act(edition, Act.Claim, "kabid2");
        var brief = NewsDesk.CurrentContent(await room.Load(edition)) with { Title = "Banjir" };
        Assert.IsType<Outcome.Moved>(await room.Carry(edition, new Order(Act.Edit, Text: brief with { Body = StyledText.Plain("Korban bernomor 1307010101700003 dirawat.") }), "kabid2"));
        Assert.Equal("nik", Assert.Single(Assert.IsType<Refusal.Blocked>(await room.Act(edition, Act.PublishUrgently, "kabid", "mendesak")).Findings).Code);

        await room.Act(edition, Act.Claim, "kabid2");
        await room.Carry(edition, new Order(Act.Edit, Text: brief with { Body = StyledText.Plain("Jalan putus.") }), "kabid2");
        Assert.IsType<Refusal.Blocked>(await room.Act(edition, Act.Endorse, "kabid"));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.PublishUrgently, "kabid", "mendesak"));
    }

    [Theory, BothStores]
    public async Task Nobody_publishes_his_own_words_urgently(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("author", Role.Kabid);
        Assert.IsType<Refusal.Own>(await room.Act(await room.In(EditionState.InReview), Act.PublishUrgently, "author", "mendesak"));
    }

    [Theory, BothStores]
    public async Task An_emergency_that_waited_for_its_photos_and_was_called_off_goes_the_ordinary_way(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider, PhotoState.Waiting);
        var edition = await room.In(EditionState.InReview);
        Assert.Equal(EditionState.Scheduled, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.PublishUrgently, "kabid", "mendesak")).To);
        Assert.Equal(EditionState.InReview, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Unschedule, "kadis")).To);

        var after = await room.Load(edition);
        Assert.Equal((Lane.Ordinary, null, null, InformationClass.Periodic), (after.Lane, after.LookOwedSince, after.LaneUserId, after.Item!.Class));
        Assert.IsType<Refusal.NotYet>(await room.Act(edition, Act.Approve, "kadis"));
    }

    [Theory, BothStores]
    public async Task An_emergency_that_failed_is_tried_again_as_one_or_returned_to_the_ordinary_way(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider, PhotoState.Waiting);
        var edition = await room.In(EditionState.InReview);
        await room.Act(edition, Act.PublishUrgently, "kabid", "mendesak");
        await room.Store.Write(async db => await room.Desk.FailScheduled(db, (await NewsDesk.Open(db, edition, cancel))!, "foto 1 rusak", room.Now, cancel), cancel);
        Assert.Equal(EditionState.Scheduled, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Approve, "kadis")).To);
        Assert.Equal("Emergency", (await room.Events(edition))[^1].Lane);

        await room.Store.Write(async db => await room.Desk.FailScheduled(db, (await NewsDesk.Open(db, edition, cancel))!, "foto 1 rusak", room.Now, cancel), cancel);
        await room.Act(edition, Act.Return, "kadis", "ganti foto");
        var after = await room.Load(edition);
        Assert.Equal((Lane.Ordinary, null, InformationClass.Periodic), (after.Lane, after.LookOwedSince, after.Item!.Class));
    }

    [Theory, BothStores]
    public async Task A_comma_put_right_does_not_settle_the_look_that_is_owed(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var first = await room.In(EditionState.InReview, Newsroom.Text(extra: "mengurus ijin usaha"));
        await room.Act(first, Act.PublishUrgently, "kabid", "mendesak");
        var since = room.Now;
        room.Now += TimeSpan.FromHours(1);
        var fix = Assert.IsType<Outcome.Moved>(await room.Carry(first, new Order(Act.FixSpelling, Text: await room.Reworded(first, "ijin", "izin")), "kabid")).Started!.Id;
        Assert.IsType<Outcome.Moved>(await room.Act(fix, Act.PublishFix, "kabid"));

        Assert.Equal((since, room.Id("kabid")), ((await room.Load(fix)).LookOwedSince, (await room.Load(fix)).LaneUserId));
        Assert.Null((await room.Load(first)).LookOwedSince);
        Assert.IsType<Refusal.OwnException>(await room.Act(fix, Act.Confirm, "kabid"));
        Assert.IsType<Outcome.Moved>(await room.Act(fix, Act.Confirm, "kabid2"));
    }

    [Theory, BothStores]
    public async Task A_correction_that_others_approved_is_the_look_that_was_owed(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var first = await room.In(EditionState.InReview);
        await room.Act(first, Act.PublishUrgently, "kadis", "mendesak");
        var second = await room.Correction(first, "author");
        await room.Act(second, Act.Submit, "author");
        await room.Act(second, Act.Endorse, "kabid");
        await room.Act(second, Act.Approve, "kadis");

        Assert.Equal((null, null), ((await room.Load(first)).LookOwedSince, (await room.Load(second)).LookOwedSince));
        Assert.Equal(Lane.Ordinary, (await room.Load(second)).Lane);
    }

    [Theory, BothStores]
    public async Task Who_published_alone_does_not_settle_it_by_retracting_alone(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var (own, others) = (await room.In(EditionState.InReview), await room.In(EditionState.InReview, Newsroom.Text("Disdik menutup pendaftaran beasiswa daerah", "lain")));
        foreach (var edition in new[] { own, others }) await room.Act(edition, Act.PublishUrgently, "kabid", "mendesak");

        await room.Act(own, Act.Retract, "kabid", "keliru");
        await room.Act(others, Act.Retract, "kadis", "keliru");
        Assert.NotNull((await room.Load(own)).LookOwedSince);
        Assert.Null((await room.Load(others)).LookOwedSince);
        Assert.IsType<Outcome.Moved>(await room.Act(own, Act.Confirm, "kadis"));
    }

    [Theory, BothStores]
    public async Task An_Anggota_pulls_at_once_and_a_Kabid_or_Kadis_confirms(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("anggota", Role.Anggota);
        var edition = await room.In(EditionState.Published);
        Assert.IsType<Refusal.RoleMissing>(await room.Act(edition, Act.Retract, "anggota", "keliru"));
        Assert.Equal(EditionState.Retracted, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.PullNow, "anggota", "Berita ini memuat data pribadi.")).To);

        Assert.Equal(PublicationStatus.Retracted, (await room.Published.Find("DISDIK-2026-0001", cancel))!.Status);
        Assert.Equal(("PullNow", "Emergency"), ((await room.Events(edition))[^1].Act, (await room.Events(edition))[^1].Lane));
        Assert.Equal(room.Now, (await room.Load(edition)).LookOwedSince);
        Assert.IsType<Refusal.RoleMissing>(await room.Act(edition, Act.Confirm, "anggota"));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Confirm, "kabid"));
    }

    [Theory, BothStores]
    public async Task In_a_tiny_office_one_person_reviews_what_another_wrote_and_it_is_recorded_as_such(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider, chain: ReviewChain.Default with { SingleReviewer = true });
        await room.Join("kabid", Role.Kadis);
        await room.Join("author", Role.Kadis);
        var alone = await room.In(EditionState.Endorsed);
        var apart = await room.In(EditionState.Endorsed, Newsroom.Text("Disdik menutup pendaftaran beasiswa daerah", "lain"));

        Assert.IsType<Refusal.Own>(await room.Act(alone, Act.Approve, "author"));
        Assert.IsType<Outcome.Moved>(await room.Act(alone, Act.Approve, "kabid"));
        Assert.IsType<Outcome.Moved>(await room.Act(apart, Act.Approve, "kadis"));
        Assert.Equal(("SingleReviewer", (string?)null), ((await room.Events(alone))[^1].Lane, (await room.Events(apart))[^1].Lane));
    }
}
