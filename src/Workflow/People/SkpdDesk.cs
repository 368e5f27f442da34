using System.Collections.Immutable;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.People;

/// <summary>What a table says about one SKPD: the columns that it has, tidied and checked.</summary>
public sealed record SkpdEntry(string Code, ImmutableArray<(SkpdField Field, string? Value)> Values);

/// <summary>What would change: for an SKPD that is not there yet, everything that it is to be.</summary>
public sealed record SkpdChange(string Code, bool IsNew, ImmutableArray<(SkpdField Field, string? Before, string? After)> Fields);

/// <summary>The register of agencies (SOP rows A5, A8), kept by AdminPortal. An SKPD is never deleted: its items stay.</summary>
public static class SkpdDesk
{
    /// <summary>What entries would change, in their order; what agrees already is left out.</summary>
    public static async Task<IReadOnlyList<SkpdChange>> Compare(NewsroomDb db, IEnumerable<SkpdEntry> entries, CancellationToken cancel)
    {
        var known = await db.Skpds.ToDictionaryAsync(skpd => skpd.Code, cancel);
        List<SkpdChange> changes = [];
        foreach (var entry in entries)
        {
            var skpd = known.GetValueOrDefault(entry.Code);
            var fields = entry.Values.Select(value => (value.Field, Before: skpd is null ? null : value.Field.Get(skpd), After: value.Value)).Where(value => value.Before != value.After).ToImmutableArray();
            if (skpd is null || !fields.IsEmpty) changes.Add(new SkpdChange(entry.Code, skpd is null, fields));
        }
        return changes;
    }

    /// <summary>Makes the register what the entries say, all of it or (when the actor may not) nothing.</summary>
    /// <param name="by">AdminPortal; null: whoever has the machine.</param>
    /// <returns>What has changed; null when the actor may not.</returns>
    public static async Task<IReadOnlyList<SkpdChange>?> Apply(NewsroomDb db, IReadOnlyCollection<SkpdEntry> entries, Actor? by, DateTimeOffset now, CancellationToken cancel)
    {
        if (by is not null && !by.Holds(Role.AdminPortal)) return null;
        var changes = await Compare(db, entries, cancel);
        foreach (var change in changes)
        {
            var skpd = await db.Skpds.FirstOrDefaultAsync(each => each.Code == change.Code, cancel);
            if (skpd is null) db.Skpds.Add(skpd = new Skpd { Code = change.Code, Name = change.Code, ShortName = change.Code });
            var wasActive = skpd.Active;
            foreach (var (field, _, after) in change.Fields) field.Set(skpd, after);
            if (skpd.Active != wasActive) skpd.ClosedAt = skpd.Active ? null : now;
            var detail = string.Join("; ", change.Fields.Select(field => $"{field.Field.Column}: {field.Before ?? "-"} -> {field.After ?? "-"}"));
            await AuditChain.Append(db, new AuditEntry(0, now, change.IsNew ? "AddSkpd" : "ChangeSkpd", by?.MemberId, by?.Name, by is null ? null : nameof(Role.AdminPortal), Detail: $"{change.Code}: {detail}"), now, cancel);
        }
        return changes;
    }

    /// <summary>Active agencies without an active admin, and how far the asking has come (SOP row A6).</summary>
    public static async Task<IReadOnlyList<SkpdWithoutAdmin>> WithoutAdmin(NewsroomDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var skpds = await db.Skpds.AsNoTracking().Where(skpd => skpd.Active).OrderBy(skpd => skpd.ShortName).ThenBy(skpd => skpd.Code).ToListAsync(cancel);
        var held = (await db.Appointments.AsNoTracking().Where(each => each.Role == Role.AdminSkpd).ToListAsync(cancel)).ToLookup(each => each.SkpdCode);
        var invited = (await db.Invitations.AsNoTracking().Where(each => each.Role == Role.AdminSkpd).ToListAsync(cancel)).ToLookup(each => each.SkpdCode);
        return
        [
            .. skpds.Where(skpd => !held[skpd.Code].Any(each => each.HoldsAt(now))).Select(skpd => new SkpdWithoutAdmin(
                skpd,
                held[skpd.Code].Any(),
                invited[skpd.Code].Where(each => each.UsedAt is null && each.RevokedAt is null).OrderByDescending(each => each.CreatedAt).FirstOrDefault())),
        ];
    }
}

/// <param name="HadOne">An earlier admin's role has ended.</param>
/// <param name="Invitation">The last one that nobody has used; it may have expired.</param>
public sealed record SkpdWithoutAdmin(Skpd Skpd, bool HadOne, Invitation? Invitation);
