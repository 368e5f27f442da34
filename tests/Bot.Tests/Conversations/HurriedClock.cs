namespace KominfoBot.Bot.Tests.Conversations;

/// <summary>
/// The machine's clock for pacing, a thousand times faster: a conversation is rehearsed in milliseconds although each chat gets one message a second.
/// Longer waits (heartbeats, network limits) stay as they are.
/// </summary>
internal sealed class HurriedClock : TimeProvider
{
    private const int Times = 1000;
    private static readonly TimeSpan LongestPacing = TimeSpan.FromSeconds(2);

    public override long GetTimestamp() => System.GetTimestamp() * Times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => new Timer(System.CreateTimer(callback, state, Hurry(dueTime), period));

    private static TimeSpan Hurry(TimeSpan wait) => wait > TimeSpan.Zero && wait <= LongestPacing ? wait / Times : wait;

    private sealed class Timer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(Hurry(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
