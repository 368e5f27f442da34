namespace KominfoBot.Sandbox.Tests;

public sealed class ClockTests
{
    [Fact]
    public async Task A_jump_fires_what_falls_due_and_leaves_the_rest()
    {
        var clock = new SandboxClock();
        var soon = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);
        var late = Task.Delay(TimeSpan.FromHours(3), clock, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromHours(1));
        await soon.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.False(late.IsCompleted);
        clock.Advance(TimeSpan.FromHours(2));
        await late.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_periodic_timer_rings_once_for_a_jump_and_goes_on()
    {
        var clock = new SandboxClock();
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10), clock);
        for (var i = 0; i < 3; i++)
        {
            var tick = timer.WaitForNextTickAsync(TestContext.Current.CancellationToken).AsTask();
            Assert.False(tick.IsCompleted);
            clock.Advance(TimeSpan.FromHours(2));
            Assert.True(await tick.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Time_never_goes_back_and_elapsed_time_agrees()
    {
        var clock = new SandboxClock();
        var (before, stamp) = (clock.GetUtcNow(), clock.GetTimestamp());
        clock.Advance(TimeSpan.FromDays(2));
        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.FromDays(2), TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        Assert.InRange(clock.GetElapsedTime(stamp), TimeSpan.FromDays(2), TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.AdvanceTo(before));
    }
}
