using System.Collections.Immutable;
using KominfoBot.Bot.Office;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Papers;

/// <summary>An event with the proof of it.</summary>
/// <param name="Actor">The official name where it is known by now; a chat account's own name says that it is one.</param>
/// <param name="Hash">Of the event in the audit chain.</param>
/// <param name="IsIntact">The event's bytes still have that hash.</param>
public sealed record AuditLine(HistoryStep Step, string Actor, string Hash, bool IsIntact);

/// <summary>All that the audit sheet of an item says, of one state of the store.</summary>
/// <param name="Newest">The newest text that was sent.</param>
/// <param name="Head">The end of the audit chain when this was read: sequence and hash.</param>
/// <param name="Categories">Names by code.</param>
public sealed record AuditReport(
    string Number,
    string SkpdName,
    EditionState State,
    int Editions,
    DateTimeOffset? FirstSubmittedAt,
    DateTimeOffset? FirstPublishedAt,
    string? Link,
    Content Newest,
    ImmutableArray<AuditLine> Lines,
    (long Sequence, string Hash)? Head,
    IReadOnlyDictionary<string, string> Categories,
    Letterhead Letterhead,
    Signer Signer,
    DateTimeOffset At);

/// <summary>Reads what the audit sheet of an item says.</summary>
public sealed class AuditReports(OfficeOptions office, OfficeProfile profile)
{
    /// <summary>Null for an item that does not exist or was never sent.</summary>
    public async Task<AuditReport?> Read(NewsroomDb db, Guid itemId, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Items.AsNoTracking().Include(item => item.Editions.Where(edition => edition.CurrentHash != null && edition.State != EditionState.Draft)).FirstOrDefaultAsync(item => item.Id == itemId, cancel) is not { Number: { } number, Editions: { Count: > 0 } editions } item) return null;
        var newest = editions.MaxBy(edition => edition.Ordinal)!;
        var content = (await db.Revisions.AsNoTracking().Where(revision => revision.EditionId == newest.Id).OrderByDescending(revision => revision.Ordinal).FirstAsync(cancel)).Content;
        var events = await db.AuditEvents.AsNoTracking().Where(row => row.ItemId == itemId).ToDictionaryAsync(row => row.Sequence, cancel);
        var steps = await ItemHistory.Of(db, itemId, cancel);
        var people = steps.Select(step => step.Entry.ActorId).OfType<long>().Distinct().ToList();
        var names = await db.Members.AsNoTracking().Where(member => people.Contains(member.Id)).Select(member => new { member.Id, member.OfficialName }).ToDictionaryAsync(member => member.Id, member => member.OfficialName, cancel);
        var head = await db.AuditHeads.AsNoTracking().FirstOrDefaultAsync(cancel);
        var skpd = await db.Skpds.AsNoTracking().Where(skpd => skpd.Code == item.SkpdCode).Select(skpd => skpd.Name).FirstOrDefaultAsync(cancel);
        return new AuditReport(number, skpd ?? item.SkpdCode, newest.State, editions.Count, item.FirstSubmittedAt, item.FirstPublishedAt,
            item is { FirstPublishedAt: not null, Slug: { } slug } ? profile.LinkTo(number, slug) : null, content,
            [.. steps.Select(step => new AuditLine(step, NameOf(step.Entry, names), events[step.Entry.Sequence].Hash, AuditChain.IsIntact(events[step.Entry.Sequence])))],
            head is null ? null : (head.Sequence, head.Hash), await db.Categories.AsNoTracking().ToDictionaryAsync(category => category.Code, category => category.Name, cancel),
            await Letterhead.Of(db, office, profile.PublicBase, cancel), await Signer.Of(db, office, now, cancel), now);
    }

    private static string NameOf(AuditEntry entry, Dictionary<long, string?> names)
        => entry.ActorId is not { } id ? entry.ActorName ?? "" : names.GetValueOrDefault(id) ?? Teks.LembarAuditTeks.NamaAkun(entry.ActorName);
}
