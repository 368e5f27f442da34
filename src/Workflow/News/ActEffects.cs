using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.News;

/// <summary>What an allowed act changes: the edition, its item, its event, and what the public sees. One transaction: the caller's.</summary>
internal sealed class ActEffects(OfficeTime office, ReviewChain chain)
{
    public static Edition NewItem(NewsroomDb db, string skpdCode, Actor author, long chatId, DraftContent draft, DateTimeOffset now)
    {
        var item = new NewsItem { Id = Guid.CreateVersion7(now), SkpdCode = skpdCode, CreatedAt = now };
        db.Items.Add(item);
        return NewEdition(item, author.MemberId, chatId, draft, now);
    }

    public async Task<Outcome> Apply(NewsroomDb db, Edition edition, Order order, Rule rule, EditionState to, Content? content, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var item = edition.Item!;
        var from = edition.State;
        var capacity = CapacityOf(rule, actor, item.SkpdCode);
        var lane = LaneOf(edition, order, actor);
        edition.State = to;
        edition.ChangedAt = now;
        // A word in passing is no decision: the card's "sudah … oleh" stays with the last act that moved the text.
        if (rule.To is not null || order.Act is Act.Revise or Act.FixSpelling or Act.TakeOverCorrection)
        {
            (edition.LastAct, edition.LastActAt) = (order.Act, now);
            // The clock only carries out what a person decided: that person goes on standing there.
            if (order.Act != Act.Publish) (edition.LastActorName, edition.LastCapacity) = (actor.Name, capacity);
        }
        if (order.Reason is not null && rule.To is not null) edition.Reason = order.Reason;

        var frozen = edition.CurrentHash;
        Change(db, edition, order, content, actor, capacity, lane, now);
        if (edition.CurrentHash != frozen) await Likeness.Remember(db, edition, content!, now, cancel);
        if (order.Act == Act.Submit) await Number(db, item, now, cancel);
        // A word in passing leaves the time as it is.
        if (rule.To is not null && (from == EditionState.Scheduled || to == EditionState.Scheduled)) await Plan(db, edition, order, from, now, cancel);
        if (to == EditionState.Published && from != EditionState.Published)
        {
            item.FirstPublishedAt ??= now;
            item.Slug ??= Slug.Of(content!.Title);
            foreach (var owing in item.Editions.Where(other => other.LookOwedSince is not null && other.Id != edition.Id)) OtherEditions.PassOnLook(owing, edition);
            foreach (var older in item.Editions.Where(other => other.State == EditionState.Published && other.Id != edition.Id).ToList()) await OtherEditions.Supersede(db, older, edition, now, cancel);
        }

        var leftLying = order.Act == Act.TakeOverCorrection ? NewsDesk.LaterThan(edition) : null;
        var started = Started(db, edition, order, content, actor, now);
        if (started is not null) await db.SaveChangesAsync(cancel);
        if (order.Act == Act.FixSpelling)
        {
            Freeze(db, started!, content!, actor, RevisionOrigin.Edited, now);
            await Likeness.Remember(db, started!, content!, now, cancel);
        }
        var audited = await AuditChain.Append(db, Entry(edition, order, actor, capacity, from, to, started, lane, now), now, cancel);
        if (leftLying is not null) await OtherEditions.PutAway(db, leftLying, actor, capacity, now, cancel);
        if (to == EditionState.Published && from != EditionState.Published) await Publisher.Publish(db, item, edition, content!, audited.Sequence, now, cancel);
        if (to == EditionState.Retracted && from != EditionState.Retracted)
        {
            await Publisher.Retract(db, item, order.Reason!, audited.Sequence, now, cancel);
            foreach (var open in item.Editions.Where(other => other.Id != edition.Id && OtherEditions.IsOpen(other.State)).ToList()) await OtherEditions.WithdrawWith(db, open, actor, capacity, now, cancel);
        }
        return new Outcome.Moved(order.Act, from, to, actor.Name, capacity, now) { Started = started };
    }

