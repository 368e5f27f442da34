using System.Collections.Immutable;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.News;

/// <summary>
/// Where orders are carried out: load, decide, save. Works inside the caller's transaction, so that the state, its event and what is to be said about it
/// become true together or not at all.
/// </summary>
public sealed class NewsDesk(OfficeTime office, TextRules rules)
{
    /// <summary>Starts a draft for an SKPD.</summary>
    /// <exception cref="InvalidOperationException">The actor does not write for that SKPD.</exception>
    public static async Task<Edition> StartDraft(NewsroomDb db, Actor author, string skpdCode, long chatId, DraftContent draft, DateTimeOffset now, CancellationToken cancel)
    {
        if (!author.WritesFor(skpdCode)) throw new InvalidOperationException($"Anggota {author.MemberId} tidak menulis untuk {skpdCode}.");
        var item = new NewsItem { Id = Guid.CreateVersion7(now), SkpdCode = skpdCode, CreatedAt = now };
        var edition = new Edition { ItemId = item.Id, Item = item, Ordinal = 1, State = EditionState.Draft, AuthorId = author.MemberId, AuthorChatId = chatId, Draft = draft, ChangedAt = now };
        item.Editions.Add(edition);
        db.Items.Add(item);
        await db.SaveChangesAsync(cancel);
        return edition;
    }

    /// <summary>The edition with its item and revisions, locked against other writers; null when there is none.</summary>
    public static async Task<Edition?> Open(NewsroomDb db, long editionId, CancellationToken cancel)
    {
        var itemId = await db.Editions.Where(edition => edition.Id == editionId).Select(edition => (Guid?)edition.ItemId).FirstOrDefaultAsync(cancel);
        if (itemId is null) return null;
        await db.LockItem(itemId.Value, cancel);
        return await db.Editions.Include(edition => edition.Item).Include(edition => edition.Revisions).AsSplitQuery().FirstAsync(edition => edition.Id == editionId, cancel);
    }

    public static Standing StandingOf(Edition edition)
        => new(
            edition.State,
            edition.Item!.SkpdCode,
            edition.CurrentHash,
            [edition.AuthorId, .. edition.Revisions.Select(revision => revision.MadeById)],
            edition.EndorsedById,
            edition.LastAct is { } act ? new LastDecision(act, edition.LastActorName, edition.LastCapacity, edition.LastActAt!.Value, edition.Reason) : null);

    /// <summary>The newest frozen text.</summary>
    public static Content CurrentContent(Edition edition)
        => edition.Revisions.OrderByDescending(revision => revision.Ordinal).First().Content;

    /// <summary>All checks on a text as it stands, with what the store knows about it.</summary>
    public async Task<ImmutableArray<Finding>> Check(NewsroomDb db, Edition edition, Content content, CancellationToken cancel)
        => TextChecks.Run(new CheckedText(content, await PhotosOf(db, content, cancel), await DuplicateOf(db, edition, content, cancel), rules));

    /// <summary>Carries an order out, or says why not. The edition comes from <see cref="Open"/>.</summary>
    public async Task<Outcome> Carry(NewsroomDb db, Edition edition, Order order, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var standing = StandingOf(edition);
        var content = order.Act == Act.Submit ? edition.Draft.ToContent() : edition.Revisions.Count > 0 ? CurrentContent(edition) : null;
        if (order.Act == Act.Submit)
        {
            var changed = RevisionHash.Of(content!.ToCanonicalBytes()).Hex != edition.CurrentHash;
            order = order with { Changed = changed, Answered = order.Answered || edition.Reply is not null };
        }

        var decision = Lifecycle.Decide(standing, order, actor);
        if (decision is not Outcome.Allowed { Rule: var rule }) return decision;

        if (rule.Needs.HasFlag(Condition.CleanText))
        {
            var findings = await Check(db, edition, content!, cancel);
            var blocks = findings.RemoveAll(finding => finding.Weight != Weight.Block);
            if (!blocks.IsEmpty) return new Refusal.Blocked(blocks);
            if (order is { Act: Act.Submit, WarningsAcknowledged: false } && !findings.IsEmpty) return new Refusal.Unacknowledged(findings);
        }

        var to = rule.To;
        if (order.Act == Act.Approve)
        {
            var photos = await PhotoStates(db, content!, cancel);
            var failed = photos.Select((state, index) => (state, index)).Where(photo => photo.state == PhotoState.Failed).Select(photo => photo.index + 1).ToImmutableArray();
            if (!failed.IsEmpty) return new Refusal.PhotosFailed(failed);
            // Approved now, public as soon as the variants are made: seconds at most.
            if (photos.Contains(PhotoState.Waiting)) to = EditionState.Scheduled;
        }

        return await Move(db, edition, order, rule, to, content, actor, now, cancel);
    }

    /// <summary>Publishes what was approved and waited for its photos; the system's own act.</summary>
    public Task<Outcome> PublishScheduled(NewsroomDb db, Edition edition, DateTimeOffset now, CancellationToken cancel)
        => Carry(db, edition, new Order(Act.Publish, edition.CurrentHash), SystemActor, now, cancel);

    /// <summary>Approved, but a photo cannot be shown: back to the Kadis and the author.</summary>
    public Task<Outcome> FailScheduled(NewsroomDb db, Edition edition, string reason, DateTimeOffset now, CancellationToken cancel)
        => Carry(db, edition, new Order(Act.FailPublishing, edition.CurrentHash, reason), SystemActor, now, cancel);

