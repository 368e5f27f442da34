using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Workflow.Posting;

/// <summary>
/// An SKPD's week as it stood when its recap was made: never changed afterwards. What came later is the difference to the week as it is judged now
/// (<see cref="RecapCorrection"/>).
/// </summary>
public sealed class WeekRecapRow
{
    /// <summary><see cref="IsoWeek.Ordinal"/>.</summary>
    public required int Week { get; init; }
    public required string SkpdCode { get; init; }
    /// <summary>As it was called then.</summary>
    public required string SkpdName { get; init; }
    public required Obligation Obligation { get; init; }
    /// <summary>What the rule asked for then.</summary>
    public required int Required { get; init; }
    public required int Counted { get; init; }
    public required int Provisional { get; init; }
    /// <summary>Owed weeks met in a row, this one included.</summary>
    public required int Streak { get; init; }
    /// <summary>The same, up to the week that lies <see cref="PostingTable.Window"/> weeks before: so old that nothing of it changes any more.</summary>
    public required int SettledStreak { get; init; }
    public required WeekFigures Figures { get; init; }
    public required DateTimeOffset FrozenAt { get; init; }

    public Verdict Verdict => WeekStanding.Of(Obligation, Required, Counted, Provisional);
}

/// <summary>A week whose recap was made, with the figures of the whole office.</summary>
public sealed class WeekClosingRow
{
    /// <summary><see cref="IsoWeek.Ordinal"/>.</summary>
    public required int Week { get; init; }
    public required WeekFigures Figures { get; init; }
    public required DateTimeOffset FrozenAt { get; init; }
}

/// <summary>What happened in a week, of one SKPD or of all.</summary>
/// <param name="Submitted">Items sent for the first time.</param>
/// <param name="Published">Items that became public for the first time.</param>
/// <param name="Decided">Items of which the first decision (published, returned, rejected) fell into the week.</param>
/// <param name="FirstPass">Those of them that were published at their first round.</param>
/// <param name="Median">From first sending to publication, of the items published.</param>
/// <param name="MedianWithSkpd">How much of it the SKPD held them, after a return or before its head agreed.</param>
/// <param name="MedianWithKominfo">How much of it Kominfo held them.</param>
/// <param name="Rejections">How often items were rejected, by reason.</param>
public sealed record WeekFigures(int Submitted, int Published, int Decided, int FirstPass, TimeSpan? Median, TimeSpan? MedianWithSkpd, TimeSpan? MedianWithKominfo, IReadOnlyDictionary<string, int> Rejections)
{
    public static WeekFigures None { get; } = new(0, 0, 0, 0, null, null, null, new Dictionary<string, int>());
}
