using System.Globalization;

namespace KominfoBot.Workflow.Calendar;

/// <summary>A week from Monday to Sunday, numbered as ISO 8601 does; its text is <c>2026-W47</c>.</summary>
public readonly record struct IsoWeek(int Year, int Number) : IComparable<IsoWeek>
{
    public DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday));

    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>202647: orders as the weeks do, for columns.</summary>
    public int Ordinal => (Year * 100) + Number;

    /// <summary>Monday first.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, 7).Select(Monday.AddDays);

    public IsoWeek Next => Of(Monday.AddDays(7));

    public IsoWeek Previous => Of(Monday.AddDays(-7));

    public static IsoWeek Of(DateOnly date)
    {
        var noon = date.ToDateTime(new TimeOnly(12, 0));
        return new(ISOWeek.GetYear(noon), ISOWeek.GetWeekOfYear(noon));
    }

    public static IsoWeek FromOrdinal(int ordinal) => new(ordinal / 100, ordinal % 100);

    /// <summary>Reads <c>2026-W47</c>.</summary>
    public static bool TryParse(string text, out IsoWeek week)
    {
        week = default;
        if (text is not [_, _, _, _, '-', 'W', _, _]
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2199
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > ISOWeek.GetWeeksInYear(year))
            return false;
        week = new(year, number);
        return true;
    }

    /// <summary>The same week, so many weeks later (or before).</summary>
    public IsoWeek Plus(int weeks) => Of(Monday.AddDays(7 * weeks));

    public int CompareTo(IsoWeek other) => (Year, Number).CompareTo((other.Year, other.Number));

    public static bool operator <(IsoWeek left, IsoWeek right) => left.CompareTo(right) < 0;

    public static bool operator >(IsoWeek left, IsoWeek right) => left.CompareTo(right) > 0;

    public static bool operator <=(IsoWeek left, IsoWeek right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IsoWeek left, IsoWeek right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");
}
