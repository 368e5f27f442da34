using System.Collections.Immutable;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using static KominfoBot.Workflow.News.EditionState;
using static KominfoBot.Workflow.People.Role;

namespace KominfoBot.Workflow.Tests.News;

/// <summary>Every state x act x role x relation has one answer. The expectation is written down here a second time, by hand, from the procedure.</summary>
public sealed class LifecycleTests
{
    private const long Author = 1, Editor = 2, Endorser = 3, Other = 4;
    private const string Hash = "seen";
    private static readonly DateTimeOffset now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    public static TheoryData<Act> Acts() => [.. Enum.GetValues<Act>()];

    [Theory, MemberData(nameof(Acts))]
    public void Every_combination_has_the_answer_that_the_procedure_gives(Act act)
    {
        List<string> wrong = [];
        foreach (var busy in new[] { false, true })
        foreach (var state in Enum.GetValues<EditionState>())
        foreach (var role in Enum.GetValues<Role>())
        foreach (var who in new[] { Author, Editor, Endorser, Other })
        {
            var outcome = Lifecycle.Decide(Standing(state, busy), new Order(act, Hash, "alasan", Changed: true, At: now.AddHours(1)), ActorOf(who, role));
            var answer = outcome switch { Outcome.Allowed => "allowed", var refusal => refusal.GetType().Name };
            if (answer != Expected(state, act, role, who, busy)) wrong.Add($"{state}{(busy ? " (busy)" : "")}, {role}, {who}: {answer}, not {Expected(state, act, role, who, busy)}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_act_has_a_row_and_no_row_is_there_twice()
    {
        Assert.Equal(Enum.GetValues<Act>().Order(), Lifecycle.Table.Select(rule => rule.Act).Distinct().Order());
        var cells = Lifecycle.Table.SelectMany(rule => rule.From.SelectMany(from => rule.By.Select(role => (rule.Act, from, role)))).ToList();
        Assert.Equal(cells.Distinct().Count(), cells.Count);
    }

    [Theory]
    [InlineData(Draft, AdminSkpd, new[] { Act.Discard, Act.Submit })]
    [InlineData(AwaitingHead, KepalaSkpd, new[] { Act.Agree, Act.Return })]
    [InlineData(AwaitingHead, Kabid, new Act[0])]
    [InlineData(InReview, AdminSkpd, new[] { Act.Withdraw })]
    [InlineData(InReview, Anggota, new[] { Act.Claim, Act.Ask, Act.Classify, Act.Return })]
    [InlineData(InReview, Kabid, new[] { Act.Claim, Act.Ask, Act.Classify, Act.Endorse, Act.Return, Act.Reject, Act.PublishUrgently })]
    [InlineData(InReview, Kadis, new[] { Act.Ask, Act.Classify, Act.Return, Act.Reject, Act.PublishUrgently })]
    [InlineData(Endorsed, Kadis, new[] { Act.Ask, Act.Classify, Act.Return, Act.SendBack, Act.Reject, Act.Approve, Act.Schedule, Act.PublishUrgently })]
    [InlineData(Scheduled, Kadis, new[] { Act.Classify, Act.Reschedule, Act.Unschedule })]
    [InlineData(PublishFailed, Kadis, new[] { Act.Classify, Act.Return, Act.Reject, Act.Approve, Act.Schedule })]
    [InlineData(Rejected, Kadis, new[] { Act.Reopen })]
    [InlineData(Rejected, AdminSkpd, new[] { Act.Copy })]
    [InlineData(Published, Kadis, new[] { Act.Revise, Act.Retract })]
    [InlineData(Published, Kabid, new[] { Act.Revise, Act.FixSpelling, Act.Retract })]
    [InlineData(Published, Anggota, new[] { Act.Revise, Act.FixSpelling, Act.PullNow })]
    [InlineData(Published, AdminSkpd, new[] { Act.Revise, Act.RequestCorrection, Act.RequestRetraction })]
    [InlineData(Published, KepalaSkpd, new[] { Act.RequestCorrection, Act.RequestRetraction })]
    [InlineData(Published, Koordinator, new[] { Act.RequestCorrection, Act.RequestRetraction })]
    [InlineData(Retracted, Kadis, new[] { Act.Revise })]
    [InlineData(InReview, AdminPortal, new Act[0])]
    [InlineData(Endorsed, AdminPortal, new Act[0])]
    [InlineData(Published, AdminPortal, new Act[0])]
    [InlineData(InReview, Koordinator, new Act[0])]
    public void A_person_is_offered_what_he_may_do(EditionState state, Role role, Act[] offered)
        => Assert.Equal(offered.Order(), Lifecycle.Offered(Standing(state), ActorOf(Other, role)).Order());

    [Fact]
    public void A_decision_on_another_text_than_the_current_one_is_refused()
    {
        foreach (var act in new[] { Act.Endorse, Act.Return, Act.Reject, Act.PublishUrgently })
            Assert.IsType<Refusal.Outdated>(Lifecycle.Decide(Standing(InReview), new Order(act, "another", "alasan"), ActorOf(Other, Kabid)));
        foreach (var act in new[] { Act.Approve, Act.Schedule, Act.SendBack })
            Assert.IsType<Refusal.Outdated>(Lifecycle.Decide(Standing(Endorsed), new Order(act, "another", "alasan", At: now.AddHours(1)), ActorOf(Other, Kadis)));
    }

    [Fact]
    public void What_needs_a_reason_is_refused_without_one()
    {
        foreach (var rule in Lifecycle.Table.Where(rule => rule.Needs.HasFlag(Condition.Reason)))
        {
            var standing = Standing(rule.From[^1], busy: true);
            Assert.IsType<Refusal.WithoutReason>(Lifecycle.Decide(standing, new Order(rule.Act, Hash, " "), ActorOf(Other, rule.By[0])));
        }
    }

    [Fact]
    public void A_returned_text_needs_a_change_or_an_answer()
    {
        var standing = Standing(Returned);
        Assert.IsType<Refusal.Unchanged>(Lifecycle.Decide(standing, new Order(Act.Submit, Hash), ActorOf(Author, AdminSkpd)));
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(standing, new Order(Act.Submit, Hash, Answered: true), ActorOf(Author, AdminSkpd)));
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(standing, new Order(Act.Submit, Hash, Changed: true), ActorOf(Author, AdminSkpd)));
    }

    [Fact]
    public void A_correction_says_what_was_corrected()
        => Assert.IsType<Refusal.WithoutNote>(Lifecycle.Decide(Standing(Draft) with { NeedsNote = true }, new Order(Act.Submit, Hash), ActorOf(Author, AdminSkpd)));

    [Fact]
    public void A_time_that_has_passed_is_no_schedule()
        => Assert.Equal(new Refusal.TimeNotAhead(now), Lifecycle.Decide(Standing(Endorsed), new Order(Act.Schedule, Hash, At: now), ActorOf(Other, Kadis)));

    [Fact]
    public void Only_the_newest_edition_is_corrected()
    {
        var standing = Standing(Published) with { LaterEdition = InReview };
        Assert.Equal(new Refusal.LaterEdition(InReview), Lifecycle.Decide(standing, new Order(Act.Revise), ActorOf(Other, Kadis)));
        Assert.Equal(new Refusal.LaterEdition(InReview), Lifecycle.Decide(standing, new Order(Act.FixSpelling, Hash), ActorOf(Other, Kabid)));
    }

    [Fact]
    public void A_correction_that_another_left_lying_is_taken_over_by_Kabid_or_Kadis_while_it_is_still_written()
    {
        foreach (var (state, role, who, offered) in new[]
        {
            (Draft, Kabid, Other, true), (Returned, Kadis, Other, true), (InReview, Kabid, Other, false), (Endorsed, Kadis, Other, false), (Draft, Anggota, Other, false), (Draft, Kabid, Author, false),
        })
            Assert.Equal(offered, Lifecycle.Offers(Standing(Published) with { LaterEdition = state, LaterAuthor = Author }, ActorOf(who, role), Act.TakeOverCorrection));
    }

    [Fact]
    public void A_correction_of_spelling_is_the_Kabids_alone_and_goes_no_other_way()
    {
        var fix = Standing(InReview) with { Lane = Lane.Fast };
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(fix, new Order(Act.PublishFix, Hash), ActorOf(Editor, Kabid)));
        Assert.IsType<Refusal.Own>(Lifecycle.Decide(fix, new Order(Act.PublishFix, Hash), ActorOf(Author, Kabid)));
        Assert.IsType<Refusal.WrongLane>(Lifecycle.Decide(fix, new Order(Act.Endorse, Hash), ActorOf(Other, Kabid)));
        Assert.IsType<Refusal.RoleMissing>(Lifecycle.Decide(fix, new Order(Act.PublishFix, Hash), ActorOf(Other, Anggota)));
    }

