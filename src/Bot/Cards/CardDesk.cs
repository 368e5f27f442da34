using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Shelf;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>
/// The reviewers' cards: one per item, step and reviewer, as a direct message; all copies are kept in step with the item. A resubmission gets new cards,
/// since edits do not ring.
/// </summary>
public sealed class CardDesk(NewsDesk desk, ShelfFiles files, OfficeProfile office)
{
    /// <summary>States in which somebody's card waits.</summary>
    public static readonly ImmutableArray<EditionState> AtReviewers = [EditionState.AwaitingHead, EditionState.InReview, EditionState.Endorsed, EditionState.PublishFailed];

    public static string SlotOf(Edition edition, Role step) => $"{SlotsOf(edition.Id)}{edition.Round}:{step}";

    /// <summary>How the slots of all cards of an edition begin.</summary>
    public static string SlotsOf(long editionId) => string.Create(CultureInfo.InvariantCulture, $"card:{editionId}:");

    private static string AlbumOf(Edition edition, Role step) => $"album:{edition.Id}:{edition.Round}:{step}";

    /// <summary>Every role that may have a card: the steps of the chain, the head of the SKPD before them, the Kabid for the fast lane.</summary>
    private ImmutableArray<Role> Holders => [.. desk.Chain.Steps.Select(step => step.Role).Append(Role.KepalaSkpd).Append(Role.Kabid).Distinct()];

    /// <summary>True when it is the last step's turn, the one that publishes.</summary>
    public bool IsLastStep(Edition edition) => edition.Lane == Lane.Fast || edition.State == EditionState.PublishFailed || (edition.State != EditionState.AwaitingHead && desk.Chain.IsLast(edition.Endorsements.Count));

    /// <summary>Brings every copy of the item's cards up to date, and gives one to each reviewer whose turn it is and who has none.</summary>
    /// <param name="actorChat">Where the act came from: told first.</param>
    /// <param name="rings">The text has come to this step now: a reviewer who had its card before gets a new one, since edits do not ring.</param>
    public async Task Update(NewsroomDb db, OutboxWriter outbox, Edition edition, DateTimeOffset now, CancellationToken cancel, long? actorChat = null, bool rings = false)
    {
        var facts = await Facts(db, edition, cancel);
        var step = desk.TurnOf(edition);
        foreach (var past in Holders)
        {
            if (past == step?.Role) continue;
            var slot = SlotOf(edition, past);
            foreach (var chat in await ChatsWith(db, slot, cancel))
                await outbox.Edit(chat, slot, CardText.Decided(facts, DecidedLine(edition, now)), await KeysAfter(db, edition, chat, now, cancel), chat == actorChat ? Priority.Reply : Priority.Card);
        }
        if (step is not { } turn) return;

        var holders = await PeopleDesk.Holders(db, turn.Role, turn.SkpdCode, now, cancel);
        foreach (var reviewer in holders.Where(reviewer => reviewer.Reachable))
            await Show(db, outbox, edition, facts, turn.Role, reviewer, now, renew: rings && reviewer.ChatUserId != actorChat, cancel);
        // Copies that other reviewers opened for themselves; never those of people who were dismissed.
        foreach (var chat in (await ChatsWith(db, SlotOf(edition, turn.Role), cancel)).Except(holders.Select(holder => holder.ChatUserId ?? 0)).Order())
            if (await PeopleDesk.Find(db, chat, cancel) is { Reachable: true } other && Actor.Of(other, now).Reviews)
                await Show(db, outbox, edition, facts, turn.Role, other, now, renew: false, cancel);
    }

    /// <summary>Shows a reviewer the card of this item: edits the one that is there, or (and when asked to renew) sends a new one with its photos above.</summary>
    /// <param name="priority">Reply when the reviewer asked for it.</param>
    public async Task Show(NewsroomDb db, OutboxWriter outbox, Edition edition, CardFacts facts, Role step, Member reviewer, DateTimeOffset now, bool renew, CancellationToken cancel, Priority priority = Priority.Card)
    {
        var chat = reviewer.ChatUserId!.Value;
        var slot = SlotOf(edition, step);
        var (text, keys) = (CardText.Text(facts, office, now), KeysFor(edition, reviewer, now));
        if (!renew && (await ChatsWith(db, slot, cancel)).Contains(chat))
        {
            await outbox.Edit(chat, slot, text, keys, priority);
            return;
        }
        await outbox.ClearKeys(chat, slot, priority);
        if (!facts.Content.Photos.IsEmpty) outbox.Send(chat, await Album(db, facts.Content, cancel), priority, AlbumOf(edition, step));
        if (facts.Content.Attachment is { } attachment)
        {
            var handle = await db.Attachments.Where(row => row.Hash == attachment.Hash).Select(row => row.ChatFileId).FirstOrDefaultAsync(cancel);
            outbox.Send(chat, new DocumentFile(files.PathOf(attachment.Hash), attachment.Name, LampiranTeks.PadaKartu(edition.Item!.Number, attachment), handle), priority);
        }
        outbox.Send(chat, new TextMessage(text, keys), priority, slot);
    }

