namespace KominfoBot.Workflow.Calendar;

/// <summary>"Today" and "this year" are the office's, wherever the machine stands.</summary>
public sealed record OfficeTime(TimeZoneInfo Zone)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(Local(now).DateTime);

    /// <summary>
    /// The instant at which the office's clocks first show this time. A time that is shown twice (clocks go back) means its first showing; one that is
    /// skipped (clocks go forward) means the instant of the skip.
    /// </summary>
    public DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var reading = date.ToDateTime(time);
        if (Zone.IsAmbiguousTime(reading)) return new DateTimeOffset(reading, Zone.GetAmbiguousTimeOffsets(reading).Max());
        if (!Zone.IsInvalidTime(reading)) return new DateTimeOffset(reading, Zone.GetUtcOffset(reading));

        // Zones change on a whole minute: back from a reading behind the gap to the first instant that shows what comes after it.
        var at = new DateTimeOffset(reading, Zone.GetUtcOffset(reading.AddDays(-1))).ToUniversalTime();
        at = at.AddTicks(-(at.Ticks % Step.Ticks));
        var after = Zone.GetUtcOffset(at);
        while (Zone.GetUtcOffset(at - Step) == after) at -= Step;
        return Local(at);
    }
}
