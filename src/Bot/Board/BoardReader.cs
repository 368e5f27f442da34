using System.Collections.Immutable;
using KominfoBot.Bot.Papers;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Board;

/// <summary>A week of an SKPD in the year's map.</summary>
/// <param name="IsKnown">False for a week before this program kept recaps.</param>
public sealed record BoardCell(IsoWeek Week, Verdict Verdict, int Counted, int Provisional, bool IsKnown);

/// <summary>An SKPD on the board.</summary>
/// <param name="Line">Of the chosen week.</param>
/// <param name="Year">Up to the present week, the oldest first.</param>
public sealed record BoardLine(ReportLine Line, ImmutableArray<BoardCell> Year);

/// <summary>A week of the whole office.</summary>
/// <param name="Figures">Null while the week has no recap.</param>
public sealed record BoardWeek(IsoWeek Week, int Met, int Due, WeekFigures? Figures);

/// <summary>All that the board shows, of one state of the store.</summary>
/// <param name="Report">The chosen week.</param>
/// <param name="ChangedAt">When anything happened last in the newsroom; null: nothing ever did.</param>
public sealed record BoardView(WeekReport Report, IsoWeek Present, ImmutableArray<BoardLine> Lines, ImmutableArray<BoardWeek> Weeks, DateTimeOffset? ChangedAt);

/// <summary>Reads the board: the newest <see cref="PostingTable.Window"/> weeks as they are judged now, older ones as their recaps have them.</summary>
public sealed class BoardReader(PostingTable table, WeekReports reports)
{
    public const int Weeks = 52;

    /// <param name="week">Null, or one to come: the present one.</param>
    public async Task<BoardView> Read(NewsroomDb db, IsoWeek? week, DateTimeOffset now, CancellationToken cancel)
    {
        var present = table.WeekAt(now);
        var first = present.Plus(1 - Weeks);
        var report = await reports.Read(db, week is { } asked && asked < present && asked >= first ? asked : present, now, cancel);
        var rows = (await table.Rows(db, present, now, cancel)).ToDictionary(row => row.Skpd.Code);
        var (from, recent) = (first.Ordinal, present.Plus(1 - PostingTable.Window).Ordinal);
        var recaps = (await db.WeekRecaps.AsNoTracking().Where(row => row.Week >= from && row.Week < recent)
            .Select(row => new { row.Week, row.SkpdCode, row.Obligation, row.Required, row.Counted, row.Provisional }).ToListAsync(cancel))
            .Select(row => (row.SkpdCode, row.Obligation, Cell: new BoardCell(IsoWeek.FromOrdinal(row.Week), WeekStanding.Of(row.Obligation, row.Required, row.Counted, row.Provisional), row.Counted, row.Provisional, true))).ToList();
        var closings = (await db.WeekClosings.AsNoTracking().Where(row => row.Week >= from).ToListAsync(cancel)).ToDictionary(row => row.Week, row => row.Figures);
        var changed = await db.AuditEvents.AsNoTracking().OrderByDescending(row => row.Sequence).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(cancel);

        var weeks = Enumerable.Range(0, Weeks).Select(first.Plus).ToList();
        var older = recaps.ToDictionary(row => (row.SkpdCode, row.Cell.Week), row => row.Cell);
        var lines = report.Lines.Select(line => new BoardLine(line,
        [
            .. weeks.Take(Weeks - PostingTable.Window).Select(each => older.GetValueOrDefault((line.Code, each), new BoardCell(each, Verdict.NotDue, 0, 0, false))),
            .. rows[line.Code].Weeks.Select(cell => new BoardCell(cell.Week, cell.Verdict, cell.Counted, cell.Provisional, true)),
        ]));
        var all = recaps.ToLookup(row => row.Cell.Week, row => (row.Obligation, row.Cell.Verdict));
        var judged = rows.Values.SelectMany(row => row.Weeks).ToLookup(cell => cell.Week, cell => (cell.Obligation, cell.Verdict));
        return new BoardView(report, present, [.. lines], [.. weeks.Select(each => (Week: each, Cells: all[each].Concat(judged[each]).ToList())).Select(pair =>
            new BoardWeek(pair.Week, pair.Cells.Count(cell => cell.Verdict == Verdict.Met), pair.Cells.Count(cell => cell.Obligation == Obligation.Due), closings.GetValueOrDefault(pair.Week.Ordinal)))], changed);
    }
}
