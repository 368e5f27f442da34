using System.Globalization;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Outbox;

/// <summary>What is written down about a row after the server was asked. Each method is one mark; it may be run again.</summary>
internal static class OutboxMarks
{
    public static async Task Sent(NewsroomDb db, ToSendRow row, Delivery delivery, DateTimeOffset now, CancellationToken cancel)
    {
        await db.ToSend.Where(x => x.Sequence == row.Sequence).ExecuteUpdateAsync(set => set
            .SetProperty(x => x.State, ToSendState.Sent).SetProperty(x => x.SentAt, now).SetProperty(x => x.Attempts, x => x.Attempts + 1), cancel);
        foreach (var (hash, file) in delivery.Uploads ?? [])
            await db.Photos.Where(photo => photo.Hash == hash).ExecuteUpdateAsync(set => set.SetProperty(photo => photo.ChatFileId, file), cancel);
        if (row.Slot is not null && delivery.Slot is not null) await Post(db, row.ChatId, row.Slot, delivery.Slot, now, cancel);
    }

    public static async Task Closed(NewsroomDb db, long sequence, ToSendState state, string? why, CancellationToken cancel)
        => await db.ToSend.Where(row => row.Sequence == sequence && row.State == ToSendState.Waiting).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state).SetProperty(row => row.LastError, Brief(why)).SetProperty(row => row.Attempts, row => row.Attempts + 1), cancel);

    /// <summary>Not before that instant of the machine's clock, whatever happens to this process.</summary>
    public static async Task Parked(NewsroomDb db, long sequence, DateTimeOffset until, string why, CancellationToken cancel)
        => await db.ToSend.Where(row => row.Sequence == sequence).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.NotBefore, until).SetProperty(row => row.LastError, Brief(why)).SetProperty(row => row.Attempts, row => row.Attempts + 1), cancel);

    /// <summary>Closes all that waits for the chat and marks its person. True when that is news.</summary>
    public static async Task<bool> Unreachable(NewsroomDb db, long chat, string why, CancellationToken cancel)
    {
        await db.ToSend.Where(row => row.ChatId == chat && row.State == ToSendState.Waiting).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, ToSendState.Unreachable).SetProperty(row => row.LastError, Brief(why)), cancel);
        var changed = await db.Members.Where(member => member.ChatUserId == chat && member.Reachable).ExecuteUpdateAsync(set => set.SetProperty(member => member.Reachable, false), cancel);
        return changed > 0 || !await db.Members.AnyAsync(member => member.ChatUserId == chat, cancel);
    }

    private static async Task Post(NewsroomDb db, long chat, string slot, SlotChange change, DateTimeOffset now, CancellationToken cancel)
    {
        var posted = await db.Posted.FindAsync([chat, slot], cancel);
        switch (change)
        {
            case SlotChange.Filled filled:
                var ids = string.Join(',', filled.MessageIds.Select(id => id.ToString(CultureInfo.InvariantCulture)));
                if (posted is null)
                {
                    db.Posted.Add(new PostedRow { ChatId = chat, Slot = slot, MessageIds = ids, ContentHash = filled.ContentHash, PostedAt = now });
                    break;
                }
                (posted.MessageIds, posted.ContentHash, posted.PostedAt) = (filled.Joins ? $"{posted.MessageIds},{ids}" : ids, filled.ContentHash, now);
                break;
            case SlotChange.Shows shows:
                posted?.ContentHash = shows.ContentHash;
                break;
            case SlotChange.Emptied when posted is not null:
                db.Posted.Remove(posted);
                break;
        }
        // Saved here: the next mark of the same transaction looks the slot up again.
        await db.SaveChangesAsync(cancel);
    }

    private static string? Brief(string? why) => why is null ? null : why[..Math.Min(why.Length, 500)].Replace("\0", "", StringComparison.Ordinal);
}
