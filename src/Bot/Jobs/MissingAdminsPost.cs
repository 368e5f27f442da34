using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Jobs;

/// <summary>Reminds of SKPDs that have not named an admin (SOP row A6): AdminPortal of all, the head of an SKPD of his own.</summary>
public sealed class MissingAdminsPost(WorkingCalendar calendar)
{
    public const string Kind = "missing-admins";

    /// <summary>Named in the message; the rest is behind its button.</summary>
    private const int Named = 10;

    public async Task<Settlement> CarryOut(DueWork work)
    {
        var (db, cancel) = (work.Db, work.Cancel);
        var missing = await SkpdDesk.WithoutAdmin(db, work.Now, cancel);
        if (missing.Count == 0) return Settlement.Skip("Semua SKPD aktif punya admin.");
        var keys = Keyboard.OneRow(new Key("Lihat dan undang", new DeskButton(Desk.Skpd, DeskChoice.Missing, 0, "0").Pack()));
        var text = SkpdTeks.Pengingat([.. missing.Take(Named)], missing.Count, work.Now);
        foreach (var admin in await PeopleDesk.Holders(db, Role.AdminPortal, null, work.Now, cancel)) Send(admin, new TextMessage(text, keys, Silent: calendar.IsQuiet(work.Now)));
        foreach (var each in missing)
        foreach (var head in await PeopleDesk.Holders(db, Role.KepalaSkpd, each.Skpd.Code, work.Now, cancel))
            Send(head, new TextMessage(SkpdTeks.PengingatKepala(each.Skpd), Silent: calendar.IsQuiet(work.Now)), each.Skpd.Code);
        return Settlement.Done;

        void Send(Member member, TextMessage message, string skpd = "") => work.Outbox.Send(member.ChatUserId!.Value, message, Priority.Notice, key: $"{work.Row.Key}:{member.Id}:{skpd}");
    }
}
