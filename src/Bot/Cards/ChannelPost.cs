using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>
/// The office's public channel (<c>Telegram:ChannelId</c>): one post for each published item, edited when the item is corrected or retracted. It says what the
/// public form says, and goes out by the outbox like all else, at a group's pace.
/// </summary>
public sealed class ChannelPost(OfficeProfile office)
{
    /// <summary>After a change of what the public sees, in its transaction.</summary>
    public async Task Tell(NewsroomDb db, OutboxWriter outbox, Guid itemId, CancellationToken cancel)
    {
        if (office.ChannelId is not { } channel) return;
        // The row may be as new as this transaction, which has not saved it yet.
        var row = db.Publications.Local.FirstOrDefault(each => each.ItemId == itemId) ?? await db.Publications.FirstOrDefaultAsync(each => each.ItemId == itemId, cancel);
        if (row is null) return;
        var slot = $"terbit:{row.Number}";
        var text = SaluranTeks.Pos(row.Shape, office.LinkTo(row.Number, row.Shape.Slug));
        if (row.Status == PublicationStatus.Published) outbox.Send(channel, new TextMessage(text, NoLinkPreview: false), Priority.Notice, slot, key: slot);
        else await outbox.Edit(channel, slot, text, keys: null, Priority.Notice);
    }
}
