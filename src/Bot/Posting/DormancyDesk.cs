using System.Collections.Immutable;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Posting;

/// <summary>Who has sent nothing for long: SKPDs that owe items, and admins whose colleagues do the writing.</summary>
public sealed record Dormant(ImmutableArray<string> Skpds, ImmutableArray<string> Admins)
{
    public bool IsNobody => Skpds.IsEmpty && Admins.IsEmpty;
}

/// <summary>Finds them by what was sent since then, not by what was ever sent.</summary>
public sealed class DormancyDesk(PostingTable table, PostingOptions options)
{
    private const string Told = "posting-dormant";

    public int Weeks => options.DormantAfterWeeks;

    /// <summary>Whether somebody has become silent since this was last asked; remembers the answer in the same transaction.</summary>
    public async Task<bool> IsNews(NewsroomDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await Find(db, now, cancel);
        List<string> names = [.. found.Skpds.Select(skpd => $"skpd {skpd}"), .. found.Admins.Select(admin => $"admin {admin}")];
        var told = await db.Facts.FindAsync([Told], cancel);
        var before = told?.Value.Split('\n') ?? [];
        var text = string.Join('\n', names);
        if (told is null) db.Facts.Add(new FactRow { Name = Told, Value = text });
        else if (told.Value != text) told.Value = text;
        return names.Except(before).Any();
    }

    public async Task<Dormant> Find(NewsroomDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var last = table.WeekAt(now).Previous;
        var since = PostingRule.Span(last.Plus(1 - Weeks), table.Calendar.Office).Begins;
        var sent = await db.Editions.AsNoTracking().Where(edition => edition.Item!.FirstSubmittedAt >= since && edition.Ordinal == 1).Select(edition => new { edition.Item!.SkpdCode, edition.AuthorId, edition.SubmittedById }).ToListAsync(cancel);
        var (skpds, people) = (sent.Select(row => row.SkpdCode).ToHashSet(), sent.SelectMany(row => (long?[])[row.AuthorId, row.SubmittedById]).OfType<long>().ToHashSet());
        var owing = (await table.Week(db, last, now, cancel)).Where(standing => standing.Obligation is Obligation.Due or Obligation.Excused).ToList();
        var silent = owing.Where(standing => !skpds.Contains(standing.Skpd.Code) && standing.Skpd.Admins.Any(admin => admin.From < since)).Select(standing => standing.Skpd.ShortName);

        // Where the whole SKPD is silent, it is named, not its people.
        var active = owing.Where(standing => skpds.Contains(standing.Skpd.Code)).ToDictionary(standing => standing.Skpd.Code, standing => standing.Skpd.ShortName);
        var admins = (await PeopleDesk.Holders(db, Role.AdminSkpd, null, now, cancel))
            .Where(member => !people.Contains(member.Id))
            .SelectMany(member => member.Appointments.Where(held => held.Role == Role.AdminSkpd && held.HoldsAt(now) && held.From < since && active.ContainsKey(held.SkpdCode ?? "")), (member, held) => $"{member.DisplayName} ({active[held.SkpdCode!]})");
        return new Dormant([.. silent], [.. admins.Order(StringComparer.OrdinalIgnoreCase)]);
    }
}
