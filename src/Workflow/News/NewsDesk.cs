using System.Collections.Immutable;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.News;

/// <summary>
/// Where orders are carried out: load, decide, save. Works inside the caller's transaction, so that the state, its event and what is to be said about it
/// become true together or not at all.
/// </summary>
public sealed class NewsDesk(OfficeTime office, TextRules rules, ReviewChain chain)
{
    /// <summary>The due thing that publishes a scheduled edition; its subject is the edition's id.</summary>
    public const string PublicationDue = "publish";

    private static readonly ImmutableArray<EditionState> over = [EditionState.Withdrawn, EditionState.Discarded, EditionState.Rejected, EditionState.Superseded];

    private readonly ActEffects effects = new(office, chain);

    public ReviewChain Chain => chain;

    /// <summary>Whose turn it is with an edition; null when it is nobody's.</summary>
    public HeldRole? TurnOf(Edition edition) => edition.State switch
    {
        EditionState.AwaitingHead => new HeldRole(Role.KepalaSkpd, edition.Item!.SkpdCode),
        EditionState.InReview or EditionState.PublishFailed when edition.Lane == Lane.Fast => new HeldRole(Role.Kabid, null),
        EditionState.InReview or EditionState.Endorsed => new HeldRole(chain.StepAt(edition.Endorsements.Count).Role, null),
        EditionState.PublishFailed => new HeldRole(chain.Last.Role, null),
        _ => null,
    };

    /// <summary>Starts a draft for an SKPD: by who writes for it, or by Kominfo on its behalf.</summary>
    /// <exception cref="InvalidOperationException">The actor may not write for that SKPD.</exception>
    public static async Task<Edition> StartDraft(NewsroomDb db, Actor author, string skpdCode, long chatId, DraftContent draft, DateTimeOffset now, CancellationToken cancel)
    {
        if (!author.WritesFor(skpdCode) && !author.Reviews) throw new InvalidOperationException($"Anggota {author.MemberId} tidak menulis untuk {skpdCode}.");
        var edition = ActEffects.NewItem(db, skpdCode, author, chatId, draft, now);
        await db.SaveChangesAsync(cancel);
        return edition;
    }

    /// <summary>The edition with its item, the item's other editions and its revisions, locked against other writers; null when there is none.</summary>
    public static async Task<Edition?> Open(NewsroomDb db, long editionId, CancellationToken cancel)
    {
        // Opened before in this transaction: it is locked and whole.
        if (db.Known<Edition>().FindEntry(editionId) is { Entity.Item: { } item } known && known.Collection(each => each.Revisions).IsLoaded && db.Entry(item).Collection(each => each.Editions).IsLoaded) return known.Entity;
        await db.LockItemOf(editionId, cancel);
        if (await db.Frequent.EditionWithItem(db, editionId, cancel) is not { } edition) return null;
        var (revisions, editions) = (db.Entry(edition).Collection(each => each.Revisions), db.Entry(edition.Item!).Collection(each => each.Editions));
        // A first text that was never sent has neither.
        if (edition is { Ordinal: 1, CurrentHash: null }) revisions.IsLoaded = editions.IsLoaded = true;
        await revisions.LoadAsync(cancel);
        await editions.LoadAsync(cancel);
        return edition;
    }

    /// <summary>All that decisions on this edition depend on. Other editions of its item count as far as they were loaded.</summary>
    public Standing StandingOf(Edition edition, DateTimeOffset now)
    {
        var later = LaterThan(edition);
        return new(
            edition.State,
            edition.Item!.SkpdCode,
            edition.CurrentHash,
            chain,
            now,
            edition.AuthorId,
            [edition.AuthorId, .. edition.Revisions.Where(revision => revision.Origin == RevisionOrigin.Sent).Select(revision => revision.MadeById)],
            [.. edition.Revisions.Where(revision => revision.Origin == RevisionOrigin.Edited).Select(revision => revision.MadeById)],
            [.. edition.Endorsements.Select(endorsement => endorsement.MemberId)],
            edition.LastAct is { } act ? new LastDecision(act, edition.LastActorName, edition.LastCapacity, edition.LastActAt!.Value, edition.Reason) : null,
            edition.Lane,
            edition.LeaseAt(now),
            edition.QuestionOpen,
            edition.EditReply == EditReply.Pending,
            edition.Ordinal > 1 && edition.Lane != Lane.Fast && string.IsNullOrWhiteSpace(edition.CorrectionNote),
            edition.LookOwedSince is not null,
            edition.LaneUserId,
            later?.State,
            later?.AuthorId,
            edition.RequestedSince is not null);
    }

