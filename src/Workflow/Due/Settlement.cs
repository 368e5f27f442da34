namespace KominfoBot.Workflow.Due;

/// <summary>What carrying out a due thing came to.</summary>
public abstract record Settlement
{
    /// <summary>It happened.</summary>
    public static Settlement Done { get; } = new Carried();

    /// <summary>It is no longer useful, for good.</summary>
    /// <param name="reason">Kept with the row and shown to people: Indonesian, one sentence.</param>
    public static Settlement Skip(string reason) => new Useless(reason);

    /// <summary>Not now: look again at that instant.</summary>
    public static Settlement Later(DateTimeOffset at) => new PutOff(at);

    internal sealed record Carried : Settlement;

    internal sealed record Useless(string Reason) : Settlement;

    internal sealed record PutOff(DateTimeOffset At) : Settlement;
}
