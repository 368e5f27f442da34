using System.Runtime.ExceptionServices;

namespace KominfoBot.Bot.Photos.Worker;

/// <summary>Does things on as many threads as there are processors, and no more; what the base library has for it loads and compiles much at each start.</summary>
internal sealed class SideBySide
{
    private readonly Action[] things;
    private int begun;
    private ExceptionDispatchInfo? failure;

    private SideBySide(Action[] things) => this.things = things;

    /// <summary>Returns when all is done.</summary>
    /// <exception cref="Exception">What one of them threw; the rest was not begun.</exception>
    public static void Do(params Action[] things)
    {
        var doing = new SideBySide(things);
        var others = new Thread[Math.Min(Environment.ProcessorCount, things.Length) - 1];
        for (var at = 0; at < others.Length; at++)
        {
            others[at] = new Thread(doing.TakeTurns);
            others[at].Start();
        }
        doing.TakeTurns();
        foreach (var other in others) other.Join();
        doing.failure?.Throw();
    }

    private void TakeTurns()
    {
        try
        {
            for (int at; failure is null && (at = Interlocked.Increment(ref begun) - 1) < things.Length;) things[at]();
        }
#pragma warning disable CA1031 // It is thrown again where it is waited for.
        catch (Exception error)
#pragma warning restore CA1031
        {
            failure = ExceptionDispatchInfo.Capture(error);
        }
    }
}
