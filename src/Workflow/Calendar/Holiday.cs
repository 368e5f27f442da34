namespace KominfoBot.Workflow.Calendar;

/// <summary>By whose word the offices are closed.</summary>
public enum HolidayKind
{
    /// <summary>A national holiday.</summary>
    National,
    /// <summary><i>Cuti bersama</i>: a day of collective leave that the three ministers decree.</summary>
    CollectiveLeave,
    /// <summary>The office alone is closed: a local election, a flood.</summary>
    OfficeClosing,
}

/// <summary>A day on which the office is closed although its weekday is a working one.</summary>
/// <param name="Provisional">An estimate: the decree for that year is not out yet, or the date depends on the moon.</param>
public sealed record Holiday(DateOnly Date, string Name, HolidayKind Kind, bool Provisional = false);
