namespace KominfoBot.Workflow.Calendar;

/// <summary>
/// A holiday in the store. As long as nobody has changed a year by chat, the year is what the office's file says; from then on the year is the office's own.
/// One that was taken out stays as a row, so that the file does not bring it back.
/// </summary>
public sealed class HolidayRow
{
    public long Id { get; init; }
    public required DateOnly Date { get; init; }
    public required string Name { get; init; }
    public required HolidayKind Kind { get; init; }
    public required bool Provisional { get; init; }
    public bool Removed { get; set; }
    /// <summary>Who added it by chat; null: it came from the file.</summary>
    public long? AddedById { get; init; }
    public long? RemovedById { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }

    public bool ByChat => AddedById is not null || RemovedById is not null;

    public Holiday Holiday => new(Date, Name, Kind, Provisional);
}
