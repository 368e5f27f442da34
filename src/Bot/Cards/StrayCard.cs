using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>
/// A copy of a card that nobody keeps in step: the process was killed between the server's answer and its mark, and sent the card once more (05-faults D1).
/// Its first press counts as one on the card itself, and takes its buttons away: what it shows grows old.
/// </summary>
public static class StrayCard
{
    /// <param name="message">Which message was pressed.</param>
    public static async Task Disarm(NewsroomDb db, OutboxWriter outbox, Button? pressed, long chat, int message, CancellationToken cancel)
    {
        if (EditionOf(pressed) is not { } edition) return;
        var (cards, id) = (CardDesk.SlotsOf(edition), message.ToString(CultureInfo.InvariantCulture));
        var posted = await db.Posted.Where(row => row.ChatId == chat && (row.Slot.StartsWith(cards) || row.MessageIds == id)).Select(row => new { row.Slot, row.MessageIds }).ToListAsync(cancel);
        if (posted.Exists(row => row.Slot.StartsWith(cards, StringComparison.Ordinal)) && !posted.Exists(row => row.MessageIds == id)) outbox.Send(chat, new DisarmMessage(message));
    }

    /// <summary>Buttons that stand on cards alone.</summary>
    private static long? EditionOf(Button? pressed) => pressed switch
    {
        CardButton { Choice: not (CardChoice.More or CardChoice.Back or CardChoice.History), EditionId: var edition } => edition,
        ActButton { Act: Act.Claim, EditionId: var edition } => edition,
        _ => null,
    };
}
