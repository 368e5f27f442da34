using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Outbox;

/// <summary>Called in the transaction that marks a chat as unreachable, so that others can be told (T14).</summary>
/// <param name="outbox">What is said about it, in the same transaction.</param>
public delegate Task UnreachableHook(NewsroomDb db, OutboxWriter outbox, long chatId, CancellationToken cancel);