    /// <summary>One reviewer's card with other buttons or a line below, while that reviewer chooses.</summary>
    public async Task Ask(NewsroomDb db, OutboxWriter outbox, Edition edition, long chat, Keyboard keys, string? question, DateTimeOffset now, CancellationToken cancel)
    {
        var facts = await Facts(db, edition, cancel);
        if (desk.TurnOf(edition) is { } turn)
        {
            await outbox.Edit(chat, SlotOf(edition, turn.Role), CardText.Text(facts, office, now, question), keys, Priority.Reply);
            return;
        }
        foreach (var past in Holders)
            if ((await ChatsWith(db, SlotOf(edition, past), cancel)).Contains(chat))
                await outbox.Edit(chat, SlotOf(edition, past), CardText.Decided(facts, DecidedLine(edition, now), question), keys, Priority.Reply);
    }

    /// <summary>The same at the bottom of the chat: who pressed elsewhere does not see a card far above change.</summary>
    public async Task AskAnew(NewsroomDb db, OutboxWriter outbox, Edition edition, long chat, Keyboard keys, string question, DateTimeOffset now, CancellationToken cancel)
    {
        var slot = SlotOf(edition, desk.Chain.Last.Role);
        foreach (var past in Holders)
            if ((await ChatsWith(db, SlotOf(edition, past), cancel)).Contains(chat)) slot = SlotOf(edition, past);
        await outbox.Replace(chat, slot, new TextMessage(CardText.Decided(await Facts(db, edition, cancel), DecidedLine(edition, now), question), keys));
    }

    /// <summary>Tells the other holders of a card that somebody is at it (or, without words, that nobody is any more).</summary>
    public async Task Hint(NewsroomDb db, OutboxWriter outbox, Edition edition, long exceptChat, string? line, DateTimeOffset now, CancellationToken cancel)
    {
        if (desk.TurnOf(edition) is not { Role: var step, SkpdCode: var skpd }) return;
        var facts = await Facts(db, edition, cancel);
        foreach (var reviewer in await PeopleDesk.Holders(db, step, skpd, now, cancel))
        {
            if (reviewer.ChatUserId is { } chat && chat != exceptChat && (await ChatsWith(db, SlotOf(edition, step), cancel)).Contains(chat))
                await outbox.Edit(chat, SlotOf(edition, step), CardText.Text(facts, office, now, line), KeysFor(edition, reviewer, now));
        }
    }

    /// <summary>The cards that wait for a member now, oldest first.</summary>
    public async Task<IReadOnlyList<(Edition Edition, Role Step)>> WaitingFor(NewsroomDb db, Actor actor, CancellationToken cancel)
    {
        if (!Holders.Any(actor.Holds)) return [];
        var editions = await db.Editions.Include(edition => edition.Item).Include(edition => edition.Revisions).AsSplitQuery()
            .Where(edition => AtReviewers.Contains(edition.State)).OrderBy(edition => edition.SubmittedAt).ToListAsync(cancel);
        return [.. editions.Select(edition => (edition, Turn: desk.TurnOf(edition)!)).Where(waiting => actor.Holds(waiting.Turn)).Select(waiting => (waiting.edition, waiting.Turn.Role))];
    }

    public async Task<CardFacts> Facts(NewsroomDb db, Edition edition, CancellationToken cancel)
    {
        var content = NewsDesk.CurrentContent(edition);
        var skpd = await db.Skpds.Where(row => row.Code == edition.Item!.SkpdCode).Select(row => row.ShortName).FirstAsync(cancel);
        var category = await db.Categories.Where(row => row.Code == content.CategoryCode).Select(row => row.Name).FirstOrDefaultAsync(cancel) ?? content.CategoryCode;
        var author = (await PeopleDesk.ById(db, edition.SubmittedById ?? edition.AuthorId, cancel)).DisplayName;
        ImmutableArray<Finding> findings = desk.TurnOf(edition) is null ? [] : (await desk.Check(db, edition, content, cancel)).RemoveAll(finding => finding.Weight == Weight.Block);
        return new CardFacts(edition, content, skpd, category, author, findings, IsLastStep(edition), desk.TurnOf(edition) is null ? null : await Changes(db, edition, cancel));
    }

