using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>
/// Requests for correction or retraction of a published item: an urgent card to the Kadis, and to who asked what came of it: corrected, retracted, or declined
/// with the reason.
/// </summary>
public sealed class Requests(OfficeProfile office)
{
    private static readonly string[] acts = [nameof(Act.RequestCorrection), nameof(Act.RequestRetraction)];

    /// <summary>The urgent card of the Kadis, and of whoever acts for him.</summary>
    public Task TellRequest(NewsroomDb db, OutboxWriter outbox, Edition edition, Outcome.Moved moved, string reason, long actorChat, DateTimeOffset now, CancellationToken cancel)
        => Show(db, outbox, edition, moved.Act, reason, Jabatan.Oleh(moved.ActorName, moved.Capacity), actorChat, isUrgent: true, now, cancel);

    /// <summary>Kominfo leaves it as it is: who asked since then hears why, and the cards of the others say so.</summary>
    public async Task TellDeclined(NewsroomDb db, OutboxWriter outbox, Edition edition, Outcome.Moved moved, string reason, DateTimeOffset since, long actorChat, CancellationToken cancel)
    {
        var who = Jabatan.Oleh(moved.ActorName, moved.Capacity);
        var text = TerbitTeks.PermintaanDitolak(edition, reason, who, office.LinkTo(edition.Item!.Number!, edition.Item.Slug!));
        foreach (var chat in await Asking(db, edition.ItemId, since, cancel))
            if (chat != actorChat) outbox.Send(chat, new TextMessage(text), Priority.Notice, again: true);
        foreach (var chat in await ChatsWith(db, edition, cancel)) await outbox.Edit(chat, SlotOf(edition), TerbitTeks.SudahDijawab(edition, reason, who), null);
    }

    /// <summary>The item was corrected or retracted; a mere correction of spelling leaves the request open, and moves it to the new edition.</summary>
    /// <param name="touched">Editions that are no longer public.</param>
    public async Task TellOutcome(NewsroomDb db, OutboxWriter outbox, Edition edition, Outcome.Moved moved, List<Edition> touched, long? actorChat, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var settled in touched.Where(each => each.RequestedSince is not null))
            foreach (var chat in await Asking(db, edition.ItemId, settled.RequestedSince!.Value, cancel))
                if (chat != actorChat && chat != edition.AuthorChatId)
                    outbox.Send(chat, new TextMessage(TerbitTeks.HasilPermintaan(edition, moved, office.LinkTo(edition.Item!.Number!, edition.Item.Slug!))), Priority.Notice, again: true);
        foreach (var each in touched)
            foreach (var chat in await ChatsWith(db, each, cancel)) await outbox.ClearKeys(chat, SlotOf(each), Priority.Card);
        if (edition is not { RequestedSince: { } open, State: EditionState.Published }) return;
        var newest = AuditChain.Read(await OfItem(db, edition.ItemId, open).OrderByDescending(row => row.Sequence).FirstAsync(cancel));
        await Show(db, outbox, edition, Enum.Parse<Act>(newest.Act), newest.Reason!, Jabatan.Oleh(newest.ActorName, newest.Capacity), actorChat, isUrgent: false, now, cancel);
    }

    private async Task Show(NewsroomDb db, OutboxWriter outbox, Edition edition, Act act, string reason, string who, long? exceptChat, bool isUrgent, DateTimeOffset now, CancellationToken cancel)
    {
        var seen = CardText.Seen(edition);
        Key Of(string label, Act does, KeyStyle style = KeyStyle.Plain) => new(label, new ActButton(does, edition.Id, seen).Pack(), style: style);
        var keys = Keyboard.OneRow(Of("Cabut", Act.Retract, KeyStyle.Danger), Of("Buat koreksi", Act.Revise)).Row(Of(TindakanTeks.Label(Act.DeclineRequest, edition.Item!)!, Act.DeclineRequest));
        var text = TerbitTeks.Diminta(edition, act, reason, who, office.LinkTo(edition.Item!.Number!, edition.Item.Slug!));
        foreach (var kadis in (await PeopleDesk.Holders(db, Role.Kadis, null, now, cancel)).Where(kadis => kadis.Reachable && kadis.ChatUserId != exceptChat))
            await outbox.Replace(kadis.ChatUserId!.Value, SlotOf(edition), new TextMessage(text, keys) { Urgent = isUrgent }, Priority.Notice);
    }

    /// <summary>The chats of those who asked since then.</summary>
    private static async Task<List<long>> Asking(NewsroomDb db, Guid itemId, DateTimeOffset since, CancellationToken cancel)
    {
        List<long> chats = [];
        foreach (var id in await OfItem(db, itemId, since).Where(row => row.ActorId != null).Select(row => row.ActorId!.Value).Distinct().ToListAsync(cancel))
            if (await PeopleDesk.ById(db, id, cancel) is { ChatUserId: { } chat, Reachable: true }) chats.Add(chat);
        return chats;
    }

    private static IQueryable<AuditEvent> OfItem(NewsroomDb db, Guid itemId, DateTimeOffset since) => db.AuditEvents.Where(row => row.ItemId == itemId && acts.Contains(row.Act) && row.At >= since);

    private static async Task<List<long>> ChatsWith(NewsroomDb db, Edition edition, CancellationToken cancel)
    {
        var slot = SlotOf(edition);
        return await db.Posted.Where(row => row.Slot == slot).Select(row => row.ChatId).Distinct().ToListAsync(cancel);
    }

    private static string SlotOf(Edition edition) => $"request:{edition.Id}";
}
