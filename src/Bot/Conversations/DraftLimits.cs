using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Teks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KominfoBot.Bot.Conversations;

/// <summary>How many drafts a person and an SKPD may begin in an hour (settings <c>Limits:*</c>): far above an office's day, below a flood.</summary>
public sealed class DraftLimits(IOptions<LimitsOptions> limits)
{
    /// <summary>False after telling the member which limit is reached.</summary>
    public async Task<bool> Allow(Visit visit)
    {
        var hourAgo = visit.Now - TimeSpan.FromHours(1);
        var (person, skpd) = (limits.Value.DraftsPerHourPerPerson, limits.Value.DraftsPerHourPerSkpd);
        var skpds = visit.Actor.Skpds.ToList();
        // From the items of this hour: of the editions of years a person has many.
        if (await visit.Db.Items.CountAsync(item => item.CreatedAt > hourAgo && item.Editions.Any(edition => edition.AuthorId == visit.Member.Id), visit.Cancel) >= person)
            visit.Say(ObrolanTeks.TerlaluBanyakDraf(person, "Anda"));
        else if (await visit.Db.Items.CountAsync(item => skpds.Contains(item.SkpdCode) && item.CreatedAt > hourAgo, visit.Cancel) >= skpd)
            visit.Say(ObrolanTeks.TerlaluBanyakDraf(skpd, "SKPD Anda"));
        else
            return true;
        return false;
    }
}
