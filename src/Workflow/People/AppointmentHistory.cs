using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.People;

/// <summary>One role that somebody held, holds or will hold, as the archive tells it (SOP row A9).</summary>
/// <param name="Office">"AdminSkpd", "Kabid", "Plh. Kepala Dinas".</param>
/// <param name="AppointedBy">Null: whoever had the machine.</param>
/// <param name="Until">When it ends, or was to end, by itself.</param>
/// <param name="EndedAt">When it was revoked or ended early.</param>
public sealed record AppointmentRecord(
    long MemberId, string Name, string? Nip, string Office, string? SkpdCode, string? LetterNumber, DateOnly? LetterDate, string? AppointedBy,
    DateTimeOffset From, DateTimeOffset? Until, DateTimeOffset? EndedAt, string? EndedBy, DateOnly? TrainedOn);

/// <summary>The archive of appointments and delegations, whole and in the order in which they began.</summary>
public static class AppointmentHistory
{
    public static async Task<IReadOnlyList<AppointmentRecord>> Read(NewsroomDb db, CancellationToken cancel)
    {
        var people = await PeopleDesk.Whole(db).AsNoTracking().ToDictionaryAsync(member => member.Id, cancel);
        var appointments = people.Values.SelectMany(member => member.Appointments.Select(held => new AppointmentRecord(
            member.Id, member.DisplayName, member.Nip, held.Role.ToString(), held.SkpdCode, held.LetterNumber, held.LetterDate, NameOf(held.AppointedById),
            held.From, held.Until, held.RevokedAt, NameOf(held.RevokedById), member.TrainedOn)));
        var delegations = people.Values.SelectMany(member => member.Delegations.Select(acting => new AppointmentRecord(
            member.Id, member.DisplayName, member.Nip, acting.Capacity, null, acting.LetterNumber, null, NameOf(acting.GivenById),
            acting.From, acting.Until, acting.EndedAt, NameOf(acting.EndedById), member.TrainedOn)));
        return [.. appointments.Concat(delegations).OrderBy(each => each.From).ThenBy(each => each.MemberId).ThenBy(each => each.Office, StringComparer.Ordinal)];

        string? NameOf(long? id) => id is { } known && people.TryGetValue(known, out var member) ? member.DisplayName : null;
    }
}
