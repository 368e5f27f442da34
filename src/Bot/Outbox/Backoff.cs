namespace KominfoBot.Bot.Outbox;

/// <summary>How long to wait after failures: 1, 2, 4 … seconds up to a limit, shortened at random so that many waiters do not come at once.</summary>
public static class Backoff
{
    /// <param name="failures">In a row, from 1.</param>
    public static TimeSpan After(int failures, TimeSpan most)
    {
        var full = Math.Min(Math.Pow(2, Math.Clamp(failures - 1, 0, 20)), most.TotalSeconds);
        // Full jitter, but never at once: a fifth of a second lets a restarting server breathe.
        return TimeSpan.FromSeconds(Math.Max(0.2, Random.Shared.NextDouble() * full));
    }
}
