using KominfoBot.Bot.Jobs;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Posting;

/// <summary>
/// The hour of a stage has come: plans a notice for each person whom it concerns. Each is then a due thing of its own, judged once more when it is its turn, so
/// that an SKPD that met the rule in between hears nothing, and a restart goes on where it was.
/// </summary>
public sealed class StageRound(PostingTable table, RecapDesk recaps, DormancyDesk dormancy, Stages stages)
{
    public async Task<Settlement> CarryOut(DueWork work, Stage stage)
    {
        var (calendar, now) = (table.Calendar, work.Now);
        var week = stage.WeekOf(TimetableDesk.OccurrenceOf(work.Row), calendar.Office);
        // What is frozen does not depend on anybody being told of it.
        if (stage.Name == StageName.Recap && week < table.WeekAt(now)) await recaps.Freeze(work.Db, week, now, work.Cancel);
        if (OpeningHours.Rules(calendar, now, stage.UsefulUntil(week, calendar.Office)) is { } instead) return instead;
        if (await IsSuperseded(work.Db, stage.Name, week, now, work.Cancel)) return Settlement.Skip(Superseded);

        var audience = await Audience.Of(work.Db, stage, now, work.Cancel);
        var planned = stage.Name switch
        {
            StageName.Dormancy => await dormancy.IsNews(work.Db, now, work.Cancel) ? await PlanOffice(work, stage, week, audience) : 0,
            StageName.NextYear => await PlanOffice(work, stage, week, audience),
            _ => await PlanWeek(work, stage, week, audience),
        };
        return planned > 0 ? Settlement.Done : Settlement.Skip("Tidak ada yang perlu diberi tahu.");
    }

    /// <summary>The sentence of a notice that is not sent because a newer one of the same week says more.</summary>
    internal const string Superseded = "Digantikan pengingat yang lebih baru pada pekan yang sama.";

    /// <summary>Holidays or a late start have brought Wednesday's reminder into the hour of Friday's.</summary>
    internal async Task<bool> IsSuperseded(NewsroomDb db, StageName stage, IsoWeek week, DateTimeOffset now, CancellationToken cancel)
    {
        if (stage != StageName.None) return false;
        var later = stages[StageName.Few];
        var newest = await db.Due.AsNoTracking().Where(row => row.Kind == later.Kind && row.DueAt <= now && row.State != DueState.Cancelled).OrderByDescending(row => row.DueAt).Take(5).ToListAsync(cancel);
        return newest.Exists(row => later.WeekOf(TimetableDesk.OccurrenceOf(row), table.Calendar.Office) == week);
    }

    private async Task<int> PlanWeek(DueWork work, Stage stage, IsoWeek week, Audience audience)
    {
        var standings = await table.Week(work.Db, week, work.Now, work.Cancel);
        var planned = 0;
        foreach (var standing in standings)
        {
            var concerns = Concerns(stage.Name, standing);
            // The rule begins next Monday: what would have been said is on record as not said.
            var tooEarly = standing.Obligation == Obligation.NotBegun && stage.Name != StageName.Recap;
            if (!concerns && !tooEarly) continue;
            foreach (var member in audience.OfSkpd(standing.Skpd.Code))
            {
                var notice = new Notice(week, stage.Name, standing.Skpd.Code, member.Id);
                await Plan(work, notice);
                if (tooEarly) await DueDesk.Skip(work.Db, notice.Key, "Aturan dua berita sepekan baru berlaku mulai Senin berikutnya.", work.Now, work.Cancel);
                else planned++;
            }
        }
        if (stage.Name == StageName.Recap || standings.Any(standing => Concerns(stage.Name, standing))) planned += await PlanOffice(work, stage, week, audience);
        return planned;
    }

    private static async Task<int> PlanOffice(DueWork work, Stage stage, IsoWeek week, Audience audience)
    {
        var planned = 0;
        foreach (var member in audience.OfOffice)
        {
            await Plan(work, new Notice(week, stage.Name, null, member.Id));
            planned++;
        }
        return planned;
    }

    private static Task<bool> Plan(DueWork work, Notice notice) => DueDesk.Plan(work.Db, notice.Key, Notice.Kind, notice.Subject, work.Row.DueAt, null, work.Now, work.Cancel);

    /// <summary>Whether this week of an SKPD is what the stage speaks of.</summary>
    internal static bool Concerns(StageName stage, WeekStanding standing) => stage switch
    {
        StageName.None => standing.Verdict == Verdict.Missed && standing.IsSilent,
        StageName.Few or StageName.Escalation => standing.Verdict == Verdict.Missed,
        StageName.Recap => standing.Obligation is Obligation.Due or Obligation.Excused,
        _ => false,
    };
}
