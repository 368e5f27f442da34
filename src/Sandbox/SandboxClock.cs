namespace KominfoBot.Sandbox;

/// <summary>
/// Real time plus an offset that only grows. A jump fires every timer that falls due by it, once each; a periodic timer then
/// continues from the new time. Timestamps move with the clock, so elapsed times agree with its instants.
/// </summary>
public sealed class SandboxClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<JumpingTimer> timers = [];
    private readonly string? file;
    private TimeSpan offset;

    /// <summary>A clock that remembers its offset in <paramref name="directory"/>, or only in memory without one.</summary>
    public SandboxClock(string? directory = null)
    {
        if (directory is null)
            return;
        Directory.CreateDirectory(directory);
        file = Path.Combine(directory, "clock");
        if (File.Exists(file) && long.TryParse(File.ReadAllText(file), out var ticks) && ticks >= 0)
            offset = new TimeSpan(ticks);
    }

    /// <summary>How far this clock is ahead of the real one.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (gate)
                return offset;
        }
    }

    /// <summary>Raised after each jump, with the new time.</summary>
    public event Action<DateTimeOffset>? Jumped;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    public override long GetTimestamp() =>
        System.GetTimestamp() + (long)(Offset.TotalSeconds * System.TimestampFrequency);

    public override long TimestampFrequency => System.TimestampFrequency;

    /// <summary>Moves the clock forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is negative.</exception>
    public void Advance(TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, TimeSpan.Zero);
        JumpingTimer[] all;
        lock (gate)
        {
            offset += step;
            Save();
            all = [.. timers];
        }
        foreach (var timer in all)
            timer.Reschedule();
        Jumped?.Invoke(GetUtcNow());
    }

    /// <summary>Moves the clock forward to an instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant has passed already.</exception>
    public void AdvanceTo(DateTimeOffset instant) => Advance(instant - GetUtcNow());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new JumpingTimer(this, callback, state);
        lock (gate)
            timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Save()
    {
        if (file is null)
            return;
        File.WriteAllText(file + ".part", offset.Ticks.ToString(global::System.Globalization.CultureInfo.InvariantCulture));
        File.Move(file + ".part", file, overwrite: true);
    }

    private sealed class JumpingTimer : ITimer
    {
        private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

        private readonly Lock gate = new();
        private readonly SandboxClock clock;
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ITimer real;
        private DateTimeOffset? due;
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public JumpingTimer(SandboxClock clock, TimerCallback callback, object? state)
        {
            (this.clock, this.callback, this.state) = (clock, callback, state);
            real = System.CreateTimer(static me => ((JumpingTimer)me!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
                this.period = period;
            }
            return Reschedule();
        }

        public bool Reschedule()
        {
            lock (gate)
            {
                var wait = due is { } at ? Clamp(at - clock.GetUtcNow()) : Timeout.InfiniteTimeSpan;
                return real.Change(wait, Timeout.InfiniteTimeSpan);
            }
        }

        private static TimeSpan Clamp(TimeSpan wait) =>
            wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;

        private void Ring()
        {
            lock (gate)
            {
                if (due is not { } at)
                    return;
                if (at > clock.GetUtcNow())
                {
                    // Rounded down by the system's timer, or a wait longer than it can hold.
                    real.Change(Clamp(at - clock.GetUtcNow() + TimeSpan.FromMilliseconds(1)), Timeout.InfiniteTimeSpan);
                    return;
                }
                due = period > TimeSpan.Zero ? clock.GetUtcNow() + period : null;
                if (due is not null)
                    real.Change(Clamp(period), Timeout.InfiniteTimeSpan);
            }
            callback(state);
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.timers.Remove(this);
            real.Dispose();
        }

        public async ValueTask DisposeAsync()
        {
            lock (clock.gate)
                clock.timers.Remove(this);
            await real.DisposeAsync();
        }
    }
}
