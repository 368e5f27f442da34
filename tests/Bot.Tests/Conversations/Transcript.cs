using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>
/// A conversation as a test. At the end of every one: all requests fit the Bot API's description, each press was answered exactly once, no line of the log
/// holds the token, and nothing was logged as an error.
/// </summary>
public abstract class Transcript : IAsyncLifetime
{
    private Rehearsal? rehearsal;

    protected Rehearsal Office => rehearsal ?? throw new InvalidOperationException("Begin first.");

    protected Person Rina => Office.Rina;

    protected Person Hendri => Office.Hendri;

    protected Person Yeni => Office.Yeni;

    protected Person Budi => Office.Budi;

    protected Person Joni => Office.Joni;

    protected Person Fajar => Office.Fajar;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => await Begin(StoreProvider.Sqlite);

    protected async Task Begin(StoreProvider provider) => rehearsal = await Rehearsal.Begin(provider);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (rehearsal is null) return;
        var (findings, calls) = (rehearsal.Driver.Findings, rehearsal.Driver.Calls);
        await rehearsal.DisposeAsync();
        Assert.Empty(findings);
        var answers = calls.Where(call => call.Method == "answerCallbackQuery").ToList();
        Assert.All(answers, answer => Assert.Equal("ok", answer.Outcome));
        Assert.Equal(rehearsal.Presses, answers.Count);
        Assert.All(rehearsal.Log.Lines, line => Assert.DoesNotContain("SANDBOX-latihan", line.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(rehearsal.Log.Lines, line => line.Level >= LogLevel.Error);
    }
}
