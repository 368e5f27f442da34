using System.Diagnostics;
using System.Globalization;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bench;

/// <summary>
/// The posting rule for 500 SKPDs on SQLite, over an archive of one year and of ten (500,000 items). The peer is the same question asked of the whole archive,
/// as a query without a window would.
/// </summary>
internal static class Posting
{
    private const int Skpds = 500, PerWeek = 1000, Batch = 5000;

    public static async Task Measure(int items)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Machine.Workplace, $"posting-{Environment.ProcessId}")).FullName;
        try
        {
            await using var store = new SqliteNewsroomStore($"Data Source={Path.Combine(folder, "kominfo.db")}", new Signals());
            await store.Migrate(CancellationToken.None);
            var calendar = new WorkingCalendar(new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")), OfficeHours.Parse(OfficeHours.Default), []);
            var table = new PostingTable(calendar, PostingPolicy.Default);
            // A Friday noon; the archive grows into the past.
            var now = new DateTimeOffset(2026, 11, 20, 5, 0, 0, TimeSpan.Zero);
            await Found(store, now);
            var filed = 0;
            foreach (var size in new[] { items / 10, items })
            {
                await Fill(store, now, filed, size);
                filed = size;
                await store.Read(async db =>
                {
                    Machine.Row($"{size} items: this week of {Skpds} SKPDs", await Median(() => table.Week(db, table.WeekAt(now), now, CancellationToken.None)), "< 1 s");
                    Machine.Row($"{size} items: 12 weeks with streaks (heat map)", await Median(() => table.Rows(db, table.WeekAt(now), now, CancellationToken.None)), "< 1 s");
                    Machine.Row($"{size} items: one SKPD's week (a receipt)", await Median(() => table.Week(db, table.WeekAt(now), now, CancellationToken.None, "SKPD-007")));
                    return 0;
                }, CancellationToken.None);
                var began = Stopwatch.GetTimestamp();
                await store.Write(db => new RecapDesk(table).Freeze(db, table.WeekAt(now).Plus(size == items ? -1 : -2), now, CancellationToken.None), CancellationToken.None);
                Machine.Row($"{size} items: a week's recap frozen", Machine.Rounded(Machine.SecondsSince(began) * 1000, "ms"));
            }
            await store.Read(async db =>
            {
                Machine.Row($"{items} items: peer, all weeks judged at once", Machine.Rounded(await Once(async () =>
                {
                    var all = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Items.Where(item => item.FirstSubmittedAt != null).Select(item => new { item.SkpdCode, item.FirstSubmittedAt }));
                    _ = all.CountBy(item => (item.SkpdCode, IsoWeek.Of(calendar.Office.Today(item.FirstSubmittedAt!.Value)))).Count();
                }), "ms"));
                return 0;
            }, CancellationToken.None);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task Found(SqliteNewsroomStore store, DateTimeOffset now) => store.Write(async db =>
    {
        for (var index = 0; index < Skpds; index++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"SKPD-{index:000}");
            db.Skpds.Add(new Skpd { Code = code, Name = code, ShortName = code });
            var member = new Member { ChatUserId = 1000 + index, ChatName = code, JoinedAt = now.AddYears(-11) };
            member.Appointments.Add(new Appointment { MemberId = 0, Role = Role.AdminSkpd, SkpdCode = code, From = now.AddYears(-11) });
            db.Members.Add(member);
        }
        await db.SaveChangesAsync();
    }, CancellationToken.None);

    private static async Task Fill(SqliteNewsroomStore store, DateTimeOffset now, int from, int to)
    {
        for (var begin = from; begin < to; begin += Batch)
            await store.Write(async db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                for (var index = begin; index < Math.Min(to, begin + Batch); index++)
                {
                    var sent = now.AddMinutes(-(index * (7 * 24 * 60.0 / PerWeek)) - 1);
                    var item = new NewsItem
                    {
                        Id = Guid.CreateVersion7(sent), SkpdCode = string.Create(CultureInfo.InvariantCulture, $"SKPD-{index % Skpds:000}"), Number = string.Create(CultureInfo.InvariantCulture, $"N-{index:0000000}"),
                        CreatedAt = sent, FirstSubmittedAt = sent, FirstPublishedAt = index < 300 ? null : sent.AddHours(3),
                    };
                    var text = new DraftContent("Judul berita yang cukup panjang", null, [], [], "umum");
                    item.Editions.Add(new Edition { ItemId = item.Id, Ordinal = 1, State = index < 300 ? EditionState.InReview : EditionState.Published, AuthorId = 1, Draft = text, ChangedAt = sent, TextHash = string.Create(CultureInfo.InvariantCulture, $"{index:x16}") });
                    db.Items.Add(item);
                }
                await db.SaveChangesAsync();
            }, CancellationToken.None);
    }

    /// <summary>Real time and, since other work may share the machine, processor time of this process.</summary>
    private static async Task<string> Median(Func<Task> act)
    {
        List<double> times = [];
        using var me = Process.GetCurrentProcess();
        var before = me.TotalProcessorTime;
        for (var run = 0; run < 7; run++) times.Add(await Once(act));
        me.Refresh();
        return $"{Machine.Rounded(Machine.Percentile(times, 0.5), "ms")} ({Machine.Rounded((me.TotalProcessorTime - before).TotalMilliseconds / 7, "ms cpu")})";
    }

    private static async Task<double> Once(Func<Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        return Machine.SecondsSince(began) * 1000;
    }
}
