using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Conversations;
using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Waiting;

/// <summary>
/// Texts that wait too long, in working hours (01-newsroom, "Escalation"). Each stage is planned in the transaction that begins the waiting and taken back by the one
/// that ends it, so each is said once, to whoever holds the office when it is due.
/// </summary>
public sealed class Escalations(EscalationOptions options, WorkingCalendar calendar)
{
    public const string Kind = "escalation";

    private static readonly ImmutableArray<(EscalationStage Stage, EditionState While, ImmutableArray<Role> Who)> Stages =
    [
        (EscalationStage.Reviewers, EditionState.InReview, [Role.Anggota, Role.Kabid]),
        (EscalationStage.Kabid, EditionState.InReview, [Role.Kabid]),
        (EscalationStage.Kadis, EditionState.InReview, [Role.Kadis]),
        (EscalationStage.Approval, EditionState.Endorsed, [Role.Kadis]),
        (EscalationStage.Delegation, EditionState.Endorsed, [Role.Kadis, Role.AdminPortal]),
    ];

    /// <summary>After an act: what waited no longer does, and what waits now is planned.</summary>
    public async Task Follow(NewsroomDb db, Edition edition, Outcome.Moved moved, DateTimeOffset now, CancellationToken cancel)
    {
        // An edit or a question does not set the clock back: the SKPD waits all the same.
        if (moved.From == moved.To && moved.Act is not (Act.Submit or Act.Endorse)) return;
        var subject = SubjectOf(edition);
        await DueDesk.CancelAll(db, [Kind], subject, now, cancel);
        foreach (var (stage, state, _) in Stages)
        {
            if (state != edition.State || options.HoursOf(stage) is not (> 0 and var hours)) continue;
            var key = string.Create(CultureInfo.InvariantCulture, $"{Kind}:{edition.Id}:{stage}:{now.UtcDateTime:yyyyMMdd'T'HHmmssfff}");
            await DueDesk.Plan(db, key, Kind, subject, calendar.AddWorkingTime(now, TimeSpan.FromHours(hours)), stage.ToString(), now, cancel);
        }
    }

    /// <summary>Tells those whose turn it is, or above them.</summary>
    public async Task<Settlement> CarryOut(DueWork work)
    {
        var (db, cancel) = (work.Db, work.Cancel);
        var id = long.Parse(work.Row.Subject, CultureInfo.InvariantCulture);
        var (stage, state, who) = Stages.First(each => each.Stage == Enum.Parse<EscalationStage>(work.Row.Payload!));
        if (await db.Editions.Include(edition => edition.Item).Include(edition => edition.Revisions).AsSplitQuery().FirstOrDefaultAsync(edition => edition.Id == id, cancel) is not { } edition || edition.State != state)
            return Settlement.Skip("Naskahnya tidak lagi menunggu di tahap itu.");

        var text = MenungguTeks.TerlaluLama(stage, edition.Item!.Number!, NewsDesk.CurrentContent(edition).Title, options.HoursOf(stage));
        var told = new HashSet<long>();
        foreach (var role in who)
        foreach (var member in await PeopleDesk.Holders(db, role, null, work.Now, cancel))
        {
            if (!told.Add(member.Id)) continue;
            var keys = Keyboard.OneRow(new Key("Buka naskah", new ViewButton(ViewChoice.Open, edition.Id).Pack(), style: KeyStyle.Primary));
            if (Actor.Of(member, work.Now) is var actor && (actor.Holds(Role.Kabid) || actor.Holds(Role.Kadis))) keys = keys.Row(MenuKeys.Of("Antrean", MenuChoice.Queue));
            work.Outbox.Send(member.ChatUserId!.Value, new TextMessage(text, keys), Priority.Notice, key: string.Create(CultureInfo.InvariantCulture, $"{work.Row.Key}:{member.Id}"));
        }
        return told.Count == 0 ? Settlement.Skip("Belum ada petugas untuk tahap itu.") : Settlement.Done;
    }

    private static string SubjectOf(Edition edition) => edition.Id.ToString(CultureInfo.InvariantCulture);
}