    /// <summary>The newest edition after this one that is under way or out; null when there is none.</summary>
    public static Edition? LaterThan(Edition edition) => edition.Item!.Editions.Where(other => other.Ordinal > edition.Ordinal && !over.Contains(other.State)).MaxBy(other => other.Ordinal);

    /// <summary>The newest frozen text.</summary>
    public static Content CurrentContent(Edition edition)
        => edition.Revisions.OrderByDescending(revision => revision.Ordinal).First().Content;

    /// <summary>All checks on a text as it stands, with what the store knows about it.</summary>
    public async Task<ImmutableArray<Finding>> Check(NewsroomDb db, Edition edition, Content content, CancellationToken cancel)
    {
        var findings = TextChecks.Run(new CheckedText(content, [.. await Likeness.PhotosOf(db, edition, content, cancel)], await Likeness.DuplicateOf(db, edition, content, cancel), rules)
        {
            SimilarTo = await Likeness.SimilarTo(db, edition, content, rules, cancel),
            WrittenOn = office.Today(edition.Item!.FirstSubmittedAt ?? edition.Item.CreatedAt),
            IdentityMasked = edition.Draft.IdentityMasked,
            AttachmentText = content.Attachment is { } attachment ? await db.Attachments.Where(row => row.Hash == attachment.Hash).Select(row => row.Text).FirstOrDefaultAsync(cancel) : null,
        });
        return edition.Item!.Class == InformationClass.Exempted ? findings.Insert(0, new Finding(Weight.Block, ExemptedFinding, [])) : findings;
    }

    /// <summary>Forgets some of what the checks on likeness remember and never look at again.</summary>
    /// <returns>Whether there may be more.</returns>
    public Task<bool> Forget(NewsroomDb db, DateTimeOffset now, CancellationToken cancel) => Likeness.Forget(db, rules, now, cancel);

    /// <summary>Carries an order out, or says why not. The edition comes from <see cref="Open"/>.</summary>
    public async Task<Outcome> Carry(NewsroomDb db, Edition edition, Order order, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var content = order.Act == Act.Submit ? edition.Draft.ToContent() : order.Text ?? (edition.Revisions.Count > 0 ? CurrentContent(edition) : null);
        var isNew = content is not null && RevisionHash.Of(content.ToCanonicalBytes()).Hex != edition.CurrentHash;
        if (order.Act == Act.Submit) order = order with { Changed = isNew, Answered = order.Answered || edition.Reply is not null };

        var decision = Lifecycle.Decide(StandingOf(edition, now), order, actor);
        if (decision is not Outcome.Allowed { Rule: var rule }) return decision;
        if (order.Act == Act.Edit && !isNew) return Refusal.NothingChanged();
        if (await SizeRefusal(db, edition, order.Act, content, cancel) is { } tooMuch) return tooMuch;
        if (await TextRefusal(db, edition, order, rule, content, cancel) is { } stopped) return stopped;

        var to = await Destination(db, edition, order, rule, content, cancel);
        return to.Refusal ?? await effects.Apply(db, edition, order, rule, to.State, content, actor, now, cancel);
    }

    /// <summary>Gives the text out of hand, if it is in this person's.</summary>
    public static void Release(Edition edition, Actor actor)
    {
        if (edition.EditingById == actor.MemberId) ActEffects.Release(edition);
    }

    /// <summary>Publishes what was approved and waited for its time or its photos; the system's own act. The text is checked once more.</summary>
    public async Task<Outcome> PublishScheduled(NewsroomDb db, Edition edition, DateTimeOffset now, CancellationToken cancel)
    {
        var blocks = await Blocks(db, edition, CurrentContent(edition), personalDataOnly: edition.Lane == Lane.Emergency, cancel);
        return blocks.IsEmpty ? await Carry(db, edition, new Order(Act.Publish, edition.CurrentHash), SystemActor, now, cancel) : new Refusal.Blocked(blocks);
    }

