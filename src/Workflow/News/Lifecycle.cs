using System.Collections.Immutable;
using KominfoBot.Workflow.People;
using static KominfoBot.Workflow.News.Condition;
using static KominfoBot.Workflow.News.EditionState;
using static KominfoBot.Workflow.People.Role;

namespace KominfoBot.Workflow.News;

/// <summary>
/// One row of the table: who may do what in which states, under which conditions, and where it leads. No roles: the system itself. Without a destination the
/// state stays. Rows that endorse or approve take their roles from the office's chain; the ones written here are those of the default chain.
/// </summary>
public sealed record Rule(Act Act, ImmutableArray<EditionState> From, EditionState? To, ImmutableArray<Role> By, Condition Needs = None)
{
    public bool BySystem => By.IsEmpty;

    /// <summary>The roles that this row is for in an office with this chain.</summary>
    public ImmutableArray<Role> RolesIn(ReviewChain chain)
        => Needs.HasFlag(Approving) ? [chain.Last.Role]
            : Needs.HasFlag(Endorsing) || Needs.HasFlag(OwnEndorsement) ? [.. chain.Endorsers.Append(Anggota).Distinct()]
            : By;
}

/// <summary>
/// The life of an edition (SOP rows B8-B12). This table is the program: permissions, the buttons that a person is offered, the diagram in the docs and the
/// exhaustive test all come from it.
/// </summary>
public static class Lifecycle
{
    private const Condition Sending = CleanText | ChangedOrAnswered | Note;
    private const Condition Approval = Approving | SeenText | NotAuthor | NotEditor | NotEndorser | CleanText;

    /// <summary>Kominfo's people; AdminPortal is none of them.</summary>
    private static readonly ImmutableArray<Role> reviewers = [Anggota, Kabid, Kadis];

    public static ImmutableArray<Rule> Table { get; } =
    [
        // Who writes.
        new(Act.Discard, [Draft, Returned], Discarded, [AdminSkpd], OwnSkpd),
        new(Act.Discard, [Draft, Returned], Discarded, reviewers, OwnDraft),
        new(Act.Submit, [Draft, Returned], InReview, [AdminSkpd], OwnSkpd | Sending),
        new(Act.Submit, [Draft, Returned], InReview, reviewers, OwnDraft | Sending),
        new(Act.Withdraw, [AwaitingHead, InReview, Endorsed, Scheduled, PublishFailed, Returned], Withdrawn, [AdminSkpd], OwnSkpd),
        new(Act.Withdraw, [AwaitingHead, InReview, Endorsed, Scheduled, PublishFailed, Returned], Withdrawn, reviewers, OwnDraft),
        new(Act.Answer, [InReview, Endorsed], null, [AdminSkpd], OwnSkpd | Asked | Reason),
        new(Act.AcceptEdit, [InReview, Endorsed, Scheduled, PublishFailed], null, [AdminSkpd], OwnSkpd | Edited),
        new(Act.ContestEdit, [InReview, Endorsed, Scheduled, PublishFailed], null, [AdminSkpd], OwnSkpd | Edited),
        new(Act.Copy, [Rejected, Withdrawn], null, [AdminSkpd], OwnSkpd),

        // The head of the SKPD.
        new(Act.Agree, [AwaitingHead], InReview, [KepalaSkpd], OwnSkpd | SeenText),
        new(Act.Return, [AwaitingHead], Returned, [KepalaSkpd], OwnSkpd | SeenText | Reason),

        // Who reviews.
        new(Act.Claim, [InReview], null, [Anggota, Kabid], Free),
        new(Act.TakeOver, [InReview], null, [Kabid], InOthersHand),
        new(Act.Edit, [InReview], null, [Anggota, Kabid], InHand | SeenText),
        new(Act.Ask, [InReview, Endorsed], null, reviewers, Reason),
        new(Act.Classify, [InReview, Endorsed, Scheduled, PublishFailed], null, reviewers),
        new(Act.Endorse, [InReview, Endorsed], Endorsed, [Kabid, Anggota], Endorsing | SeenText | NotAuthor | NotEndorser | CleanText | OrdinaryLane),
        new(Act.TakeBack, [Endorsed], InReview, [Kabid, Anggota], OwnEndorsement),
        new(Act.Return, [InReview, Endorsed, PublishFailed], Returned, reviewers, SeenText | Reason | OrdinaryLane),
        new(Act.SendBack, [Endorsed], InReview, [Kadis], SeenText | Reason),
        new(Act.Reject, [InReview, Endorsed, PublishFailed], Rejected, [Kabid, Kadis], SeenText | Reason),
        new(Act.Reopen, [Rejected], InReview, [Kadis], Newest),
        new(Act.Approve, [InReview, Endorsed, PublishFailed], Published, [Kadis], Approval | OrdinaryLane),
        new(Act.Schedule, [InReview, Endorsed, PublishFailed], Scheduled, [Kadis], Approval | TimeAhead | OrdinaryLane),
        new(Act.Reschedule, [Scheduled], Scheduled, [Kadis], Approving | TimeAhead),
        new(Act.Unschedule, [Scheduled], Endorsed, [Kadis], Approving),
        new(Act.PublishUrgently, [InReview, Endorsed], Published, [Kabid, Kadis], SeenText | Reason | NotAuthor | NoPersonalData | OrdinaryLane),

        // The system.
        new(Act.Publish, [Scheduled], Published, []),
        new(Act.FailPublishing, [Scheduled], PublishFailed, []),
        new(Act.Supersede, [Published], Superseded, []),

        // After publication.
        new(Act.Revise, [Published, Retracted], null, [AdminSkpd], OwnSkpd | Newest),
        new(Act.Revise, [Published, Retracted], null, reviewers, Newest),
        new(Act.FixSpelling, [Published], null, [Anggota, Kabid], Newest | SeenText),
        new(Act.PublishFix, [InReview, PublishFailed], Published, [Kabid], FastLane | SeenText | NotAuthor | CleanText),
        new(Act.RequestCorrection, [Published], null, [AdminSkpd, KepalaSkpd], OwnSkpd | Reason),
        new(Act.RequestCorrection, [Published], null, [Koordinator], Reason),
        new(Act.RequestRetraction, [Published], null, [AdminSkpd, KepalaSkpd], OwnSkpd | Reason),
        new(Act.RequestRetraction, [Published], null, [Koordinator], Reason),
        new(Act.DeclineRequest, [Published], null, [Kabid, Kadis], Requested | Reason),
        new(Act.TakeOverCorrection, [Published, Retracted], null, [Kabid, Kadis], DraftUnderWay),
        new(Act.Retract, [Published], Retracted, [Kabid, Kadis], Reason),
        new(Act.PullNow, [Published], Retracted, [Anggota], Reason),
        new(Act.Confirm, [Published, Retracted], null, [Kabid, Kadis], LookOwed | SecondPerson),
    ];

