using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Posting;

/// <summary>An office whose week the clock is walked through: with all notices at their usual hours and no holidays but those of the test.</summary>
internal static class PostingOffice
{
    private static readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    private static readonly string[] usual =
    [
        "--Posting:Reminders:None=0 0 9 ? * WED", "--Posting:Reminders:Few=0 0 9 ? * FRI", "--Posting:Reminders:Escalation=0 0 14 ? * FRI", "--Posting:Reminders:Recap=0 30 7 ? * MON",
        "--Posting:Reminders:Dormancy=", "--Posting:Reminders:NextYear=",
        // What waits for a reviewer is another story.
        "--Jobs:Escalation:ReviewersHours=0", "--Jobs:Escalation:KabidHours=0", "--Jobs:Escalation:KadisHours=0",
    ];

    /// <summary>Opens on a Monday at 08:00, after the recap.</summary>
    public static async Task<Rehearsal> Open(TemporaryDirectory folder, StoreProvider provider = StoreProvider.Sqlite, params string[] settings)
    {
        // The clock begins at the machine's own time: its real holidays would make another test of every week.
        var file = folder.File("libur.csv");
        await File.WriteAllTextAsync(file, "date;name;kind\n2020-01-01;Tahun Baru;libur-nasional\n");
        var office = await Rehearsal.Begin(provider, [.. usual, $"--Office:HolidayFile={file}", .. settings]);
        await office.ComesTo(DayOfWeek.Monday, 8, 0);
        office.Everybody().ForEach(person => person.Forgets());
        return office;
    }

    /// <summary>The next such weekday and time by the office's clocks.</summary>
    public static Task ComesTo(this Rehearsal office, DayOfWeek day, int hour, int minute) => office.PassesBy(office.Until(day, hour, minute));

    public static TimeSpan Until(this Rehearsal office, DayOfWeek day, int hour, int minute)
    {
        var now = office.Clock.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var date = local.Date.AddDays(((int)day - (int)local.DayOfWeek + 7) % 7).AddHours(hour).AddMinutes(minute);
        return TimeZoneInfo.ConvertTimeToUtc(date <= local ? date.AddDays(7) : date, zone) - now.UtcDateTime;
    }

    public static DateOnly Today(this Rehearsal office) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(office.Clock.GetUtcNow(), zone).DateTime);

    public static IsoWeek Week(this Rehearsal office) => IsoWeek.Of(office.Today());

    public static List<Person> Everybody(this Rehearsal office) => [office.Rina, office.Hendri, office.Yeni, office.Budi, office.Joni, office.Desi, office.Fajar];

    /// <summary>What became of the notices of a stage: "DISDUKCAPIL Done", sorted.</summary>
    public static Task<List<string>> Notices(this Rehearsal office, string stage) => office.Read(async db =>
        (await db.Due.Where(row => row.Kind == "posting-notice" && row.Key.Contains($":{stage}:")).ToListAsync()).Select(row => $"{row.Subject} {row.State}").Order(StringComparer.Ordinal).ToList());
}