    private void Change(NewsroomDb db, Edition edition, Order order, Content? content, Actor actor, string? capacity, Lane lane, DateTimeOffset now)
    {
        switch (order.Act)
        {
            case Act.Submit:
                Freeze(db, edition, content!, actor, RevisionOrigin.Sent, now);
                edition.Item!.FirstSubmittedAt ??= now;
                edition.SubmittedAt = now;
                edition.SubmittedById = actor.MemberId;
                edition.Round++;
                (edition.Question, edition.QuestionBy, edition.QuestionOpen, edition.EditReply) = (null, null, false, EditReply.None);
                ClearDecisions(edition);
                break;
            case Act.Claim or Act.TakeOver:
                (edition.EditingById, edition.EditingByName, edition.EditingUntil) = (actor.MemberId, actor.Name, now + chain.Lease);
                break;
            case Act.Edit:
                Freeze(db, edition, content!, actor, RevisionOrigin.Edited, now);
                edition.Draft = DraftContent.From(content!) with { IdentityMasked = edition.Draft.IdentityMasked };
                edition.EditReply = EditReply.Pending;
                Release(edition);
                ClearDecisions(edition);
                break;
            case Act.AcceptEdit:
                edition.EditReply = EditReply.Accepted;
                break;
            case Act.ContestEdit:
                edition.EditReply = EditReply.Contested;
                edition.Reply = order.Reason ?? edition.Reply;
                break;
            case Act.Ask:
                (edition.Question, edition.QuestionBy, edition.QuestionOpen, edition.Reply) = (order.Reason, actor.Name, true, null);
                break;
            case Act.Answer:
                (edition.QuestionOpen, edition.Reply) = (false, order.Reason);
                break;
            case Act.Classify:
                edition.Item!.Class = order.Class;
                break;
            case Act.Endorse:
                edition.Endorsements = [.. edition.Endorsements, new Endorsement(actor.MemberId, actor.Name, capacity, now, edition.CurrentHash!)];
                Release(edition);
                break;
            case Act.TakeBack:
                edition.Endorsements = edition.Endorsements[..^1];
                break;
            case Act.Return:
                edition.Reply = null;
                Release(edition);
                ClearDecisions(edition);
                OtherEditions.LeaveLane(edition);
                break;
            case Act.SendBack or Act.Reopen:
                ClearDecisions(edition);
                break;
            case Act.Approve or Act.Schedule or Act.PublishFix or Act.PublishUrgently:
                edition.ApprovedById = actor.MemberId;
                edition.ApprovedAt = now;
                edition.Lane = lane;
                edition.DueAt = edition.State == EditionState.Scheduled ? order.At ?? now : null;
                if (order.Act != Act.PublishUrgently) break;
                edition.Item!.Class = InformationClass.Immediate;
                (edition.LookOwedSince, edition.LaneUserId) = (now, actor.MemberId);
                break;
            case Act.Reschedule:
                edition.DueAt = order.At;
                break;
            case Act.Unschedule:
                (edition.DueAt, edition.ApprovedById, edition.ApprovedAt) = (null, null, null);
                OtherEditions.LeaveLane(edition);
                break;
            case Act.Withdraw or Act.Reject:
                OtherEditions.LeaveLane(edition);
                break;
            case Act.RequestCorrection or Act.RequestRetraction:
                // As the chain has it, so that the request's own event is not before it.
                edition.RequestedSince ??= AuditChain.Instant(now);
                break;
            case Act.DeclineRequest:
                edition.RequestedSince = null;
                break;
            case Act.PullNow:
                (edition.LookOwedSince, edition.LaneUserId) = (now, actor.MemberId);
                break;
            case Act.Confirm:
            // Who published it alone does not settle that by taking it away alone.
            case Act.Retract when edition.LaneUserId != actor.MemberId:
                edition.LookOwedSince = null;
                break;
        }
    }

    /// <summary>A new edition or item that the act begins.</summary>
    private static Edition? Started(NewsroomDb db, Edition edition, Order order, Content? content, Actor actor, DateTimeOffset now)
    {
        switch (order.Act)
        {
            case Act.Copy:
                return NewItem(db, edition.Item!.SkpdCode, actor, order.ChatId, DraftContent.From(content!), now);
            case Act.Revise:
                return NewEdition(edition.Item!, actor.MemberId, order.ChatId, DraftContent.From(content!), now);
            case Act.TakeOverCorrection when NewsDesk.LaterThan(edition) is { } left:
                var taken = NewEdition(edition.Item!, actor.MemberId, order.ChatId, left.Draft, now);
                taken.CorrectionNote = left.CorrectionNote;
                return taken;
            case Act.FixSpelling:
                var fix = NewEdition(edition.Item!, edition.AuthorId, edition.AuthorChatId, DraftContent.From(content!), now);
                (fix.State, fix.Lane, fix.Round, fix.SubmittedAt, fix.SubmittedById) = (EditionState.InReview, Lane.Fast, 1, now, actor.MemberId);
                return fix;
            default:
                return null;
        }
    }

