namespace KominfoBot.PublicFeed.State;

/// <summary>How the feed's copy of the news stands, for the host's health page. Safe to ask from any thread.</summary>
public sealed class FeedHealth
{
    private volatile Snapshot now = new(null, 0, null, null);

    /// <summary>What was last known, as one consistent whole.</summary>
    public Snapshot Now => now;

    internal void Refreshed(DateTimeOffset at, long head) => now = new(at, head, null, null);

    internal void Failed(DateTimeOffset at, string error) => now = now with { LastError = error, FailingSince = now.FailingSince ?? at };

    /// <param name="LastRefresh">When the store was last read with success; null while it never was.</param>
    /// <param name="Head">Sequence of the newest change that is served.</param>
    /// <param name="LastError">Why the store cannot be read now, in the driver's words; null while all is well.</param>
    /// <param name="FailingSince">Since when; the last state is served all the same.</param>
    public sealed record Snapshot(DateTimeOffset? LastRefresh, long Head, string? LastError, DateTimeOffset? FailingSince)
    {
        /// <summary>True once there is something to serve, fresh or not.</summary>
        public bool Serving => LastRefresh is not null;

        /// <summary>True while what is served is known to be the newest state.</summary>
        public bool Fresh => Serving && LastError is null;
    }
}
