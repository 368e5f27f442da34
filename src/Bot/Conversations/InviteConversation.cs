using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>/undang: AdminPortal picks a role (and an SKPD) and gets a one-time link to hand on.</summary>
public sealed class InviteConversation(PeopleDesk people, OfficeProfile office)
{
    private const int SkpdsOnPage = 8;

    public static Task Start(Visit visit)
    {
        var keys = new Keyboard([]);
        foreach (var pair in Enum.GetValues<Role>().Select(role => new Key(Jabatan.Nama(role), new InviteButton(role.ToString()).Pack())).Chunk(2)) keys = keys.Row(pair);
        return visit.Prompt(UndangTeks.SebagaiApa(), keys);
    }

    public async Task OnPress(Visit visit, InviteButton button)
    {
        if (!visit.Actor.Holds(Role.AdminPortal))
        {
            visit.Alert(PenolakanTeks.Kalimat(Refusal.NotYourRole([Role.AdminPortal], visit.Actor), office.Time, visit.Now));
            return;
        }
        if (!Enum.TryParse<Role>(button.Role, out var role) || !Enum.IsDefined(role))
        {
            visit.Alert(ObrolanTeks.TombolLama("Mulai lagi dengan /undang."));
            return;
        }
        visit.Answer();
        if (role.BelongsToSkpd() && button.SkpdCode.Length == 0)
        {
            await AskSkpd(visit, role, button.Page);
            return;
        }
        var invited = await people.Invite(visit.Db, new InvitationOrder(role, button.SkpdCode.Length == 0 ? null : button.SkpdCode), visit.Member.Id, visit.Now, visit.Cancel);
        if (invited.Code is not { } code)
        {
            visit.Say(UndangTeks.SkpdTidakAda(button.SkpdCode));
            return;
        }
        var username = await visit.Db.Facts.Where(fact => fact.Name == BotIdentity.UsernameFact).Select(fact => fact.Value).FirstOrDefaultAsync(visit.Cancel);
        await visit.Outbox.ClearKeys(visit.ChatId, Visit.Live);
        visit.Say(UndangTeks.Tautan(new HeldRole(role, button.SkpdCode.Length == 0 ? null : button.SkpdCode), username is null ? $"/start {code}" : $"https://t.me/{username}?start={code}", office.Time.Tanggal(invited.ExpiresAt)));
    }

    private static async Task AskSkpd(Visit visit, Role role, int page)
    {
        var all = await visit.Db.Skpds.Where(skpd => skpd.Active).OrderBy(skpd => skpd.ShortName).Select(skpd => new { skpd.Code, skpd.ShortName }).ToListAsync(visit.Cancel);
        var keys = new Keyboard([]);
        foreach (var pair in all.Skip(page * SkpdsOnPage).Take(SkpdsOnPage).Select(skpd => new Key(skpd.ShortName, new InviteButton(role.ToString(), skpd.Code).Pack())).Chunk(2)) keys = keys.Row(pair);
        List<Key> turns = [];
        if (page > 0) turns.Add(new Key("‹ Sebelumnya", new InviteButton(role.ToString(), "", page - 1).Pack()));
        if ((page + 1) * SkpdsOnPage < all.Count) turns.Add(new Key("Berikutnya ›", new InviteButton(role.ToString(), "", page + 1).Pack()));
        await visit.Redraw(UndangTeks.SkpdMana(Jabatan.Nama(role)), keys.Row([.. turns]));
    }
}
