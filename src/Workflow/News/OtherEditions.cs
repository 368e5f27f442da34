using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Workflow.News;

/// <summary>What an act on one edition means for the others of its item: superseded, withdrawn with it, put away; and where a debt of one passes on.</summary>
internal static class OtherEditions
{
    public static async Task Supersede(NewsroomDb db, Edition older, Edition newer, DateTimeOffset now, CancellationToken cancel)
    {
        (older.State, older.ChangedAt) = (EditionState.Superseded, now);
        // A comma put right is no answer to who asked for a correction.
        if (newer.Lane == Lane.Fast) (newer.RequestedSince, older.RequestedSince) = (older.RequestedSince, null);
        await AuditChain.Append(db, ActEffects.Entry(older, new Order(Act.Supersede), NewsDesk.SystemActor, null, EditionState.Published, EditionState.Superseded, null, Lane.Ordinary, now), now, cancel);
    }

    /// <summary>
    /// A correction in which another than the one who took the exceptional way has looked at the whole text is that second look; any other new edition takes
    /// the debt over, so that a comma put right does not wipe it out.
    /// </summary>
    public static void PassOnLook(Edition owing, Edition next)
    {
        var looked = next.Lane is Lane.Ordinary or Lane.SingleReviewer && (next.ApprovedById != owing.LaneUserId || next.Endorsements.Any(endorsement => endorsement.MemberId != owing.LaneUserId));
        if (!looked) (next.LookOwedSince, next.LaneUserId) = (owing.LookOwedSince, next.LaneUserId ?? owing.LaneUserId);
        owing.LookOwedSince = null;
    }

    /// <summary>What was to go an exceptional way and did not become public goes the ordinary one from here, if it goes on. A small correction stays one.</summary>
    public static void LeaveLane(Edition edition)
    {
        if (edition.Lane == Lane.Emergency && edition.Item!.Class == InformationClass.Immediate) edition.Item.Class = InformationClass.Periodic;
        if (edition.Lane != Lane.Fast) edition.Lane = Lane.Ordinary;
        (edition.LookOwedSince, edition.LaneUserId) = (null, null);
    }

    /// <summary>A retraction acts on the item: an edition under way goes with it.</summary>
    public static async Task WithdrawWith(NewsroomDb db, Edition open, Actor actor, string? capacity, DateTimeOffset now, CancellationToken cancel)
    {
        var from = open.State;
        if (from == EditionState.Scheduled) await DueDesk.CancelAll(db, [NewsDesk.PublicationDue], $"{open.Id}", now, cancel);
        LeaveLane(open);
        (open.State, open.ChangedAt, open.LastAct, open.LastActorName, open.LastCapacity, open.LastActAt) = (EditionState.Withdrawn, now, Act.Withdraw, actor.Name, capacity, now);
        await AuditChain.Append(db, ActEffects.Entry(open, new Order(Act.Withdraw), actor, capacity, from, EditionState.Withdrawn, null, Lane.Ordinary, now), now, cancel);
    }

    public static bool IsOpen(EditionState state)
        => state is EditionState.Draft or EditionState.AwaitingHead or EditionState.InReview or EditionState.Endorsed or EditionState.Scheduled or EditionState.PublishFailed or EditionState.Returned;

    /// <summary>A draft whose words another goes on with: kept as Discarded, by who took it over.</summary>
    public static async Task PutAway(NewsroomDb db, Edition left, Actor actor, string? capacity, DateTimeOffset now, CancellationToken cancel)
    {
        var from = left.State;
        (left.State, left.ChangedAt, left.LastAct, left.LastActorName, left.LastCapacity, left.LastActAt) = (EditionState.Discarded, now, Act.TakeOverCorrection, actor.Name, capacity, now);
        await AuditChain.Append(db, ActEffects.Entry(left, new Order(Act.Discard), actor, capacity, from, EditionState.Discarded, null, Lane.Ordinary, now), now, cancel);
    }
}
