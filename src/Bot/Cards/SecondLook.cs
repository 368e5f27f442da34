using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>
/// The second person's look at what was published or pulled by one alone: asked for at once, due within one working day, and asked for again each working day
/// after that until somebody else has looked. It never clears by itself.
/// </summary>
public sealed class SecondLook(WorkingCalendar calendar, OfficeProfile office)
{
    /// <summary>The due thing; its subject is the item, since a correction may take the debt over.</summary>
    public const string Kind = "second-look";

    /// <summary>Tells every reviewer; those who may look get the buttons for it. Serta-merta rings at any hour.</summary>
    public async Task Owe(NewsroomDb db, OutboxWriter outbox, Edition edition, Outcome.Moved moved, DateTimeOffset now, CancellationToken cancel)
    {
        var deadline = calendar.OneWorkingDayAfter(now);
        await DueDesk.Plan(db, $"{Kind}:{edition.Id}:{now.UtcTicks}", Kind, edition.ItemId.ToString(), deadline, null, now, cancel);
        foreach (var reviewer in await Reviewers(db, now, cancel))
        {
            if (reviewer.Id == edition.LaneUserId) continue;
            var looks = MayLook(reviewer, edition, now);
            var text = TerbitTeks.DilakukanSendiri(edition, moved, Jabatan.Oleh(moved.ActorName, moved.Capacity), looks ? office.Time.Kapan(deadline, now) : null);
            await outbox.Replace(reviewer.ChatUserId!.Value, SlotOf(edition), new TextMessage(text, looks ? Keys(edition) : null) { Urgent = true }, Priority.Notice);
        }
    }

    /// <summary>Somebody looked, or a correction or retraction settled it: the buttons go, and who took that way hears.</summary>
    public async Task Settle(NewsroomDb db, OutboxWriter outbox, Edition edition, Outcome.Moved moved, DateTimeOffset now, CancellationToken cancel)
    {
        if (edition.LaneUserId is not { } user || edition.LookOwedSince is not null) return;
        foreach (var chat in await db.Posted.Where(row => row.Slot == SlotOf(edition)).Select(row => row.ChatId).Distinct().ToListAsync(cancel))
            await outbox.ClearKeys(chat, SlotOf(edition), Priority.Card);
        if (moved.Act == Act.Confirm && (await PeopleDesk.ById(db, user, cancel)) is { ChatUserId: { } own, Reachable: true })
            outbox.Send(own, new TextMessage(TerbitTeks.Dibenarkan(edition.Item!.Number!, Jabatan.Oleh(moved.ActorName, moved.Capacity))), Priority.Notice, again: true);
    }

    /// <summary>A working day is over: whoever may look is asked again, AdminPortal hears, and so on the next working day.</summary>
    public async Task<Settlement> CarryOut(DueWork work)
    {
        var (db, now, cancel) = (work.Db, work.Now, work.Cancel);
        var itemId = Guid.Parse(work.Row.Subject);
        var owing = await db.Editions.Include(edition => edition.Item).Include(edition => edition.Revisions).AsSplitQuery()
            .FirstOrDefaultAsync(edition => edition.ItemId == itemId && edition.LookOwedSince != null, cancel);
        if (owing is null) return Settlement.Skip("Sudah diperiksa orang kedua.");

        var by = (await PeopleDesk.ById(db, owing.LaneUserId!.Value, cancel)).DisplayName;
        var text = TerbitTeks.BelumDiperiksa(owing, by, office.Time.Tanggal(owing.LookOwedSince!.Value));
        List<Member> told = [.. await Reviewers(db, now, cancel), .. await PeopleDesk.Holders(db, Role.AdminPortal, null, now, cancel)];
        foreach (var member in told.DistinctBy(member => member.Id).Where(member => member.Reachable && member.Id != owing.LaneUserId))
        {
            var looks = MayLook(member, owing, now);
            if (looks || Actor.Of(member, now).Holds(Role.AdminPortal))
                await work.Outbox.Replace(member.ChatUserId!.Value, SlotOf(owing), new TextMessage(text, looks ? Keys(owing) : null), Priority.Notice);
        }
        return Settlement.Later(calendar.OneWorkingDayAfter(now));
    }

    private static async Task<IEnumerable<Member>> Reviewers(NewsroomDb db, DateTimeOffset now, CancellationToken cancel)
    {
        List<Member> all = [];
        foreach (var role in (Role[])[Role.Kadis, Role.Kabid, Role.Anggota]) all.AddRange(await PeopleDesk.Holders(db, role, null, now, cancel));
        return all.Where(member => member.Reachable).DistinctBy(member => member.Id);
    }

    private static bool MayLook(Member member, Edition edition, DateTimeOffset now)
        => member.Id != edition.LaneUserId && Lifecycle.RulesOf(Act.Confirm).Any(rule => rule.By.Any(Actor.Of(member, now).Holds));

    private static Keyboard Keys(Edition edition)
    {
        var seen = CardText.Seen(edition);
        Key Of(string label, Act act, KeyStyle style = KeyStyle.Plain) => new(label, new ActButton(act, edition.Id, seen).Pack(), style: style);
        var keys = Keyboard.OneRow(Of("Benarkan", Act.Confirm, KeyStyle.Success), Of("Buat koreksi", Act.Revise));
        return edition.State == EditionState.Retracted ? keys : keys.Row(Of("Cabut", Act.Retract, KeyStyle.Danger));
    }

    private static string SlotOf(Edition edition) => $"look:{edition.Id}";
}
