using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.Storage;
using Telegram.Bot.Types;

namespace KominfoBot.Bot.Updates;

/// <summary>What <see cref="ITurnHandler.Prepare"/> fetched for an update; a handler derives its own.</summary>
public record Prepared
{
    /// <summary>Nothing was needed.</summary>
    public static Prepared Nothing { get; } = new();
}

/// <summary>Everything that the handling of one update gets. It lives inside one transaction.</summary>
/// <param name="Update">As received.</param>
/// <param name="Prepared">What was fetched beforehand.</param>
/// <param name="Db">The open transaction: all effects go through it.</param>
/// <param name="Outbox">What is said, in the same transaction.</param>
/// <param name="Now">The office's time.</param>
public sealed record Turn(Update Update, Prepared Prepared, NewsroomDb Db, OutboxWriter Outbox, DateTimeOffset Now, CancellationToken Cancel);

/// <summary>Turns updates into acts. One update of a chat at a time, in order of arrival; different chats side by side.</summary>
public interface ITurnHandler
{
    /// <summary>Fetches what the update needs from outside (photos, files). No transaction is open; may be run again.</summary>
    Task<Prepared> Prepare(Update update, CancellationToken cancel);

    /// <summary>Handles the update in one transaction with the mark that it is done. May be run again: no effects outside <see cref="Turn.Db"/>.</summary>
    Task Handle(Turn turn);

    /// <summary>The update failed for good and is kept as a dead letter: tells the person and the operator, in a transaction of its own.</summary>
    Task GaveUp(Turn turn, Exception error);
}
