using System.Globalization;

namespace KominfoBot.Workflow.Calendar;

/// <summary>A week from Monday to Sunday, numbered as ISO 8601 does; its text is <c>2026-W47</c>.</summary>
public readonly record struct IsoWeek(int Year, int Number) : IComparable<IsoWeek>
{
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>Monday first.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, 7).Select(Monday.AddDays);

    public IsoWeek Next => Of(Monday.AddDays(7));

    public IsoWeek Previous => Of(Monday.AddDays(-7));

    public static IsoWeek Of(DateOnly date)
    {
        var noon = date.ToDateTime(new TimeOnly(12, 0));
        return new(ISOWeek.GetYear(noon), ISOWeek.GetWeekOfYear(noon));
    }

    public int CompareTo(IsoWeek other) => (Year, Number).CompareTo((other.Year, other.Number));

    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");
}
