namespace KominfoBot.Bot.Doctor;

/// <summary>How a thing stands.</summary>
public enum Standing
{
    Good,
    /// <summary>It works, and should be looked at.</summary>
    Doubtful,
    /// <summary>Something does not work.</summary>
    Bad,
}

/// <summary>One line of `doctor`.</summary>
/// <param name="What">The thing looked at.</param>
/// <param name="Found">How it is, in a few Indonesian words.</param>
/// <param name="Next">What to do; null where nothing is to be done.</param>
public sealed record Verdict(Standing Standing, string What, string Found, string? Next = null)
{
    public static Verdict Good(string what, string found) => new(Standing.Good, what, found);

    public static Verdict Doubtful(string what, string found, string next) => new(Standing.Doubtful, what, found, next);

    public static Verdict Bad(string what, string found, string next) => new(Standing.Bad, what, found, next);

    public override string ToString()
        => $"{Standing switch { Standing.Good => "✔", Standing.Doubtful => "⚠", _ => "✘" }} {What}: {Found}{(Next is null ? "" : $" → {Next}")}";
}
