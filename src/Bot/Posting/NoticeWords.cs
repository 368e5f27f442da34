using System.Collections.Immutable;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Posting;

/// <summary>What a notice says, by what is true now; nothing when it has become needless.</summary>
public sealed class NoticeWords(PostingTable table, RecapWords recaps, DormancyDesk dormancy)
{
    public async Task<Outgoing?> For(NewsroomDb db, Notice notice, DateTimeOffset now, CancellationToken cancel) => notice switch
    {
        { Stage: StageName.Recap, SkpdCode: { } skpd } => await recaps.OfSkpd(db, skpd, notice.Week, now, cancel),
        { Stage: StageName.Recap } => await recaps.OfOffice(db, notice.Week, now, cancel),
        { Stage: StageName.Dormancy } => await dormancy.Find(db, now, cancel) is { IsNobody: false } dormant ? new TextMessage(PengingatTeks.LamaDiam(dormant, dormancy.Weeks)) : null,
        { Stage: StageName.NextYear } => NextYear(notice.FollowingYear),
        { SkpdCode: { } skpd } => await OfSkpd(db, notice.Stage, skpd, notice.Week, now, cancel),
        _ => await Lagging(db, notice.Week, now, cancel),
    };

    private async Task<TextMessage?> OfSkpd(NewsroomDb db, StageName stage, string skpdCode, IsoWeek week, DateTimeOffset now, CancellationToken cancel)
    {
        if (await table.WeekOf(db, skpdCode, week, now, cancel) is not { } standing || !StageRound.Concerns(stage, standing)) return null;
        return stage == StageName.Escalation
            ? new TextMessage(PengingatTeks.KepadaKepala(standing, table.Calendar.Office, now))
            : new TextMessage(PengingatTeks.KepadaAdmin(standing, table.Calendar.Office, now), WriteKeys(skpdCode));
    }

    private async Task<TextMessage?> Lagging(NewsroomDb db, IsoWeek week, DateTimeOffset now, CancellationToken cancel)
    {
        var standings = await table.Week(db, week, now, cancel);
        return standings.Any(standing => StageRound.Concerns(StageName.Escalation, standing)) ? new TextMessage(PengingatTeks.KepadaKabid(week, standings)) : null;
    }

    private TextMessage? NextYear(int year)
    {
        var known = table.Calendar.Holidays.Where(holiday => holiday.Date.Year == year && holiday.Kind != HolidayKind.OfficeClosing).ToImmutableArray();
        return known.IsEmpty || known.Any(holiday => holiday.Provisional)
            ? new TextMessage(LiburTeks.TahunDepan(year, known.IsEmpty), Keyboard.OneRow(new Key("Buka /libur", new CommandButton(MenuChoice.Holidays).Pack())))
            : null;
    }

    public static Keyboard WriteKeys(string skpdCode) => Keyboard.OneRow(
        new Key("Tulis sekarang", new PostingButton(PostingChoice.Write, skpdCode).Pack(), style: KeyStyle.Primary),
        new Key("Lihat ide", new PostingButton(PostingChoice.Ideas, skpdCode).Pack()));
}
