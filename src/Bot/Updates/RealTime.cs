namespace KominfoBot.Bot.Updates;

/// <summary>
/// The clock of sockets, back-off and pacing: always the machine's, while the office's clock may be the sandbox's, which jumps. A type of its own so that
/// the two are never mistaken for each other.
/// </summary>
public sealed record RealTime(TimeProvider Clock)
{
    public static RealTime System { get; } = new(TimeProvider.System);
}
