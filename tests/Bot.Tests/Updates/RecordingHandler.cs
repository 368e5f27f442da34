using System.Collections.Concurrent;
using System.Threading.Channels;
using KominfoBot.Bot.Updates;
using Telegram.Bot.Types;

namespace KominfoBot.Bot.Tests.Updates;

/// <summary>Handles updates as a test says, and tells what it saw.</summary>
public sealed class RecordingHandler : ITurnHandler
{
    private readonly Channel<Update> committed = Channel.CreateUnbounded<Update>();

    public Func<Update, CancellationToken, Task<Prepared>> OnPrepare { get; set; } = (_, _) => Task.FromResult(Prepared.Nothing);
    public Func<Turn, Task> OnHandle { get; set; } = _ => Task.CompletedTask;
    public Func<Turn, Exception, Task> OnGaveUp { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Texts (or button data) in the order in which they were handled; a retried update is there again.</summary>
    public ConcurrentQueue<string> Seen { get; } = [];

    public Task<Prepared> Prepare(Update update, CancellationToken cancel) => OnPrepare(update, cancel);

    public async Task Handle(Turn turn)
    {
        Seen.Enqueue(turn.Update.Message?.Text ?? turn.Update.CallbackQuery?.Data ?? turn.Update.Type.ToString());
        await OnHandle(turn);
        committed.Writer.TryWrite(turn.Update);
    }

    public Task GaveUp(Turn turn, Exception error) => OnGaveUp(turn, error);

    /// <summary>Waits until that many were handled.</summary>
    public async Task Handled(int count, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(90));
        for (; count > 0; count--) await committed.Reader.ReadAsync(limit.Token);
    }
}
