using System.Collections.Immutable;
using KominfoBot.Workflow.People;
using static KominfoBot.Workflow.News.EditionState;
using static KominfoBot.Workflow.People.Role;

namespace KominfoBot.Workflow.News;

/// <summary>What an act asks for beside the role.</summary>
[Flags]
public enum Condition
{
    None = 0,
    /// <summary>The actor writes for the item's SKPD.</summary>
    OwnSkpd = 1,
    /// <summary>The act names the revision that the actor saw, and it is the current one.</summary>
    SeenText = 2,
    /// <summary>A reason is given before the act.</summary>
    Reason = 4,
    /// <summary>The actor neither wrote nor edited this edition.</summary>
    NotContributor = 8,
    /// <summary>The actor did not endorse it.</summary>
    NotEndorser = 16,
    /// <summary>All blocking checks on the text pass.</summary>
    CleanText = 32,
    /// <summary>The text differs from the last one sent, or the author answered in writing.</summary>
    ChangedOrAnswered = 64,
    /// <summary>The actor is the one who endorsed it.</summary>
    OwnEndorsement = 128,
}

/// <summary>One row of the table: who may do what in which states, under which conditions, and where it leads. No roles: the system itself.</summary>
public sealed record Rule(Act Act, ImmutableArray<EditionState> From, EditionState To, ImmutableArray<Role> By, Condition Needs)
{
    public bool BySystem => By.IsEmpty;
}

/// <summary>
/// The life of an edition (SOP rows B8-B12). This table is the program: permissions, the buttons that a person is offered, the diagram in the docs and the
/// exhaustive test all come from it.
/// </summary>
public static class Lifecycle
{
    public static ImmutableArray<Rule> Table { get; } =
    [
        new(Act.Discard, [Draft, Returned], Discarded, [AdminSkpd], Condition.OwnSkpd),
        new(Act.Submit, [Draft, Returned], InReview, [AdminSkpd], Condition.OwnSkpd | Condition.CleanText | Condition.ChangedOrAnswered),
        new(Act.Withdraw, [InReview, Endorsed, Scheduled, PublishFailed, Returned], Withdrawn, [AdminSkpd], Condition.OwnSkpd),
        new(Act.Endorse, [InReview], Endorsed, [Kabid], Condition.SeenText | Condition.NotContributor | Condition.CleanText),
        new(Act.TakeBack, [Endorsed], InReview, [Kabid], Condition.OwnEndorsement),
        new(Act.Return, [InReview, Endorsed], Returned, [Anggota, Kabid, Kadis], Condition.SeenText | Condition.Reason),
        new(Act.Reject, [InReview, Endorsed], Rejected, [Kabid, Kadis], Condition.SeenText | Condition.Reason),
        new(Act.Approve, [Endorsed, PublishFailed], Published, [Kadis], Condition.SeenText | Condition.NotContributor | Condition.NotEndorser | Condition.CleanText),
        new(Act.Publish, [Scheduled], Published, [], Condition.None),
        new(Act.FailPublishing, [Scheduled], PublishFailed, [], Condition.None),
        new(Act.Retract, [Published], Retracted, [Kabid, Kadis], Condition.Reason),
    ];

    public static Rule RuleOf(Act act) => Table.First(rule => rule.Act == act);

    /// <summary>The acts that somebody could do now, the text unseen or seen, reasons still to be given: the buttons to offer.</summary>
    public static IEnumerable<Act> Offered(Standing standing, Actor actor)
        => Table
            .Where(rule => !rule.BySystem)
            .Where(rule => Decide(standing, new Order(rule.Act, standing.CurrentHash, Reason: "-", Answered: true), actor) is Outcome.Allowed)
            .Select(rule => rule.Act);

    /// <summary>Pure: from where it stands, what is asked and who asks, to allowed or the exact refusal. Checks on the text are the desk's part.</summary>
    public static Outcome Decide(Standing standing, Order order, Actor actor)
    {
        var rule = RuleOf(order.Act);
        if (!rule.BySystem && !rule.By.Any(actor.Holds)) return Refusal.NotYourRole(rule.By, actor);
        if (rule.Needs.HasFlag(Condition.OwnSkpd) && !actor.WritesFor(standing.SkpdCode)) return Refusal.NotYourSkpd(standing.SkpdCode);
        if (!rule.From.Contains(standing.State)) return IsEarlier(standing.State, rule) ? Refusal.TooEarly(standing.State) : Refusal.AlreadyDecided(standing);
        if (rule.Needs.HasFlag(Condition.SeenText) && order.SeenHash != standing.CurrentHash) return Refusal.TextChanged();
        if (rule.Needs.HasFlag(Condition.NotContributor) && standing.Contributors.Contains(actor.MemberId)) return Refusal.OwnText();
        if (rule.Needs.HasFlag(Condition.NotEndorser) && standing.EndorsedById == actor.MemberId) return Refusal.EndorsedByYou();
        if (rule.Needs.HasFlag(Condition.OwnEndorsement) && standing.EndorsedById != actor.MemberId) return Refusal.EndorsedByAnother();
        if (rule.Needs.HasFlag(Condition.Reason) && string.IsNullOrWhiteSpace(order.Reason)) return Refusal.ReasonMissing();
        if (rule.Needs.HasFlag(Condition.ChangedOrAnswered) && standing.State == Returned && !order.Changed && !order.Answered) return Refusal.NothingChanged();
        return new Outcome.Allowed(rule);
    }

    /// <summary>True while the text has not come to this act's step yet: a Kadis before the Kabid.</summary>
    private static bool IsEarlier(EditionState state, Rule rule)
        => state is Draft or AwaitingHead or InReview && rule.From.Min() > state;
}