    public static IEnumerable<Rule> RulesOf(Act act) => Table.Where(rule => rule.Act == act);

    /// <summary>The acts that somebody could do now, the text seen, reasons and times still to be given: the buttons to offer.</summary>
    public static IEnumerable<Act> Offered(Standing standing, Actor actor)
        => Table.Where(rule => !rule.BySystem).Select(rule => rule.Act).Distinct()
            .Where(act => Decide(standing, Filled(act, standing), actor) is Outcome.Allowed);

    /// <summary>Whether somebody could do that now, as <see cref="Offered"/> says.</summary>
    public static bool Offers(Standing standing, Actor actor, Act act) => Decide(standing, Filled(act, standing), actor) is Outcome.Allowed;

    /// <summary>Pure: from where it stands, what is asked and who asks, to allowed or the exact refusal. What the desk knows of the text itself is the desk's part.</summary>
    public static Outcome Decide(Standing standing, Order order, Actor actor)
    {
        var rules = RulesOf(order.Act).ToList();
        var mine = rules.Where(rule => rule.BySystem || rule.RolesIn(standing.Chain).Any(role => Holds(actor, role, rule, standing.Chain))).ToList();
        if (mine.Count == 0) return Refusal.NotYourRole([.. rules.SelectMany(rule => rule.RolesIn(standing.Chain).Where(role => !NeedsRight(role, rule, standing.Chain))).Distinct()], actor);

        // Of several rows the one that allows it counts, else the one that comes nearest.
        Outcome? nearest = null;
        foreach (var rule in mine.OrderByDescending(rule => rule.From.Contains(standing.State)))
        {
            var outcome = Decide(standing, order, actor, rule);
            if (outcome is Outcome.Allowed) return outcome;
            nearest ??= outcome;
        }
        return nearest!;
    }

