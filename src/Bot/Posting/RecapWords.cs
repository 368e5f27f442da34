using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Posting;

/// <summary>The recap of a week as a message: an SKPD's own, or the office's with its picture.</summary>
public sealed class RecapWords(PostingTable table)
{
    /// <summary>Null for an SKPD that does not exist.</summary>
    public async Task<TextMessage?> OfSkpd(NewsroomDb db, string skpdCode, IsoWeek week, DateTimeOffset now, CancellationToken cancel)
    {
        if (await table.RowOf(db, skpdCode, week, now, cancel) is not { } row || await table.WeekOf(db, skpdCode, week, now, cancel) is not { } standing) return null;
        // What was owed is the recap's to say.
        if (row.Weeks[^1] is { Recap: not null } cell) standing = standing with { Obligation = cell.Obligation, Required = cell.Required };
        return new TextMessage(RekapTeks.RekapSkpd(standing, row, row.Weeks[^1].Recap?.Figures), NoticeWords.WriteKeys(skpdCode));
    }

    public async Task<Picture> OfOffice(NewsroomDb db, IsoWeek week, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await table.Rows(db, week, now, cancel);
        var ordinal = week.Ordinal;
        var closing = await db.WeekClosings.AsNoTracking().FirstOrDefaultAsync(row => row.Week == ordinal, cancel);
        return new Picture(RecapPicture.NameOf(week), RekapTeks.RekapKantor(week, rows, closing?.Figures), Keyboard.OneRow(
            Of("Papan", PostingChoice.Board, week), Of("XLSX", PostingChoice.Xlsx, week), Of("PDF", PostingChoice.Pdf, week)).Row(Of($"‹ {RekapTeks.Rentang(week.Previous)}", PostingChoice.Recap, week.Previous)));
    }

    private static Key Of(string label, PostingChoice choice, IsoWeek week) => new(label, new PostingButton(choice, Week: week.Ordinal).Pack());
}
