using System.Collections.Immutable;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Posting;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Papers;

/// <summary>An SKPD's line in the recap of a week: as the recap froze it, or as it stands while there is none.</summary>
/// <param name="Name">In full, as the register has it now.</param>
/// <param name="Figures">Null while the week has no recap.</param>
/// <param name="Weeks">The weeks up to this one, as they are judged now.</param>
public sealed record ReportLine(string Code, string Name, string ShortName, Obligation Obligation, int Required, int Counted, int Provisional, int Streak, WeekFigures? Figures, ImmutableArray<WeekCell> Weeks)
{
    public Verdict Verdict => WeekStanding.Of(Obligation, Required, Counted, Provisional);
}

/// <summary>All that the office's paper about a week says, of one state of the store.</summary>
/// <param name="FrozenAt">When the recap was made; null: the week has none yet, and what is said is provisional.</param>
/// <param name="Lines">Those first that need attention.</param>
/// <param name="Corrections">Changes after the recap, of this week.</param>
public sealed record WeekReport(
    IsoWeek Week,
    Letterhead Letterhead,
    Signer Signer,
    DateTimeOffset At,
    DateTimeOffset? FrozenAt,
    WeekFigures? Figures,
    ImmutableArray<ReportLine> Lines,
    ImmutableArray<RecapCorrection> Corrections)
{
    /// <summary>The number of the paper: one week, one number.</summary>
    public string Number => $"REKAP-{Week}";

    public int Due => Lines.Count(line => line.Obligation == Obligation.Due);

    public int Count(Verdict verdict) => Lines.Count(line => line.Verdict == verdict);
}

/// <summary>Reads what the paper about a week says.</summary>
public sealed class WeekReports(PostingTable table, OfficeOptions office, OfficeProfile profile)
{
    /// <summary>The week may be over or the present one.</summary>
    public async Task<WeekReport> Read(NewsroomDb db, IsoWeek week, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await table.Rows(db, week, now, cancel);
        var ordinal = week.Ordinal;
        var closing = await db.WeekClosings.AsNoTracking().FirstOrDefaultAsync(row => row.Week == ordinal, cancel);
        var names = await db.Skpds.AsNoTracking().ToDictionaryAsync(skpd => skpd.Code, skpd => skpd.Name, cancel);
        var lines = rows.Select(row => (row, cell: row.Weeks[^1])).Where(pair => pair.cell.Obligation != Obligation.Closed).Select(pair => pair.cell.Recap is { } recap
                ? new ReportLine(pair.row.Skpd.Code, names.GetValueOrDefault(recap.SkpdCode, recap.SkpdName), recap.SkpdName, recap.Obligation, recap.Required, recap.Counted, recap.Provisional, recap.Streak, recap.Figures, pair.row.Weeks)
                : new ReportLine(pair.row.Skpd.Code, names.GetValueOrDefault(pair.row.Skpd.Code, pair.row.Skpd.ShortName), pair.row.Skpd.ShortName, pair.cell.Obligation, pair.cell.Required, pair.cell.Counted, pair.cell.Provisional, pair.row.Streak, null, pair.row.Weeks))
            .OrderBy(line => VerdictColours.Rank(line.Verdict)).ThenBy(line => line.Counted + line.Provisional).ThenBy(line => line.Name, StringComparer.OrdinalIgnoreCase).ThenBy(line => line.Code, StringComparer.Ordinal);
        return new WeekReport(week, await Letterhead.Of(db, office, profile.PublicBase, cancel), await Signer.Of(db, office, now, cancel), now, closing?.FrozenAt, closing?.Figures,
            [.. lines], [.. PostingTable.Corrections(rows).Where(correction => correction.Cell.Week == week)]);
    }
}