    private static Actor SystemActor { get; } = new(0, "Sistem", []);

    private async Task<Outcome> Move(NewsroomDb db, Edition edition, Order order, Rule rule, EditionState to, Content? content, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var item = edition.Item!;
        var from = edition.State;
        var capacity = CapacityOf(rule, actor, item.SkpdCode);
        edition.State = to;
        edition.ChangedAt = now;
        edition.LastAct = order.Act;
        edition.LastActorName = actor.Name;
        edition.LastCapacity = capacity;
        edition.LastActAt = now;
        if (order.Reason is not null) edition.Reason = order.Reason;

        switch (order.Act)
        {
            case Act.Submit:
                await Number(db, item, now, cancel);
                Freeze(db, edition, content!, actor, now);
                item.FirstSubmittedAt ??= now;
                edition.SubmittedAt = now;
                edition.SubmittedById = actor.MemberId;
                edition.Round++;
                ClearDecisions(edition);
                break;
            case Act.Endorse:
                edition.EndorsedById = actor.MemberId;
                edition.EndorsedAt = now;
                edition.EndorsedHash = edition.CurrentHash;
                break;
            case Act.TakeBack:
                ClearDecisions(edition);
                break;
            case Act.Return:
                edition.Reply = null;
                ClearDecisions(edition);
                break;
            case Act.Approve:
                edition.ApprovedById = actor.MemberId;
                edition.ApprovedAt = now;
                edition.DueAt = to == EditionState.Scheduled ? now : null;
                break;
        }

        if (to == EditionState.Published)
        {
            item.FirstPublishedAt ??= now;
            item.Slug ??= Slug.Of(content!.Title);
        }

        var audited = await AuditChain.Append(db, new AuditEntry(
            0, now, order.Act.ToString(), actor.MemberId == 0 ? null : actor.MemberId, actor.Name, capacity, item.Id, item.Number, edition.Id, edition.Ordinal,
            from.ToString(), to.ToString(), edition.CurrentHash, order.Reason, order.Detail), now, cancel);
        if (to == EditionState.Published) await Publisher.Publish(db, item, edition, content!, audited.Sequence, now, cancel);
        if (to == EditionState.Retracted) await Publisher.Retract(db, item, order.Reason!, audited.Sequence, now, cancel);
        return new Outcome.Moved(order.Act, from, to, actor.Name, capacity, now);
    }

    private static void ClearDecisions(Edition edition)
    {
        edition.EndorsedById = null;
        edition.EndorsedAt = null;
        edition.EndorsedHash = null;
        edition.ApprovedById = null;
        edition.ApprovedAt = null;
        edition.DueAt = null;
    }

    private static void Freeze(NewsroomDb db, Edition edition, Content content, Actor actor, DateTimeOffset now)
    {
        var canonical = content.ToCanonicalBytes();
        var hash = RevisionHash.Of(canonical).Hex;
        if (hash == edition.CurrentHash) return;
        var revision = new Revision { EditionId = edition.Id, Ordinal = ++edition.RevisionCount, Hash = hash, Canonical = canonical, MadeById = actor.MemberId, MadeAt = now };
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

    private static string? CapacityOf(Rule rule, Actor actor, string skpdCode)
    {
        var held = rule.By.Where(actor.Holds).ToList();
        return held.Count == 0 ? null : actor.CapacityAs(held[^1], skpdCode);
    }

    private static async Task<ImmutableArray<PhotoFacts>> PhotosOf(NewsroomDb db, Content content, CancellationToken cancel)
    {
        var hashes = content.Photos.Select(photo => photo.Hash).ToList();
        var rows = await db.Photos.Where(photo => hashes.Contains(photo.Hash)).ToDictionaryAsync(photo => photo.Hash, cancel);
        return [.. hashes.Where(rows.ContainsKey).Select(hash => new PhotoFacts(hash, rows[hash].Width, rows[hash].Height))];
    }

    private static async Task<IReadOnlyList<PhotoState>> PhotoStates(NewsroomDb db, Content content, CancellationToken cancel)
    {
        var hashes = content.Photos.Select(photo => photo.Hash).ToList();
        // Else a photo that becomes ready beside this act sees nothing to publish, and this act sees a photo to wait for.
        await db.LockPhotos(hashes, cancel);
        // Columns, not rows: a row that was read before the lock would be handed out again as it was.
        var states = await db.Photos.Where(photo => hashes.Contains(photo.Hash)).Select(photo => new { photo.Hash, photo.State }).ToDictionaryAsync(photo => photo.Hash, photo => photo.State, cancel);
        return [.. hashes.Select(hash => states.GetValueOrDefault(hash, PhotoState.Failed))];
    }

    private static async Task<string?> DuplicateOf(NewsroomDb db, Edition edition, Content content, CancellationToken cancel)
    {
        var hash = TextHash.Of(content);
        EditionState[] standing = [EditionState.AwaitingHead, EditionState.InReview, EditionState.Endorsed, EditionState.Scheduled, EditionState.PublishFailed, EditionState.Published];
        return await db.Editions
            .Where(other => other.ItemId != edition.ItemId && standing.Contains(other.State) && other.TextHash == hash)
            .Select(other => other.Item!.Number)
            .FirstOrDefaultAsync(cancel);
    }
}