    private static Edition NewEdition(NewsItem item, long authorId, long chatId, DraftContent draft, DateTimeOffset now)
    {
        var edition = new Edition
        {
            ItemId = item.Id, Item = item, Ordinal = item.Editions.Select(other => other.Ordinal).DefaultIfEmpty().Max() + 1,
            State = EditionState.Draft, AuthorId = authorId, AuthorChatId = chatId, Draft = draft, ChangedAt = now,
        };
        item.Editions.Add(edition);
        return edition;
    }

    internal static AuditEntry Entry(Edition edition, Order order, Actor actor, string? capacity, EditionState from, EditionState to, Edition? started, Lane lane, DateTimeOffset now)
        => new(0, now, order.Act.ToString(), actor.MemberId == 0 ? null : actor.MemberId, actor.Name, capacity, edition.ItemId, edition.Item!.Number, edition.Id, edition.Ordinal,
            from.ToString(), to.ToString(), edition.CurrentHash, order.Reason, DetailOf(order, started), lane == Lane.Ordinary ? null : lane.ToString());

    private static string? DetailOf(Order order, Edition? started) => order.Act switch
    {
        Act.Revise or Act.FixSpelling or Act.TakeOverCorrection => $"edisi {started!.Ordinal}",
        Act.Classify => order.Class.ToString(),
        Act.Schedule or Act.Reschedule => order.Detail is null ? $"{order.At:u}" : $"{order.At:u}, {order.Detail}",
        _ => order.Detail,
    };

    /// <summary>The way this act takes; only those that publish, or take away, can be exceptional.</summary>
    private Lane LaneOf(Edition edition, Order order, Actor actor) => order.Act switch
    {
        Act.PublishUrgently or Act.PullNow => Lane.Emergency,
        Act.Approve or Act.Schedule when chain.SingleReviewer && (edition.Endorsements.Any(endorsement => endorsement.MemberId == actor.MemberId)
            || edition.Revisions.Any(revision => revision.Origin == RevisionOrigin.Edited && revision.MadeById == actor.MemberId)) => Lane.SingleReviewer,
        _ => edition.Lane,
    };

    private static async Task Plan(NewsroomDb db, Edition edition, Order order, EditionState from, DateTimeOffset now, CancellationToken cancel)
    {
        var subject = $"{edition.Id}";
        if (from == EditionState.Scheduled) await DueDesk.CancelAll(db, [NewsDesk.PublicationDue], subject, now, cancel);
        // What waits for its photos goes out when they are ready.
        if (edition.State == EditionState.Scheduled && order.At is { } at)
            await DueDesk.Plan(db, $"{NewsDesk.PublicationDue}:{edition.Id}:{at.UtcTicks}", NewsDesk.PublicationDue, subject, at, null, now, cancel);
    }

    public static void Release(Edition edition) => (edition.EditingById, edition.EditingByName, edition.EditingUntil) = (null, null, null);

    private static void ClearDecisions(Edition edition)
    {
        edition.Endorsements = [];
        (edition.ApprovedById, edition.ApprovedAt, edition.DueAt) = (null, null, null);
    }

    private static void Freeze(NewsroomDb db, Edition edition, Content content, Actor actor, RevisionOrigin origin, DateTimeOffset now)
    {
        var canonical = content.ToCanonicalBytes();
        var hash = RevisionHash.Of(canonical).Hex;
        if (hash == edition.CurrentHash) return;
        var revision = new Revision { EditionId = edition.Id, Ordinal = ++edition.RevisionCount, Hash = hash, Canonical = canonical, MadeById = actor.MemberId, MadeAt = now, Origin = origin };
        edition.Revisions.Add(revision);
        db.Revisions.Add(revision);
        edition.CurrentHash = hash;
        edition.TextHash = TextHash.Of(content);
    }

    private async Task Number(NewsroomDb db, NewsItem item, DateTimeOffset now, CancellationToken cancel)
    {
        if (item.Number is not null) return;
        var skpd = await db.Skpds.FirstAsync(row => row.Code == item.SkpdCode, cancel);
        var year = office.Today(now).Year;
        if (skpd.NumberYear != year) (skpd.NumberYear, skpd.LastNumber) = (year, 0);
        item.Number = $"{skpd.Code}-{year}-{++skpd.LastNumber:0000}";
    }

    private string? CapacityOf(Rule rule, Actor actor, string skpdCode)
    {
        var held = rule.RolesIn(chain).Where(actor.Holds).ToList();
        return held.Count == 0 ? null : actor.CapacityAs(held[^1], skpdCode);
    }
}
