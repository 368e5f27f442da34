using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Outbox;

/// <summary>A group that became a supergroup has a new id (migrate_to_chat_id, as an error or as a service message).</summary>
public static class ChatMigration
{
    /// <summary>Replaces the id wherever the store knows it, in the open transaction. May be applied again.</summary>
    public static async Task Apply(NewsroomDb db, long from, long to, CancellationToken cancel)
    {
        await db.ToSend.Where(row => row.ChatId == from).ExecuteUpdateAsync(row => row.SetProperty(x => x.ChatId, to), cancel);
        // Keys: what the new chat already has wins.
        await db.Posted.Where(row => row.ChatId == from && db.Posted.Any(other => other.ChatId == to && other.Slot == row.Slot)).ExecuteDeleteAsync(cancel);
        await db.Posted.Where(row => row.ChatId == from).ExecuteUpdateAsync(row => row.SetProperty(x => x.ChatId, to), cancel);
        await db.Conversations.Where(row => row.ChatId == from && db.Conversations.Any(other => other.ChatId == to)).ExecuteDeleteAsync(cancel);
        await db.Conversations.Where(row => row.ChatId == from).ExecuteUpdateAsync(row => row.SetProperty(x => x.ChatId, to), cancel);
    }
}
