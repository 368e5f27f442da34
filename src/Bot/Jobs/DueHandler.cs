using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Jobs;

/// <summary>
/// Who carries out the due things of one kind; registered as a singleton beside the part whose business it is. A thing of a kind that nobody here carries out
/// waits for a program that does.
/// </summary>
/// <param name="CarryOut">The whole effect, inside the transaction that settles it. It may run again when the store begins that anew; when it throws, nothing has happened.</param>
public sealed record DueHandler(string Kind, Func<DueWork, Task<Settlement>> CarryOut);

/// <summary>A due thing in the hands of its handler.</summary>
/// <param name="Db">The transaction.</param>
/// <param name="Outbox">What is said commits with it.</param>
/// <param name="Now">The office's time; how late it is against <see cref="DueRow.DueAt"/> is the handler's to judge.</param>
public sealed record DueWork(NewsroomDb Db, OutboxWriter Outbox, DueRow Row, DateTimeOffset Now, CancellationToken Cancel);