    private static Outcome Decide(Standing standing, Order order, Actor actor, Rule rule)
    {
        bool Needs(Condition condition) => rule.Needs.HasFlag(condition);
        if (Needs(OwnSkpd) && !actor.BelongsTo(standing.SkpdCode, rule.By)) return Refusal.NotYourSkpd(standing.SkpdCode);
        if (Needs(OwnDraft) && standing.AuthorId != actor.MemberId) return Refusal.NotYourDraft();
        if (!rule.From.Contains(standing.State)) return IsEarlier(standing.State, rule) ? Refusal.TooEarly(standing.State) : Refusal.AlreadyDecided(standing);
        if (StepRefusal(standing, actor, rule) is { } step) return step;
        if (Needs(OrdinaryLane) && standing.Lane == Lane.Fast) return Refusal.AnotherLane(standing.Lane);
        if (Needs(Condition.FastLane) && standing.Lane != Lane.Fast) return Refusal.AnotherLane(standing.Lane);
        if (Needs(SeenText) && order.SeenHash != standing.CurrentHash) return Refusal.TextChanged();
        if (PersonRefusal(standing, actor, rule) is { } person) return person;
        if (Needs(Free) && standing.Lease is { } held && held.MemberId != actor.MemberId) return Refusal.HeldBy(held);
        if (Needs(InHand) && standing.Lease?.MemberId != actor.MemberId) return Refusal.Unclaimed(standing.Lease);
        if (Needs(InOthersHand) && (standing.Lease is not { } other || other.MemberId == actor.MemberId)) return Refusal.HeldByNobodyElse();
        if (Needs(Asked) && !standing.IsAsked) return Refusal.NoQuestion();
        if (Needs(Edited) && !standing.IsEdited) return Refusal.NoEdit();
        if (Needs(Newest) && standing.LaterEdition is { } later) return Refusal.EditionUnderWay(later);
        if (Needs(Requested) && !standing.IsRequested) return Refusal.NothingRequested();
        if (Needs(DraftUnderWay) && (standing.LaterEdition is not (Draft or Returned) || standing.LaterAuthor == actor.MemberId)) return Refusal.NoDraftOfAnother();
        if (Needs(LookOwed) && !standing.IsLookOwed) return Refusal.NothingOwed();
        if (Needs(SecondPerson) && standing.LaneUser == actor.MemberId) return Refusal.OwnExceptionalAct();
        if (Needs(Note) && standing.NeedsNote) return Refusal.NoteMissing();
        if (Needs(Reason) && string.IsNullOrWhiteSpace(order.Reason)) return Refusal.ReasonMissing();
        if (Needs(TimeAhead) && !(order.At > standing.Now)) return Refusal.TimePassed(order.At);
        if (Needs(ChangedOrAnswered) && standing.State == Returned && !order.Changed && !order.Answered) return Refusal.NothingChanged();
        return new Outcome.Allowed(rule);
    }

    /// <summary>Endorsing and approving are turns of the chain: only the role whose turn it is.</summary>
    private static Refusal? StepRefusal(Standing standing, Actor actor, Rule rule)
    {
        var (endorsements, chain) = (standing.Endorsers.Length, standing.Chain);
        if (rule.Needs.HasFlag(Approving) && standing.State is InReview or Endorsed && !chain.IsLast(endorsements)) return Refusal.TooEarly(standing.State);
        if (!rule.Needs.HasFlag(Endorsing)) return null;
        if (chain.IsLast(endorsements)) return Refusal.AlreadyDecided(standing);
        var turn = chain.StepAt(endorsements).Role;
        return actor.Holds(turn) || (turn == Kabid && actor.Holds(Anggota) && actor.MayEndorse) ? null : Refusal.NotYourRole([turn], actor);
    }

    private static Refusal? PersonRefusal(Standing standing, Actor actor, Rule rule)
    {
        var alone = standing.Chain.SingleReviewer;
        if (rule.Needs.HasFlag(NotAuthor) && standing.Authors.Contains(actor.MemberId)) return Refusal.OwnText();
        if (rule.Needs.HasFlag(NotEditor) && !alone && standing.Editors.Contains(actor.MemberId)) return Refusal.OwnEdit();
        if (rule.Needs.HasFlag(NotEndorser) && !alone && standing.Endorsers.Contains(actor.MemberId)) return Refusal.EndorsedByYou();
        if (rule.Needs.HasFlag(OwnEndorsement) && (standing.Endorsers.IsEmpty || standing.Endorsers[^1] != actor.MemberId)) return Refusal.EndorsedByAnother();
        return null;
    }

    /// <summary>An Anggota endorses only with the right to, unless the chain has a step of theirs.</summary>
    private static bool Holds(Actor actor, Role role, Rule rule, ReviewChain chain)
        => actor.Holds(role) && (actor.MayEndorse || !NeedsRight(role, rule, chain));

    private static bool NeedsRight(Role role, Rule rule, ReviewChain chain) => role == Anggota && rule.Needs.HasFlag(Endorsing) && !chain.Endorsers.Contains(Anggota);

    private static Order Filled(Act act, Standing standing)
        => new(act, standing.CurrentHash, Reason: "-", Answered: true, At: standing.Now + TimeSpan.FromHours(1));

    /// <summary>True while the text has not come to this act's step yet: a Kadis before the Kabid.</summary>
    private static bool IsEarlier(EditionState state, Rule rule)
        => state is Draft or AwaitingHead or InReview && rule.From.Min() > state;
}
