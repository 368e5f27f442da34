namespace KominfoBot.Bot.Outbox;

/// <summary>A rate limit that allows short bursts. Not thread-safe: its owner locks.</summary>
/// <param name="capacity">The longest burst.</param>
/// <param name="perSecond">Tokens that come back per second.</param>
internal sealed class TokenBucket(double capacity, double perSecond, TimeProvider clock)
{
    private double missing;
    private long at = clock.GetTimestamp();

    /// <summary>How long until one token is there; zero when it is.</summary>
    public TimeSpan Wait()
    {
        Refill();
        // A millionth is rounding, not a missing token.
        return capacity - missing >= 1 - 1e-6 ? TimeSpan.Zero : TimeSpan.FromSeconds((missing + 1 - capacity) / perSecond);
    }

    public void Take()
    {
        Refill();
        missing += 1;
    }

    /// <summary>Gives back a token that was not needed.</summary>
    public void Return() => missing = Math.Max(0, missing - 1);

    private void Refill()
    {
        var now = clock.GetTimestamp();
        missing = Math.Max(0, missing - clock.GetElapsedTime(at, now).TotalSeconds * perSecond);
        at = now;
    }
}
