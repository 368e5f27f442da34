namespace KominfoBot.Workflow.Calendar;

/// <summary>"Today" and "this year" are the office's, wherever the machine stands.</summary>
public sealed record OfficeTime(TimeZoneInfo Zone)
{
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(Local(now).DateTime);
}
