using System.Collections.Immutable;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Posting;

/// <summary>A week of an SKPD as it is judged now, beside what its recap said; the recap is null while there is none.</summary>
public sealed record WeekCell(IsoWeek Week, Obligation Obligation, int Required, int Counted, int Provisional, WeekRecapRow? Recap)
{
    public Verdict Verdict => WeekStanding.Of(Obligation, Required, Counted, Provisional);

    /// <summary>Something changed after the recap.</summary>
    public bool IsCorrected => Recap is not null && (Recap.Counted != Counted || Recap.Verdict != Verdict);
}

/// <summary>An SKPD over some weeks, the oldest first.</summary>
/// <param name="Streak">Owed weeks met in a row, up to now; a week that is not over lengthens it once it is met, and never breaks it.</param>
/// <param name="SettledStreak">The same before all of these weeks.</param>
public sealed record PostingRow(PostingSkpd Skpd, ImmutableArray<WeekCell> Weeks, int Streak, int SettledStreak)
{
    public int WeeksMet => Weeks.Count(cell => cell.Verdict == Verdict.Met);

    public int WeeksDue => Weeks.Count(cell => cell.Obligation == Obligation.Due);
}

/// <summary>A change to a week after its recap ("koreksi setelah rekap").</summary>
public sealed record RecapCorrection(PostingSkpd Skpd, WeekCell Cell);

/// <summary>
/// The weeks of all SKPDs (or of one), as they are judged now. What an SKPD owed in a week that has its recap is taken from there (whether it was exempt or
/// closed then); what was sent and published is looked at anew.
/// </summary>
public sealed class PostingTable(WorkingCalendar calendar, PostingPolicy policy)
{
    /// <summary>How far back a week is judged anew. Older ones stay as they are.</summary>
    public const int Window = 12;

    /// <summary>Weeks before the window that are judged to find the streak: the newest recap may be two weeks old.</summary>
    private const int Lead = 2;

    public PostingPolicy Policy => policy;

    public WorkingCalendar Calendar => calendar;

    public IsoWeek WeekAt(DateTimeOffset now) => IsoWeek.Of(calendar.Office.Today(now));

    /// <summary>One week, with its items: of all SKPDs, by name, or of one.</summary>
    public async Task<IReadOnlyList<WeekStanding>> Week(NewsroomDb db, IsoWeek week, DateTimeOffset now, CancellationToken cancel, string? skpdCode = null)
    {
        var items = (await Items(db, week, week, now, skpdCode, cancel)).ToLookup(item => item.SkpdCode);
        return [.. (await PostingReads.Skpds(db, skpdCode, cancel)).Select(skpd => PostingRule.Judge(skpd, week, items[skpd.Code], calendar, policy, now))];
    }

    /// <summary>One week of one SKPD; null when there is no such SKPD.</summary>
    public async Task<WeekStanding?> WeekOf(NewsroomDb db, string skpdCode, IsoWeek week, DateTimeOffset now, CancellationToken cancel)
        => await Week(db, week, now, cancel, skpdCode) is [var standing] ? standing : null;

    /// <summary>The <see cref="Window"/> weeks of one SKPD; null when there is no such SKPD.</summary>
    public async Task<PostingRow?> RowOf(NewsroomDb db, string skpdCode, IsoWeek last, DateTimeOffset now, CancellationToken cancel)
        => await Rows(db, last, now, cancel, skpdCode) is [var row] ? row : null;

    /// <summary>The <see cref="Window"/> weeks up to this one, which may be the present week or one that is over.</summary>
    public async Task<IReadOnlyList<PostingRow>> Rows(NewsroomDb db, IsoWeek last, DateTimeOffset now, CancellationToken cancel, string? skpdCode = null)
    {
        var first = last.Plus(1 - Window - Lead);
        var items = (await Items(db, first, last, now, skpdCode, cancel)).ToLookup(item => item.SkpdCode);
        var (from, to) = (first.Ordinal, last.Ordinal);
        var recaps = (await db.WeekRecaps.AsNoTracking().Where(row => row.Week >= from && row.Week <= to && (skpdCode == null || row.SkpdCode == skpdCode)).ToListAsync(cancel))
            .ToDictionary(row => (row.SkpdCode, row.Week));
        var weeks = Enumerable.Range(0, Window + Lead).Select(first.Plus).ToList();
        return [.. (await PostingReads.Skpds(db, skpdCode, cancel)).Select(skpd =>
        {
            var mine = items[skpd.Code].ToLookup(item => PostingRule.WeekOf(item, calendar.Office, policy, now));
            var cells = weeks.Select(week => Cell(skpd, week, mine[week], recaps.GetValueOrDefault((skpd.Code, week.Ordinal)), now)).ToImmutableArray();
            var (streak, settled) = StreakOf(cells, now);
            return new PostingRow(skpd, cells[Lead..], streak, settled);
        })];
    }

    /// <summary>What changed in weeks that have their recap, of the <see cref="Window"/> weeks up to this one.</summary>
    public static IEnumerable<RecapCorrection> Corrections(IEnumerable<PostingRow> rows) => rows.SelectMany(row => row.Weeks.Where(cell => cell.IsCorrected).Select(cell => new RecapCorrection(row.Skpd, cell)));

    private Task<IReadOnlyList<PostedItem>> Items(NewsroomDb db, IsoWeek first, IsoWeek last, DateTimeOffset now, string? skpdCode, CancellationToken cancel)
        => PostingReads.Items(db, first, last, WeekAt(now) is var present && first <= present && present <= last, skpdCode, policy, calendar.Office, cancel);

    private WeekCell Cell(PostingSkpd skpd, IsoWeek week, IEnumerable<PostedItem> items, WeekRecapRow? recap, DateTimeOffset now)
    {
        var judged = PostingRule.Judge(skpd, week, items, calendar, policy, now);
        return new WeekCell(week, recap?.Obligation ?? judged.Obligation, recap?.Required ?? judged.Required, judged.Counted, judged.Provisional, recap);
    }

    private (int Streak, int Settled) StreakOf(ImmutableArray<WeekCell> cells, DateTimeOffset now)
    {
        // The newest recap knows how long the streak was before the weeks that may still change; from there on the cells say it.
        var known = cells.LastOrDefault(cell => cell.Recap is not null);
        var (streak, settled) = (known?.Recap?.SettledStreak ?? 0, 0);
        var (after, settles) = (known?.Week.Plus(-Window), cells[^1].Week.Plus(-Window));
        var present = WeekAt(now);
        foreach (var cell in cells)
        {
            if ((after is null || cell.Week > after) && (cell.Week < present || cell.Verdict == Verdict.Met)) streak = Streak.After(streak, cell.Verdict);
            if (cell.Week <= settles) settled = streak;
        }
        return (streak, settled);
    }
}
