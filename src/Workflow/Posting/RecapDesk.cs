using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Posting;

/// <summary>Freezes the recap of a week that is over: a row for each SKPD and one for the office, once and for good, inside the caller's transaction.</summary>
public sealed class RecapDesk(PostingTable table)
{
    private const int ItemsAtOnce = 400;

    /// <summary>Freezes that week, and the ones before it that have no recap yet (the program was away), the oldest first.</summary>
    /// <returns>False when all of them were frozen already.</returns>
    /// <exception cref="ArgumentException">The week is not over.</exception>
    public async Task<bool> Freeze(NewsroomDb db, IsoWeek week, DateTimeOffset now, CancellationToken cancel)
    {
        if (week >= table.WeekAt(now)) throw new ArgumentException($"Pekan {week} belum berakhir.", nameof(week));
        var until = week.Ordinal;
        if (await db.WeekClosings.FindAsync([until], cancel) is not null) return false;
        var newest = await db.WeekClosings.AsNoTracking().Where(row => row.Week < until).OrderByDescending(row => row.Week).Select(row => (int?)row.Week).FirstOrDefaultAsync(cancel);
        // An office that was away for longer has a gap.
        var earliest = week.Plus(1 - PostingTable.Window);
        var first = newest is not { } last ? week : IsoWeek.FromOrdinal(last).Next is var next && next > earliest ? next : earliest;
        for (var each = first; each <= week; each = each.Next) await FreezeOne(db, each, now, cancel);
        return true;
    }

    private async Task FreezeOne(NewsroomDb db, IsoWeek week, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await table.Rows(db, week, now, cancel);
        var figures = await Figures(db, week, cancel);
        foreach (var row in rows)
        {
            var cell = row.Weeks[^1];
            db.WeekRecaps.Add(new WeekRecapRow
            {
                Week = week.Ordinal, SkpdCode = row.Skpd.Code, SkpdName = row.Skpd.ShortName, Obligation = cell.Obligation, Required = cell.Required, Counted = cell.Counted,
                Provisional = cell.Provisional, Streak = row.Streak, SettledStreak = row.SettledStreak, Figures = figures.BySkpd.GetValueOrDefault(row.Skpd.Code, WeekFigures.None), FrozenAt = now,
            });
        }
        db.WeekClosings.Add(new WeekClosingRow { Week = week.Ordinal, Figures = figures.Office, FrozenAt = now });
        await db.SaveChangesAsync(cancel);
    }

    private async Task<(WeekFigures Office, Dictionary<string, WeekFigures> BySkpd)> Figures(NewsroomDb db, IsoWeek week, CancellationToken cancel)
    {
        var (begins, ends) = PostingRule.Span(week, table.Calendar.Office);
        // Whatever was decided in the week left an event in it.
        string[] deciding = [nameof(Act.Return), nameof(Act.Reject)];
        var decided = await db.AuditEvents.AsNoTracking().Where(row => row.At >= begins && row.At < ends && row.ItemId != null && deciding.Contains(row.Act)).Select(row => row.ItemId!.Value).Distinct().ToListAsync(cancel);
        var moved = await db.Items.AsNoTracking()
            .Where(item => (item.FirstSubmittedAt >= begins && item.FirstSubmittedAt < ends) || (item.FirstPublishedAt >= begins && item.FirstPublishedAt < ends))
            .Select(item => new { item.Id, item.SkpdCode, item.FirstSubmittedAt, item.FirstPublishedAt }).ToListAsync(cancel);
        var others = decided.Except(moved.Select(item => item.Id)).ToList();
        foreach (var some in others.Chunk(ItemsAtOnce))
            moved.AddRange(await db.Items.AsNoTracking().Where(item => some.Contains(item.Id)).Select(item => new { item.Id, item.SkpdCode, item.FirstSubmittedAt, item.FirstPublishedAt }).ToListAsync(cancel));

        Dictionary<Guid, List<AuditEntry>> events = [];
        foreach (var some in moved.Select(item => item.Id).Chunk(ItemsAtOnce))
            foreach (var row in await db.AuditEvents.AsNoTracking().Where(row => row.ItemId != null && some.Contains(row.ItemId.Value)).OrderBy(row => row.Sequence).ToListAsync(cancel))
                if (events.TryGetValue(row.ItemId!.Value, out var known)) known.Add(AuditChain.Read(row));
                else events.Add(row.ItemId.Value, [AuditChain.Read(row)]);

        var parts = moved.Select(item => new Part(item.SkpdCode, Within(item.FirstSubmittedAt), Within(item.FirstPublishedAt), ItemJourney.Of(item.Id, events.GetValueOrDefault(item.Id, [])),
            [.. events.GetValueOrDefault(item.Id, []).Where(entry => entry.Act == nameof(Act.Reject) && Within(entry.At)).Select(entry => entry.Reason ?? "")])).ToList();
        return (Sum(parts), parts.GroupBy(part => part.SkpdCode).ToDictionary(group => group.Key, group => Sum([.. group])));

        bool Within(DateTimeOffset? at) => begins <= at && at < ends;

        WeekFigures Sum(List<Part> all)
        {
            var published = all.Where(part => part is { Published: true, Journey.PublishedAt: not null }).Select(part => part.Journey).ToList();
            var first = all.Where(part => Within(part.Journey.FirstDecisionAt)).ToList();
            return new WeekFigures(all.Count(part => part.Submitted), all.Count(part => part.Published), first.Count, first.Count(part => part.Journey.FirstDecision == EditionState.Published),
                Median(published, journey => journey.WithSkpd + journey.WithKominfo), Median(published, journey => journey.WithSkpd), Median(published, journey => journey.WithKominfo),
                all.SelectMany(part => part.Rejections).CountBy(reason => reason, StringComparer.Ordinal).OrderByDescending(reason => reason.Value).ToDictionary());
        }
    }

    /// <summary>Of an even number the mean of the two in the middle.</summary>
    private static TimeSpan? Median(List<ItemJourney> journeys, Func<ItemJourney, TimeSpan> time)
    {
        var sorted = journeys.Select(time).Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private sealed record Part(string SkpdCode, bool Submitted, bool Published, ItemJourney Journey, IReadOnlyList<string> Rejections);
}
