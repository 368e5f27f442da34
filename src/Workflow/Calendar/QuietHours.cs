namespace KominfoBot.Workflow.Calendar;

/// <summary>When messages come without sound, by the office's clocks; may run over midnight. <see cref="Until"/> itself is outside; equal ends mean never.</summary>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>18:00 to 06:30.</summary>
    public static readonly QuietHours Default = new(new TimeOnly(18, 0), new TimeOnly(6, 30));

    public bool Contains(TimeOnly time) => From <= Until ? From <= time && time < Until : From <= time || time < Until;

    /// <summary>Reads <c>18:00-06:30</c>.</summary>
    public static bool TryParse(string text, out QuietHours hours)
    {
        hours = default;
        if (text.Split('-', StringSplitOptions.TrimEntries) is not [var from, var until] || !OfficeHours.TryTime(from, out var start) || !OfficeHours.TryTime(until, out var end)) return false;
        hours = new(start, end);
        return true;
    }
}