    /// <summary>Approved, but it cannot be shown: back to the Kadis and the author.</summary>
    public Task<Outcome> FailScheduled(NewsroomDb db, Edition edition, string reason, DateTimeOffset now, CancellationToken cancel)
        => Carry(db, edition, new Order(Act.FailPublishing, edition.CurrentHash, reason), SystemActor, now, cancel);

    internal static Actor SystemActor { get; } = new(0, "Sistem", []);

    /// <summary>Code of the finding that an item is kept from the public.</summary>
    internal const string ExemptedFinding = "exempted";

    private async Task<Refusal?> TextRefusal(NewsroomDb db, Edition edition, Order order, Rule rule, Content? content, CancellationToken cancel)
    {
        var personalDataOnly = rule.Needs.HasFlag(Condition.NoPersonalData);
        if (!personalDataOnly && !rule.Needs.HasFlag(Condition.CleanText)) return null;
        var findings = await Check(db, edition, content!, cancel);
        var blocks = findings.RemoveAll(finding => !Stops(finding, personalDataOnly));
        if (!blocks.IsEmpty) return new Refusal.Blocked(blocks);
        if (order.Act != Act.Submit) return null;
        var warnings = findings.RemoveAll(finding => finding.Weight != Weight.Warn);
        if (!order.WarningsAcknowledged && !warnings.IsEmpty) return new Refusal.Unacknowledged(warnings);
        edition.AcknowledgedWarnings = warnings.IsEmpty ? null : string.Join('\n', warnings.Select(warning => warning.Key));
        return null;
    }

    /// <summary>What stops the text. In an emergency only what the law keeps from the public does: personal data, and an item that is exempted.</summary>
    private async Task<ImmutableArray<Finding>> Blocks(NewsroomDb db, Edition edition, Content content, bool personalDataOnly, CancellationToken cancel)
        => (await Check(db, edition, content, cancel)).RemoveAll(finding => !Stops(finding, personalDataOnly));

    private static bool Stops(Finding finding, bool personalDataOnly) => finding.Weight == Weight.Block && (!personalDataOnly || TextChecks.IsAboutPersonalData(finding) || finding.Code == ExemptedFinding);

    /// <summary>The fast lane carries small changes of the live text only, also after further edits.</summary>
    private async Task<Refusal?> SizeRefusal(NewsroomDb db, Edition edition, Act act, Content? content, CancellationToken cancel)
    {
        if (act is not (Act.FixSpelling or Act.PublishFix)) return null;
        var live = act == Act.FixSpelling ? edition : edition.Item!.Editions.First(other => other.State == EditionState.Published);
        var (fault, words) = SmallChange.Judge(await LiveContent(db, live, cancel), content!, chain.FastLaneWords);
        return fault == SmallChangeFault.None ? null : new Refusal.NotSmall(fault, words, chain.FastLaneWords);
    }

    private static async Task<Content> LiveContent(NewsroomDb db, Edition live, CancellationToken cancel)
    {
        if (live.Revisions.Count == 0) await db.Entry(live).Collection(edition => edition.Revisions).LoadAsync(cancel);
        return CurrentContent(live);
    }

    /// <summary>Where the act leads: as the table says, but for what the table cannot know.</summary>
    private static async Task<(EditionState State, Refusal? Refusal)> Destination(NewsroomDb db, Edition edition, Order order, Rule rule, Content? content, CancellationToken cancel)
    {
        var to = rule.To ?? edition.State;
        if (order.Act is Act.TakeBack && edition.Endorsements.Count > 1) return (EditionState.Endorsed, null);
        if (order.Act is Act.Unschedule && edition.Endorsements.Count == 0) return (EditionState.InReview, null);
        if (order.Act == Act.Submit && await db.Skpds.AnyAsync(skpd => skpd.Code == edition.Item!.SkpdCode && skpd.HeadApproves, cancel)) return (EditionState.AwaitingHead, null);
        if (order.Act is not (Act.Approve or Act.PublishFix or Act.PublishUrgently)) return (to, null);
        var photos = await PhotoStates(db, content!, cancel);
        var failed = photos.Select((state, index) => (state, index)).Where(photo => photo.state == PhotoState.Failed).Select(photo => photo.index + 1).ToImmutableArray();
        if (!failed.IsEmpty) return (to, new Refusal.PhotosFailed(failed));
        // Approved now, public as soon as the variants are made: seconds at most.
        return (photos.Contains(PhotoState.Waiting) ? EditionState.Scheduled : to, null);
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
}
