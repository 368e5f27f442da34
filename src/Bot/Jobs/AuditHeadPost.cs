using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Jobs;

/// <summary>
/// Posts the head of the audit chain to AdminPortal and Kadis, outside the database: a chain alone does not show that its tail was cut off or that all of it was
/// rebuilt (05-faults, threat 11). A day without events is skipped.
/// </summary>
public sealed class AuditHeadPost(WorkingCalendar calendar)
{
    public const string Kind = "audit-head";

    private const string Posted = "audit-head-posted";

    public async Task<Settlement> CarryOut(DueWork work)
    {
        var (db, cancel) = (work.Db, work.Cancel);
        if (await db.AuditHeads.AsNoTracking().FirstOrDefaultAsync(cancel) is not { Sequence: > 0 } head) return Settlement.Skip("Belum ada peristiwa.");
        var posted = await db.Facts.FindAsync([Posted], cancel);
        if (posted?.Value == head.Hash) return Settlement.Skip("Tidak ada peristiwa baru.");

        var admins = await PeopleDesk.Holders(db, Role.AdminPortal, null, work.Now, cancel);
        var heads = await PeopleDesk.Holders(db, Role.Kadis, null, work.Now, cancel);
        foreach (var member in admins.Concat(heads).DistinctBy(member => member.Id))
            work.Outbox.Send(member.ChatUserId!.Value, new TextMessage(AuditTeks.Kepala(calendar.Office.Tanggal(work.Now), head.Sequence, head.Hash)), Priority.Notice, key: $"{work.Row.Key}:{member.Id}");

        if (posted is null) db.Facts.Add(new FactRow { Name = Posted, Value = head.Hash });
        else posted.Value = head.Hash;
        return Settlement.Done;
    }
}
