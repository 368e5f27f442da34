namespace KominfoBot.Bot.Buttons;

/// <summary>The registers that are kept by chat.</summary>
public enum Desk
{
    Invitation,
    People,
    Name,
    Skpd,
    Category,
    Delegation,
    Handover,
    Need,
    Shelf,
    Holiday,
    Site,
}

/// <summary>A button of a register: what is chosen, for which entry (or in which conversation), and with what.</summary>
public sealed record DeskButton(Desk Desk, DeskChoice Choice, long Id = 0, string Argument = "") : Button
{
    internal const string Prefix = "o";

    public override string Pack() => $"{Prefix}:{Desk}:{Choice}:{Id}:{Argument}";

    internal static DeskButton? From(string[] parts)
        => parts.Length == 5 && parts[1].Length > 0 && parts[2].Length > 0 && TryName<Desk>(parts[1], out var desk) && TryName<DeskChoice>(parts[2], out var choice) && TryNumber(parts[3], out var id)
            ? new DeskButton(desk, choice, id, parts[4])
            : null;
}

/// <summary>What can be chosen at a register.</summary>
public enum DeskChoice
{
    /// <summary>A page of the list; its number is the argument.</summary>
    List,
    /// <summary>One entry.</summary>
    Show,
    Find,
    New,
    /// <summary>A value of the step at hand.</summary>
    Pick,
    /// <summary>A change of one field of an entry; the field is the argument.</summary>
    Edit,
    Skip,
    Yes,
    Cancel,
    /// <summary>The end of something, to be confirmed.</summary>
    End,
    EndYes,
    EndAll,
    EndAllYes,
    Switch,
    Up,
    Down,
    Import,
    Export,
    Answer,
    Close,
    Missing,
    Remind,
    Invite,
}
