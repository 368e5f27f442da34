namespace KominfoBot.Bot.Buttons;

/// <summary>A choice on the way to an act of <see cref="ActButton"/>: a day, an hour, a ready reason, a confirmation.</summary>
/// <param name="SeenText">As of a card; empty where there is no sent text yet.</param>
/// <param name="Argument">A day (20261127), an instant of the office (202611270900), or a reason's place.</param>
public sealed record AfterButton(AfterChoice Choice, long EditionId, string SeenText = "", string Argument = "") : Button
{
    internal const string Prefix = "w";

    public override string Pack() => $"{Prefix}:{Choice}:{EditionId}:{SeenText}:{Argument}";

    internal static AfterButton? From(string[] parts)
        => parts.Length == 5 && parts[1].Length > 0 && TryName<AfterChoice>(parts[1], out var choice) && TryNumber(parts[2], out var edition) && parts[3].Length is 0 or 22
            ? new AfterButton(choice, edition, parts[3], parts[4])
            : null;
}

/// <summary>What can be chosen on the way.</summary>
public enum AfterChoice
{
    /// <summary>The public note of a correction.</summary>
    Note,
    /// <summary>The quick times.</summary>
    Times,
    /// <summary>The calendar of days.</summary>
    Days,
    /// <summary>The hours of one day.</summary>
    Day,
    At,
    /// <summary>A ready reason.</summary>
    For,
    Yes,
    Stop,
}
