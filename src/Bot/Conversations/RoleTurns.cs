using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>A role begins or ends by itself: the person hears, and those who keep the office in order.</summary>
public sealed class RoleTurns(RoleChange change, OfficeProfile office)
{
    public async Task<Settlement> CarryOut(DueWork work)
    {
        var (db, now, cancel) = (work.Db, work.Now, work.Cancel);
        if (RoleTurn.DelegationOf(work.Row) is var (id, begins))
        {
            if (await db.Delegations.FirstOrDefaultAsync(acting => acting.Id == id, cancel) is not { EndedAt: null } acting) return Settlement.Skip("Pelimpahan itu sudah diakhiri.");
            if (begins && !acting.HoldsAt(now)) return Settlement.Skip("Masanya sudah lewat.");
            await Announce(db, work.Outbox, acting, begins ? DelegasiTeks.Mulai(office.Time, acting) : DelegasiTeks.Berakhir(acting),
                name => begins ? DelegasiTeks.KabarMulai(office.Time, name, acting) : DelegasiTeks.KabarBerakhir(name, acting, null), null, now, cancel);
            return Settlement.Done;
        }
        if (RoleTurn.AppointmentOf(work.Row) is not { } appointmentId) return Settlement.Skip("Bukan masa tugas.");
        if (await db.Appointments.FirstOrDefaultAsync(held => held.Id == appointmentId, cancel) is not { RevokedAt: null } held || held.HoldsAt(now)) return Settlement.Skip("Masa tugas itu sudah diubah.");
        await TellEnd(db, work.Outbox, held, now, cancel);
        return Settlement.Done;
    }

    /// <summary>Tells who acts, the Kadis, Kabid and AdminPortal of a delegation's turn, and brings menu and cards up to date.</summary>
    /// <param name="exceptMember">Who did it knows already.</param>
    public async Task Announce(NewsroomDb db, OutboxWriter outbox, Delegation acting, StyledText toActing, Func<string, StyledText> toOthers, long? exceptMember, DateTimeOffset now, CancellationToken cancel)
    {
        var member = await PeopleDesk.ById(db, acting.MemberId, cancel);
        if (member.ChatUserId is { } chat && member.Id != exceptMember) outbox.Send(chat, new TextMessage(toActing), Priority.Notice);
        List<Member> others = [.. await PeopleDesk.Holders(db, Role.Kadis, null, now, cancel), .. await PeopleDesk.Holders(db, Role.Kabid, null, now, cancel), .. await PeopleDesk.Holders(db, Role.AdminPortal, null, now, cancel)];
        foreach (var other in others.DistinctBy(each => each.Id).Where(each => each.Id != member.Id && each.Id != exceptMember))
            outbox.Send(other.ChatUserId!.Value, new TextMessage(toOthers(member.DisplayName)), Priority.Notice);
        await change.Apply(db, outbox, member.Id, now, cancel);
    }

    private async Task TellEnd(NewsroomDb db, OutboxWriter outbox, Appointment held, DateTimeOffset now, CancellationToken cancel)
    {
        var member = await PeopleDesk.ById(db, held.MemberId, cancel);
        var role = Jabatan.Nama(new HeldRole(held.Role, held.SkpdCode));
        if (member.ChatUserId is { } chat) outbox.Send(chat, new TextMessage(AnggotaTeks.MasaTugasBerakhir(role)), Priority.Notice);
        foreach (var admin in await PeopleDesk.Holders(db, Role.AdminPortal, null, now, cancel))
            if (admin.Id != member.Id) outbox.Send(admin.ChatUserId!.Value, new TextMessage(AnggotaTeks.KabarMasaTugasBerakhir(member.DisplayName, role)), Priority.Notice);
        await change.Apply(db, outbox, member.Id, now, cancel);
    }
}
