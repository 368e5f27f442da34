using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Conversations;

/// <summary>/start: opens the item that a link names, binds an account by its one-time code, makes the owner of the settings the first AdminPortal, greets everybody else.</summary>
public sealed class StartConversation(PeopleDesk people, CardDesk cards, ItemConversation items, RoleChange change, OfficeProfile office)
{
    /// <param name="code">What followed /start; null when nothing did.</param>
    public async Task OnStart(Turn turn, long chatId, long userId, string chatName, string? code)
    {
        var member = await PeopleDesk.Find(turn.Db, userId, turn.Cancel);
        if (member is not null) member.Reachable = true;

        if (code is not null && code.StartsWith(ItemLinks.StartPrefix, StringComparison.Ordinal))
        {
            if (member is not null && Actor.Of(member, turn.Now) is { Roles.IsEmpty: false }) await items.Open(new Visit(turn, member, chatId), code[ItemLinks.StartPrefix.Length..]);
            else turn.Outbox.Send(chatId, new TextMessage(ObrolanTeks.BelumTerdaftar(office.Name)));
            return;
        }

        if (code is not null)
        {
            var redeemed = await people.Redeem(turn.Db, code, userId, chatName, turn.Now, turn.Cancel);
            if (redeemed is not { Result: Redemption.Bound, Member: { } bound, Appointment: { } appointment })
            {
                turn.Outbox.Send(chatId, new TextMessage(StyledText.Plain(ObrolanTeks.KodeSalah(redeemed.Result)), member is null ? null : MenuKeys.For(Actor.Of(member, turn.Now))));
                return;
            }
            await Welcome(turn, chatId, bound, new HeldRole(appointment.Role, appointment.SkpdCode));
            await TellInviters(turn, redeemed, bound, appointment);
            if (redeemed.Ended is { } ended) await TellPredecessor(turn, ended, bound);
            return;
        }

        if (member is null && userId == office.OwnerChatUserId && (await PeopleDesk.Holders(turn.Db, Role.AdminPortal, null, turn.Now, turn.Cancel)).Count == 0)
        {
            var owner = await PeopleDesk.Bind(turn.Db, userId, chatName, Role.AdminPortal, null, turn.Now, turn.Cancel);
            await Welcome(turn, chatId, owner, new HeldRole(Role.AdminPortal, null));
            return;
        }

        if (member is null || Actor.Of(member, turn.Now) is not { Roles.IsEmpty: false } actor)
        {
            turn.Outbox.Send(chatId, new TextMessage(ObrolanTeks.BelumTerdaftar(office.Name)));
            return;
        }
        turn.Outbox.Send(chatId, new CommandMenu(chatId, Perintah.For(actor)));
        turn.Outbox.Send(chatId, new TextMessage(ObrolanTeks.Selamat(member.DisplayName, actor.Roles, office.Name), MenuKeys.For(actor)));
        await ShowWaiting(turn, member, actor);
    }

    /// <summary>Who invited, and AdminPortal, see who came; who handed over hears that it is done.</summary>
    private static async Task TellInviters(Turn turn, Redeemed redeemed, Member bound, Appointment appointment)
    {
        var role = new HeldRole(appointment.Role, appointment.SkpdCode);
        var inviter = redeemed.Invitation?.CreatedById is { } id ? await PeopleDesk.ById(turn.Db, id, turn.Cancel) : null;
        var admins = appointment.Role == Role.AdminSkpd ? (await PeopleDesk.Holders(turn.Db, Role.AdminSkpd, appointment.SkpdCode, turn.Now, turn.Cancel)).Count : 0;
        var text = UndangTeks.Dipakai(bound.DisplayName, role, inviter?.DisplayName, admins);
        List<Member> told = [.. await PeopleDesk.Holders(turn.Db, Role.AdminPortal, null, turn.Now, turn.Cancel)];
        if (inviter is { ChatUserId: not null }) told.Add(inviter);
        foreach (var member in told.DistinctBy(each => each.Id).Where(each => each.Id != bound.Id)) turn.Outbox.Send(member.ChatUserId!.Value, new TextMessage(text), Priority.Notice);
    }

    /// <summary>Who handed over hears that it is done; menu and cards follow.</summary>
    private async Task TellPredecessor(Turn turn, Appointment ended, Member successor)
    {
        if (await PeopleDesk.ById(turn.Db, ended.MemberId, turn.Cancel) is { ChatUserId: { } chat, Reachable: true })
            turn.Outbox.Send(chat, new TextMessage(SerahterimaTeks.Selesai(successor.DisplayName, ended.SkpdCode!)), Priority.Notice);
        await change.Apply(turn.Db, turn.Outbox, ended.MemberId, turn.Now, turn.Cancel);
    }

    private async Task Welcome(Turn turn, long chatId, Member member, HeldRole role)
    {
        // The appointment was added in this transaction; read the person again with it.
        var fresh = await PeopleDesk.ById(turn.Db, member.Id, turn.Cancel);
        var actor = Actor.Of(fresh, turn.Now);
        turn.Outbox.Send(chatId, new CommandMenu(chatId, Perintah.For(actor)));
        turn.Outbox.Send(chatId, new TextMessage(ObrolanTeks.Terdaftar(fresh.DisplayName, role, office.Name), MenuKeys.For(actor)));
        await ShowWaiting(turn, fresh, actor);
    }

    /// <summary>What waits for somebody who has just come (back): cards that could not be delivered while the bot was blocked are delivered now.</summary>
    private async Task ShowWaiting(Turn turn, Member member, Actor actor)
    {
        foreach (var (edition, step) in await cards.WaitingFor(turn.Db, actor, turn.Cancel))
            await cards.Show(turn.Db, turn.Outbox, edition, await cards.Facts(turn.Db, edition, turn.Cancel), step, member, turn.Now, renew: false, turn.Cancel, Priority.Reply);
    }
}
