using System.Collections.Immutable;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.People;

namespace KominfoBot.Workflow.News;

/// <summary>What became of an order. Refusals are expected and are values; broken things are exceptions.</summary>
public abstract record Outcome
{
    /// <summary>The table allows it (nothing has happened yet).</summary>
    public sealed record Allowed(Rule Rule) : Outcome;

    /// <summary>It happened.</summary>
    public sealed record Moved(Act Act, EditionState From, EditionState To, string ActorName, string? Capacity, DateTimeOffset At) : Outcome
    {
        /// <summary>The edition that the act started: a correction, a copy.</summary>
        public Edition? Started { get; init; }
    }
}

/// <summary>Why something was not done; translated into words only at the edge.</summary>
public abstract record Refusal : Outcome
{
    /// <summary>The act belongs to other offices than the actor's.</summary>
    public sealed record RoleMissing(ImmutableArray<Role> Needed, ImmutableArray<Role> Held) : Refusal;

    /// <summary>The item belongs to another SKPD.</summary>
    public sealed record OtherSkpd(string SkpdCode) : Refusal;

    /// <summary>Somebody else started this text.</summary>
    public sealed record OtherAuthor : Refusal;

    /// <summary>A step before this one is still open.</summary>
    public sealed record NotYet(EditionState State) : Refusal;

    /// <summary>Somebody was faster, or it was done long ago.</summary>
    public sealed record Decided(EditionState State, LastDecision? Last) : Refusal;

    /// <summary>The text is not the one that the actor saw.</summary>
    public sealed record Outdated : Refusal;

    /// <summary>Nobody approves his own words.</summary>
    public sealed record Own : Refusal;

    /// <summary>Who edited the text does not approve it.</summary>
    public sealed record Editor : Refusal;

    /// <summary>The second pair of eyes must be another person's.</summary>
    public sealed record Endorser : Refusal;

    /// <summary>Only the one who endorsed may take it back.</summary>
    public sealed record NotTheEndorser : Refusal;

    public sealed record WithoutReason : Refusal;

    /// <summary>Somebody has the text in hand for editing.</summary>
    public sealed record InHandOf(string Name, DateTimeOffset Until) : Refusal;

    /// <summary>To edit, the text is taken in hand first; the lease has run out, or it was taken over.</summary>
    public sealed record NotInHand(Lease? Held) : Refusal;

    /// <summary>Nobody else has the text in hand, so there is nothing to take over.</summary>
    public sealed record NotInOthersHand : Refusal;

    public sealed record NotAsked : Refusal;

    public sealed record NotEdited : Refusal;

    /// <summary>Another edition of the item is under way or out.</summary>
    public sealed record LaterEdition(EditionState State) : Refusal;

    /// <summary>Nothing exceptional happened here, or it was looked at already.</summary>
    public sealed record NoLookOwed : Refusal;

    /// <summary>Nobody waits for an answer to a request.</summary>
    public sealed record NotRequested : Refusal;

    /// <summary>There is no draft of somebody else's to take over.</summary>
    public sealed record NoDraft : Refusal;

    /// <summary>The look at an exceptional act is another person's.</summary>
    public sealed record OwnException : Refusal;

    /// <summary>A correction says publicly what was corrected.</summary>
    public sealed record WithoutNote : Refusal;

    /// <summary>The time asked for is not ahead.</summary>
    public sealed record TimeNotAhead(DateTimeOffset? At) : Refusal;

    /// <summary>The edition goes another way to the public.</summary>
    public sealed record WrongLane(Lane Lane) : Refusal;

    /// <summary>Too much for a correction of spelling.</summary>
    public sealed record NotSmall(SmallChangeFault Fault, int Words, int Limit) : Refusal;

    /// <summary>A returned text needs a change or a written answer.</summary>
    public sealed record Unchanged : Refusal;

    /// <summary>Checks on the text stop it.</summary>
    public sealed record Blocked(ImmutableArray<Finding> Findings) : Refusal;

    /// <summary>The text passes, but its sender has not seen these warnings.</summary>
    public sealed record Unacknowledged(ImmutableArray<Finding> Findings) : Refusal;

    /// <summary>Photos whose variants could not be made, by position (1 is the first).</summary>
    public sealed record PhotosFailed(ImmutableArray<int> Positions) : Refusal;

    public static Refusal NotYourRole(ImmutableArray<Role> needed, Actor actor) => new RoleMissing(needed, [.. actor.Roles.Select(held => held.Role).Distinct()]);

    internal static Refusal NotYourSkpd(string skpdCode) => new OtherSkpd(skpdCode);

    internal static Refusal TooEarly(EditionState state) => new NotYet(state);

    internal static Refusal AlreadyDecided(Standing standing) => new Decided(standing.State, standing.Last);

    internal static Refusal TextChanged() => new Outdated();

    internal static Refusal OwnText() => new Own();

    internal static Refusal EndorsedByYou() => new Endorser();

    internal static Refusal EndorsedByAnother() => new NotTheEndorser();

    internal static Refusal NotYourDraft() => new OtherAuthor();

    internal static Refusal OwnEdit() => new Editor();

    internal static Refusal HeldBy(Lease lease) => new InHandOf(lease.Name, lease.Until);

    internal static Refusal Unclaimed(Lease? held) => new NotInHand(held);

    internal static Refusal HeldByNobodyElse() => new NotInOthersHand();

    internal static Refusal NoQuestion() => new NotAsked();

    internal static Refusal NoEdit() => new NotEdited();

    internal static Refusal EditionUnderWay(EditionState state) => new LaterEdition(state);

    internal static Refusal NothingRequested() => new NotRequested();

    internal static Refusal NoDraftOfAnother() => new NoDraft();

    internal static Refusal NothingOwed() => new NoLookOwed();

    internal static Refusal OwnExceptionalAct() => new OwnException();

    internal static Refusal NoteMissing() => new WithoutNote();

    internal static Refusal TimePassed(DateTimeOffset? at) => new TimeNotAhead(at);

    internal static Refusal AnotherLane(Lane lane) => new WrongLane(lane);

    internal static Refusal ReasonMissing() => new WithoutReason();

    internal static Refusal NothingChanged() => new Unchanged();
}
