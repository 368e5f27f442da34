using System.Threading.Channels;

namespace KominfoBot.Workflow.Storage;

/// <summary>Wakes one waiter after a commit. Several raises before a wait count as one; none is lost.</summary>
public sealed class Signal
{
    private readonly Channel<bool> channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => channel.Writer.TryWrite(true);

    /// <summary>Returns after the next raise (or at once when one came since the last wait).</summary>
    public async ValueTask Wait(CancellationToken cancel) => await channel.Reader.ReadAsync(cancel);
}

/// <summary>What a commit brought that somebody waits for.</summary>
[Flags]
internal enum Brought
{
    Nothing = 0,
    Messages = 1,
    Photos = 2,
    Publication = 4,
    Due = 8,
    Holidays = 16,
    All = Messages | Photos | Publication | Due | Holidays,
}

/// <summary>Wakes those who wait for something that a commit brings, of this process or of another one of the same store.</summary>
public sealed class Signals
{
    /// <summary>There is something to send.</summary>
    public Signal ToSend { get; } = new();

    /// <summary>There is a photo to make variants of.</summary>
    public Signal Photos { get; } = new();

    /// <summary>Something was planned, moved or put off: the nearest due instant may be another one.</summary>
    public Signal Due { get; } = new();

    /// <summary>A holiday was added or taken out.</summary>
    public Signal Holidays { get; } = new();

    /// <summary>The public sees something new. Raised after the commit.</summary>
    public event Action? PublicationChanged;

    internal void Raise(Brought brought)
    {
        if (brought.HasFlag(Brought.Messages)) ToSend.Raise();
        if (brought.HasFlag(Brought.Photos)) Photos.Raise();
        if (brought.HasFlag(Brought.Publication)) PublicationChanged?.Invoke();
        if (brought.HasFlag(Brought.Due)) Due.Raise();
        if (brought.HasFlag(Brought.Holidays)) Holidays.Raise();
    }
}
