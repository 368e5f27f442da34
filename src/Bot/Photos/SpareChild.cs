namespace KominfoBot.Bot.Photos;

/// <summary>
/// Keeps one child process that has started and waits for its photo, so that the next photo does not wait for the start. It is ended when none comes for a while: an
/// idle office pays no memory for it. Each child is given away once.
/// </summary>
/// <param name="start">Starts a child.</param>
internal sealed class SpareChild(Func<LimitedChild> start, TimeProvider clock) : IDisposable
{
    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock door = new();
    private LimitedChild? waiting;
    private ITimer? end;
    private bool isClosed;

    /// <summary>The child that waits, or a new one; the caller ends it.</summary>
    public LimitedChild Take()
    {
        lock (door)
        {
            var taken = waiting;
            waiting = null;
            if (taken is { IsAlive: true }) return taken;
            taken?.Dispose();
        }
        return start();
    }

    /// <summary>Has one wait from now on.</summary>
    public void Prepare()
    {
        lock (door)
        {
            if (isClosed) return;
            end ??= clock.CreateTimer(_ => Drop(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            end.Change(Patience, Timeout.InfiniteTimeSpan);
            try
            {
                waiting ??= start();
            }
            catch (Exception error) when (error is IOException or System.ComponentModel.Win32Exception)
            {
                // It is only a convenience: whoever takes one starts it and hears why not.
            }
        }
    }

    public void Dispose()
    {
        lock (door) isClosed = true;
        Drop();
        end?.Dispose();
    }

    private void Drop()
    {
        lock (door)
        {
            waiting?.Dispose();
            waiting = null;
        }
    }
}
