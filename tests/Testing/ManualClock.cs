using Microsoft.Extensions.Time.Testing;

namespace KominfoBot.Testing;

/// <summary>A clock that moves only when a test moves it (<c>Advance</c>, <c>SetUtcNow</c>), and fires timers then.</summary>
public sealed class ManualClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    /// <summary>A Wednesday, 09:00 at the office (Asia/Jakarta).</summary>
    public static readonly DateTimeOffset WednesdayMorning = new(2026, 7, 15, 2, 0, 0, TimeSpan.Zero);

    public ManualClock()
        : this(WednesdayMorning)
    {
    }
}