    /// <summary>What a correction changes in the text that is (or, after a retraction, was last) public; null for a first edition.</summary>
    public static async Task<StyledText?> Changes(NewsroomDb db, Edition edition, CancellationToken cancel)
    {
        if (edition.Ordinal < 2) return null;
        var publics = db.Editions.Where(other => other.ItemId == edition.ItemId && other.Ordinal < edition.Ordinal
            && (other.State == EditionState.Published || other.State == EditionState.Retracted || other.State == EditionState.Superseded));
        var id = await publics.OrderByDescending(other => other.State == EditionState.Published).ThenByDescending(other => other.Ordinal).Select(other => other.Id).FirstOrDefaultAsync(cancel);
        if (await db.Revisions.AsNoTracking().Where(revision => revision.EditionId == id).OrderByDescending(revision => revision.Ordinal).FirstOrDefaultAsync(cancel) is not { } live) return null;
        var categories = await db.Categories.ToDictionaryAsync(category => category.Code, category => category.Name, cancel);
        return PerbedaanTeks.Naskah(ContentDifference.Between(live.Content, NewsDesk.CurrentContent(edition)), code => categories.GetValueOrDefault(code, code));
    }

    /// <summary>For the audit, where the card has only the beginning of a text: whether its reader opened the whole of exactly that text.</summary>
    public async Task<string?> ReadingOf(NewsroomDb db, Edition edition, long chat, DateTimeOffset now, CancellationToken cancel)
    {
        if (!CardText.MayBeCut(NewsDesk.CurrentContent(edition)) || CardText.HoldsWhole(await Facts(db, edition, cancel), office, now)) return null;
        var slot = ReadSlot(edition);
        return AuditTeks.BacaLengkap(await db.Posted.AnyAsync(row => row.ChatId == chat && row.Slot == slot, cancel) || await db.ToSend.AnyAsync(row => row.ChatId == chat && row.Slot == slot, cancel));
    }

    /// <summary>Where the whole of a text was opened in a chat.</summary>
    public static string ReadSlot(Edition edition) => $"read:{edition.Id}:{CardText.Seen(edition)}";

    public static async Task<PhotoAlbum> Album(NewsroomDb db, Content content, CancellationToken cancel)
    {
        var hashes = content.Photos.Select(photo => photo.Hash).ToList();
        var files = await db.Photos.Where(photo => hashes.Contains(photo.Hash)).ToDictionaryAsync(photo => photo.Hash, photo => photo.ChatFileId, cancel);
        return new PhotoAlbum([.. content.Photos.Select(photo => new AlbumPhoto(photo.Hash, files.GetValueOrDefault(photo.Hash), photo.Caption))]);
    }

    /// <summary>The last act as a card's first line.</summary>
    public string DecidedLine(Edition edition, DateTimeOffset now)
    {
        var who = Jabatan.Oleh(edition.LastActorName, edition.LastCapacity);
        var when = office.Time.Kapan(edition.LastActAt!.Value, now);
        var link = edition.Item!.Slug is { } slug ? office.LinkTo(edition.Item.Number!, slug) : "";
        return TinjauTeks.Keputusan(edition, who, when, link, office.Time);
    }

    /// <summary>What lies behind Lainnya for this person.</summary>
    public Keyboard MoreFor(Edition edition, Actor actor, DateTimeOffset now) => CardText.MoreKeys(edition, Lifecycle.Offered(desk.StandingOf(edition, now), actor).ToHashSet());

    /// <summary>Only buttons that the table grants this reviewer.</summary>
    private Keyboard KeysFor(Edition edition, Member reviewer, DateTimeOffset now)
        => CardText.Keys(edition, Lifecycle.Offered(desk.StandingOf(edition, now), Actor.Of(reviewer, now)).ToHashSet());

    private async Task<Keyboard> KeysAfter(NewsroomDb db, Edition edition, long chat, DateTimeOffset now, CancellationToken cancel)
    {
        if (await PeopleDesk.Find(db, chat, cancel) is not { } member) return Keyboard.None;
        return CardText.KeysAfter(edition, Lifecycle.Offered(desk.StandingOf(edition, now), Actor.Of(member, now)).ToHashSet(), isAtAnotherStep: desk.TurnOf(edition) is not null);
    }

    private static async Task<IReadOnlySet<long>> ChatsWith(NewsroomDb db, string slot, CancellationToken cancel)
    {
        var posted = await db.Posted.Where(row => row.Slot == slot).Select(row => row.ChatId).ToListAsync(cancel);
        var waiting = await db.ToSend.Where(row => row.Slot == slot && row.State == ToSendState.Waiting).Select(row => row.ChatId).ToListAsync(cancel);
        var unsaved = db.Known<ToSendRow>().Where(row => row.Slot == slot && row.State == ToSendState.Waiting).Select(row => row.ChatId);
        return posted.Concat(waiting).Concat(unsaved).ToHashSet();
    }
}