    [Fact]
    public void An_Anggota_endorses_with_the_right_to()
    {
        var trusted = ActorOf(Other, Anggota) with { MayEndorse = true };
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(Standing(InReview), new Order(Act.Endorse, Hash), trusted));
        Assert.IsType<Refusal.RoleMissing>(Lifecycle.Decide(Standing(InReview), new Order(Act.Endorse, Hash), ActorOf(Other, Anggota)));
        Assert.IsType<Refusal.RoleMissing>(Lifecycle.Decide(Standing(Endorsed), new Order(Act.Approve, Hash), trusted));
    }

    [Fact]
    public void A_chain_of_three_steps_asks_three_people_in_order()
    {
        var chain = ReviewChain.Default with { Steps = [new(Anggota, 4), new(Kabid, 8), new(Kadis, 4)] };
        var sent = Standing(InReview) with { Chain = chain };
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(sent, new Order(Act.Endorse, Hash), ActorOf(11, Anggota)));
        Assert.Equal([Anggota], Assert.IsType<Refusal.RoleMissing>(Lifecycle.Decide(sent, new Order(Act.Endorse, Hash), ActorOf(12, Kabid))).Needed);
        var once = Standing(Endorsed) with { Chain = chain, Endorsers = [11] };
        Assert.IsType<Refusal.NotYet>(Lifecycle.Decide(once, new Order(Act.Approve, Hash), ActorOf(13, Kadis)));
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(once, new Order(Act.Endorse, Hash), ActorOf(12, Kabid)));
        Assert.IsType<Refusal.Endorser>(Lifecycle.Decide(once, new Order(Act.Endorse, Hash), ActorOf(11, Kabid)));
        var twice = Standing(Endorsed) with { Chain = chain, Endorsers = [11, 12] };
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(twice, new Order(Act.Approve, Hash), ActorOf(13, Kadis)));
        Assert.IsType<Refusal.Endorser>(Lifecycle.Decide(twice, new Order(Act.Approve, Hash), ActorOf(11, Kadis)));
        Assert.IsType<Refusal.Decided>(Lifecycle.Decide(twice, new Order(Act.Endorse, Hash), ActorOf(14, Kabid)));
    }

    [Fact]
    public void A_chain_of_one_step_is_approved_where_it_was_sent_but_never_by_its_author()
    {
        var sent = Standing(InReview) with { Chain = ReviewChain.Default with { Steps = [new(Kadis, 4)] } };
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(sent, new Order(Act.Approve, Hash), ActorOf(Other, Kadis)));
        Assert.IsType<Refusal.Own>(Lifecycle.Decide(sent, new Order(Act.Approve, Hash), ActorOf(Author, Kadis)));
    }

    [Fact]
    public void In_an_office_with_a_single_reviewer_he_may_approve_what_he_endorsed_and_edited_but_not_what_he_wrote()
    {
        var alone = ReviewChain.Default with { SingleReviewer = true };
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(Standing(Endorsed) with { Chain = alone }, new Order(Act.Approve, Hash), ActorOf(Endorser, Kadis)));
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(Standing(Endorsed) with { Chain = alone }, new Order(Act.Approve, Hash), ActorOf(Editor, Kadis)));
        Assert.IsType<Refusal.Own>(Lifecycle.Decide(Standing(Endorsed) with { Chain = alone }, new Order(Act.Approve, Hash), ActorOf(Author, Kadis)));
    }

    [Fact]
    public void An_admin_of_another_SKPD_is_told_whose_item_it_is()
    {
        var stranger = new Actor(Other, "Lain", [new HeldRole(AdminSkpd, "DINKES")]);
        Assert.Equal(new Refusal.OtherSkpd("DISDIK"), Lifecycle.Decide(Standing(InReview), new Order(Act.Withdraw), stranger));
    }

    [Fact]
    public void The_diagram_in_the_docs_is_the_tables()
    {
        var path = Path.Combine(RepositoryRoot.Path, "docs", "lifecycle.md");
        var drawn = LifecycleDiagram.Draw();
        if (Environment.GetEnvironmentVariable("KOMINFO_WRITE_DOCS") == "1") File.WriteAllText(path, drawn);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == drawn, "docs/lifecycle.md is not what the table says: KOMINFO_WRITE_DOCS=1 ./test Workflow writes it anew.");
    }

    /// <param name="busy">The text is in the editor's hands, a question and an edit wait for the author, and the endorser went an exceptional way.</param>
    private static Standing Standing(EditionState state, bool busy = false)
        => new(state, "DISDIK", Hash, ReviewChain.Default, now, Author, [Author], [Editor], state is Endorsed or Scheduled or PublishFailed or Published ? [Endorser] : [], null,
            Lease: busy ? new Lease(Editor, "Penyunting", now.AddMinutes(5)) : null, IsAsked: busy, IsEdited: busy, IsLookOwed: busy, LaneUser: busy ? Endorser : null, IsRequested: busy);

    private static Actor ActorOf(long who, Role role) => new(who, "Nama", [new HeldRole(role, role.BelongsToSkpd() ? "DISDIK" : null)]);

    /// <summary>The procedure, told anew and in another order than the table.</summary>
    private static string Expected(EditionState state, Act act, Role role, long who, bool busy)
    {
        var isSystems = act is Act.Publish or Act.FailPublishing or Act.Supersede;
        if (!isSystems && !Whose(act).Contains(role)) return nameof(Refusal.RoleMissing);
        // Kominfo's people write only what they started themselves; the head of an SKPD acts only before Kominfo does.
        var ownOnly = act is Act.Discard or Act.Submit or Act.Withdraw && role != AdminSkpd;
        if (ownOnly && who != Author) return nameof(Refusal.OtherAuthor);
        var open = act == Act.Return && role == KepalaSkpd ? [AwaitingHead] : Open(act);
        if (!open.Contains(state)) return IsBefore(state, open) ? nameof(Refusal.NotYet) : nameof(Refusal.Decided);

        if (act is Act.Approve or Act.Schedule && state == InReview) return nameof(Refusal.NotYet);
        if (act == Act.Endorse && state == Endorsed) return nameof(Refusal.Decided);
        if (act == Act.PublishFix) return nameof(Refusal.WrongLane);
        if (act is Act.Endorse or Act.Approve or Act.Schedule or Act.PublishUrgently && who == Author) return nameof(Refusal.Own);
        if (act is Act.Approve or Act.Schedule && who == Editor) return nameof(Refusal.Editor);
        if (act is Act.Approve or Act.Schedule && who == Endorser) return nameof(Refusal.Endorser);
        if (act == Act.TakeBack && who != Endorser) return nameof(Refusal.NotTheEndorser);
        if (act == Act.Claim && busy && who != Editor) return nameof(Refusal.InHandOf);
        if (act == Act.Edit && !(busy && who == Editor)) return nameof(Refusal.NotInHand);
        if (act == Act.TakeOver && (!busy || who == Editor)) return nameof(Refusal.NotInOthersHand);
        if (act == Act.Answer && !busy) return nameof(Refusal.NotAsked);
        if (act is Act.AcceptEdit or Act.ContestEdit && !busy) return nameof(Refusal.NotEdited);
        if (act == Act.DeclineRequest && !busy) return nameof(Refusal.NotRequested);
        if (act == Act.TakeOverCorrection) return nameof(Refusal.NoDraft);
        if (act == Act.Confirm && !busy) return nameof(Refusal.NoLookOwed);
        if (act == Act.Confirm && who == Endorser) return nameof(Refusal.OwnException);
        return "allowed";
    }

    private static ImmutableArray<Role> Whose(Act act) => act switch
    {
        Act.Answer or Act.AcceptEdit or Act.ContestEdit or Act.Copy => [AdminSkpd],
        Act.Agree => [KepalaSkpd],
        Act.Discard or Act.Submit or Act.Withdraw or Act.Revise => [AdminSkpd, Anggota, Kabid, Kadis],
        Act.Return => [KepalaSkpd, Anggota, Kabid, Kadis],
        Act.Ask or Act.Classify => [Anggota, Kabid, Kadis],
        Act.Claim or Act.Edit or Act.FixSpelling or Act.TakeBack => [Anggota, Kabid],
        Act.TakeOver or Act.Endorse or Act.PublishFix => [Kabid],
        Act.PullNow => [Anggota],
        Act.RequestCorrection or Act.RequestRetraction => [AdminSkpd, KepalaSkpd, Koordinator],
        Act.Approve or Act.Schedule or Act.Reschedule or Act.Unschedule or Act.SendBack or Act.Reopen => [Kadis],
        _ => [Kabid, Kadis],
    };

    private static ImmutableArray<EditionState> Open(Act act) => act switch
    {
        Act.Discard or Act.Submit => [Draft, Returned],
        Act.Withdraw => [AwaitingHead, InReview, Endorsed, Scheduled, PublishFailed, Returned],
        Act.AcceptEdit or Act.ContestEdit => [InReview, Endorsed, Scheduled, PublishFailed],
        Act.Copy => [Rejected, Withdrawn],
        Act.Agree => [AwaitingHead],
        Act.Claim or Act.TakeOver or Act.Edit => [InReview],
        Act.PublishFix => [InReview, PublishFailed],
        Act.Return or Act.Reject => [InReview, Endorsed, PublishFailed],
        Act.Classify => [InReview, Endorsed, Scheduled, PublishFailed],
        Act.Answer or Act.Ask or Act.Endorse or Act.PublishUrgently => [InReview, Endorsed],
        Act.TakeBack or Act.SendBack => [Endorsed],
        Act.Reopen => [Rejected],
        Act.Approve or Act.Schedule => [InReview, Endorsed, PublishFailed],
        Act.Reschedule or Act.Unschedule or Act.Publish or Act.FailPublishing => [Scheduled],
        Act.Revise or Act.Confirm or Act.TakeOverCorrection => [Published, Retracted],
        _ => [Published],
    };

    /// <summary>Told "not yet" while it is still on its way to all of these.</summary>
    private static bool IsBefore(EditionState state, ImmutableArray<EditionState> open)
        => state is Draft or AwaitingHead or InReview && open.All(later => later > state);
}
