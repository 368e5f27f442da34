using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Board;

/// <summary>What of the board is to be seen, as the address says it; whatever cannot be understood is left out.</summary>
/// <param name="Week"><c>pekan=2026-W47</c>; null: the present one.</param>
/// <param name="Verdict"><c>status=belum</c>, <c>menunggu</c>, <c>memenuhi</c> or <c>bebas</c>; null: all.</param>
/// <param name="Text"><c>cari=</c>, in the name or the code of an SKPD.</param>
public sealed record BoardFilter(IsoWeek? Week, Verdict? Verdict, string Text)
{
    private const int LongestText = 60;

    private static readonly (string Word, Verdict Verdict)[] verdicts =
        [("belum", Workflow.Posting.Verdict.Missed), ("menunggu", Workflow.Posting.Verdict.Pending), ("memenuhi", Workflow.Posting.Verdict.Met), ("bebas", Workflow.Posting.Verdict.NotDue)];

    public bool IsNone => Week is null && Verdict is null && Text.Length == 0;

    /// <summary>The word of a verdict in the address.</summary>
    public static string WordOf(Verdict verdict) => verdicts.First(each => each.Verdict == verdict).Word;

    public static BoardFilter In(IQueryCollection query)
    {
        var word = query["status"].ToString();
        var text = PlainText.OneLine(query["cari"].ToString());
        return new BoardFilter(
            IsoWeek.TryParse(query["pekan"].ToString(), out var week) ? week : null,
            verdicts.Where(each => each.Word == word).Select(each => (Verdict?)each.Verdict).FirstOrDefault(),
            text.Length > LongestText ? Teks.ChatText.Cut(text, LongestText) : text);
    }

    public bool Takes(BoardLine line)
        => (Verdict is null || line.Line.Verdict == Verdict)
            && (Text.Length == 0 || line.Line.Name.Contains(Text, StringComparison.OrdinalIgnoreCase) || line.Line.ShortName.Contains(Text, StringComparison.OrdinalIgnoreCase) || line.Line.Code.Contains(Text, StringComparison.OrdinalIgnoreCase));
}
