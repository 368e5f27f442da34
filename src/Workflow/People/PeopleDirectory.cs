using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.People;

/// <summary>Finding people and agencies by what somebody types. An office has some hundreds of either: they are looked through in memory, so that every store finds the same.</summary>
public static class PeopleDirectory
{
    /// <summary>People by name, NIP or SKPD code, in the order of their names.</summary>
    /// <param name="search">Words that must all be found; null: everybody.</param>
    public static async Task<IReadOnlyList<Member>> Find(NewsroomDb db, string? search, DateTimeOffset now, CancellationToken cancel)
    {
        var everybody = await PeopleDesk.Whole(db).ToListAsync(cancel);
        return
        [
            .. everybody.Where(member => Fits(search, [member.OfficialName, member.ChatName, member.Nip, .. member.Appointments.Where(held => held.HoldsAt(now)).SelectMany(held => (string?[])[held.SkpdCode, held.Role.ToString()])]))
                .OrderBy(member => member.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(member => member.Id),
        ];
    }

    /// <summary>Agencies by code, name or short name: the open ones first.</summary>
    public static async Task<IReadOnlyList<Skpd>> Skpds(NewsroomDb db, string? search, CancellationToken cancel)
        => [.. (await db.Skpds.ToListAsync(cancel)).Where(skpd => Fits(search, [skpd.Code, skpd.Name, skpd.ShortName])).OrderByDescending(skpd => skpd.Active).ThenBy(skpd => skpd.ShortName, StringComparer.OrdinalIgnoreCase).ThenBy(skpd => skpd.Code, StringComparer.Ordinal)];

    private static bool Fits(string? search, string?[] texts)
        => search is null || search.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => texts.Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));
}
