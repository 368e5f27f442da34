using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Export;

/// <summary>Days of the office's calendar, both included.</summary>
public sealed record ExportPeriod(DateOnly From, DateOnly Until)
{
    public DateTimeOffset Begins(OfficeTime office) => office.At(From, TimeOnly.MinValue);

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset Ends(OfficeTime office) => office.At(Until.AddDays(1), TimeOnly.MinValue);

    public static ExportPeriod Of(PeriodChoice choice, DateOnly today)
    {
        var week = IsoWeek.Of(today);
        var month = new DateOnly(today.Year, today.Month, 1);
        return choice switch
        {
            PeriodChoice.ThisWeek => new(week.Monday, week.Sunday),
            PeriodChoice.LastWeek => new(week.Previous.Monday, week.Previous.Sunday),
            PeriodChoice.ThisMonth => new(month, month.AddMonths(1).AddDays(-1)),
            PeriodChoice.LastMonth => new(month.AddMonths(-1), month.AddDays(-1)),
            PeriodChoice.ThisYear => new(new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 12, 31)),
            PeriodChoice.LastYear => new(new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year - 1, 12, 31)),
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "No such period."),
        };
    }
}

/// <summary>The periods that have a button.</summary>
public enum PeriodChoice
{
    ThisWeek,
    LastWeek,
    ThisMonth,
    LastMonth,
    ThisYear,
    LastYear,
}

/// <summary>What an export is written as.</summary>
public enum ExportFormat
{
    /// <summary>RFC 4180, one table.</summary>
    Csv,
    /// <summary>Office Open XML (ECMA-376), one sheet for each table.</summary>
    Xlsx,
    /// <summary>One object with a list for each table.</summary>
    Json,
}
