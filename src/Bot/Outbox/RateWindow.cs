namespace KominfoBot.Bot.Outbox;

/// <summary>At most so many within any span of time: what a server counts that answers 429 to one more. Not thread-safe: its owner locks.</summary>
/// <param name="most">Within the span.</param>
/// <param name="span">A little longer than the server's, since not every call is under way equally long.</param>
internal sealed class RateWindow(int most, TimeSpan span, TimeProvider clock)
{
    private readonly long?[] taken = new long?[most];
    private int next;

    /// <summary>How long until one more is allowed; zero when it is.</summary>
    public TimeSpan Wait() => taken[next] is { } oldest && span - clock.GetElapsedTime(oldest) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    public void Take()
    {
        taken[next] = clock.GetTimestamp();
        next = (next + 1) % most;
    }

    /// <summary>Gives back one that was not needed.</summary>
    public void Return()
    {
        next = (next + most - 1) % most;
        taken[next] = null;
    }
}
