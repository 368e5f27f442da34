using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.News;

/// <summary>
/// What the store knows of texts and photos like these: an exact copy, a near copy of the last weeks, a photo that was used before. Found by indexes; never
/// grows with the archive. Drafts, and texts that were withdrawn, rejected or retracted, do not count; other editions of the same item neither.
/// </summary>
internal static class Likeness
{
    /// <summary>Candidates that are compared word by word.</summary>
    private const int Compared = 5;

    private const int ForgottenAtOnce = 100;

    /// <summary>States that lead to no other; a rejected text may be reopened, a returned one sent again as it is.</summary>
    private static readonly EditionState[] over = [EditionState.Superseded, EditionState.Withdrawn, EditionState.Retracted, EditionState.Discarded];

    private static readonly EditionState[] standing = [EditionState.AwaitingHead, EditionState.InReview, EditionState.Endorsed, EditionState.Scheduled, EditionState.PublishFailed, EditionState.Published];

    /// <summary>Files a newly frozen text in place of the edition's last one.</summary>
    public static async Task Remember(NewsroomDb db, Edition edition, Content content, DateTimeOffset now, CancellationToken cancel)
    {
        await db.TextPrints.Where(row => row.EditionId == edition.Id).ExecuteDeleteAsync(cancel);
        await db.PhotoUses.Where(row => row.EditionId == edition.Id).ExecuteDeleteAsync(cancel);
        db.TextPrints.AddRange(Shingles.Keys(Shingles.Of(content)).Distinct().Select(key => new TextPrintRow { Key = key, EditionId = edition.Id, At = now }));
        db.PhotoUses.AddRange(content.Photos.Select(photo => photo.Hash).Distinct().Select(hash => new PhotoUseRow { Hash = hash, EditionId = edition.Id }));
    }

    /// <summary>
    /// Forgets some of what is never compared again: prints of editions that will not stand once more, and of texts so old that also one which lay in review as
    /// long as texts are compared over finds none of them.
    /// </summary>
    /// <returns>Whether there may be more.</returns>
    public static async Task<bool> Forget(NewsroomDb db, TextRules rules, DateTimeOffset now, CancellationToken cancel)
    {
        var limit = now - TimeSpan.FromDays(2.0 * rules.SimilarDays);
        var texts = await db.TextPrints.Where(row => row.At < limit || db.Editions.Any(edition => edition.Id == row.EditionId && over.Contains(edition.State)))
            .Select(row => row.EditionId).Distinct().Order().Take(ForgottenAtOnce).ToListAsync(cancel);
        var photos = await db.PhotoUses.Where(row => db.Editions.Any(edition => edition.Id == row.EditionId && over.Contains(edition.State)))
            .Select(row => row.EditionId).Distinct().Order().Take(ForgottenAtOnce).ToListAsync(cancel);
        await db.TextPrints.Where(row => texts.Contains(row.EditionId)).ExecuteDeleteAsync(cancel);
        await db.PhotoUses.Where(row => photos.Contains(row.EditionId)).ExecuteDeleteAsync(cancel);
        return texts.Count == ForgottenAtOnce || photos.Count == ForgottenAtOnce;
    }

    /// <summary>The number of an item with the very same words; null when there is none.</summary>
    public static Task<string?> DuplicateOf(NewsroomDb db, Edition edition, Content content, CancellationToken cancel)
    {
        var hash = TextHash.Of(content);
        return db.Editions
            .Where(other => other.ItemId != edition.ItemId && standing.Contains(other.State) && other.TextHash == hash)
            .Select(other => other.Item!.Number)
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>The item that has most in common with this text, when it is as much as the rules say, and not older than they say.</summary>
    public static async Task<SimilarText?> SimilarTo(NewsroomDb db, Edition edition, Content content, TextRules rules, CancellationToken cancel)
    {
        var runs = Shingles.Of(content);
        var keys = Shingles.Keys(runs);
        if (keys.Count == 0) return null;
        var since = (edition.Item!.FirstSubmittedAt ?? edition.Item.CreatedAt) - TimeSpan.FromDays(rules.SimilarDays);
        var candidates = await db.TextPrints.Where(row => keys.Contains(row.Key) && row.At >= since)
            .GroupBy(row => row.EditionId).Select(group => new { EditionId = group.Key, Common = group.Count() })
            .Join(db.Editions.Where(other => other.ItemId != edition.ItemId && standing.Contains(other.State)), found => found.EditionId, other => other.Id, (found, other) => new { found.Common, other.Id, other.CurrentHash, other.Item!.Number })
            .OrderByDescending(found => found.Common).ThenBy(found => found.Id).Take(Compared).ToListAsync(cancel);
        SimilarText? closest = null;
        foreach (var candidate in candidates)
        {
            var revision = await db.Revisions.AsNoTracking().FirstAsync(row => row.EditionId == candidate.Id && row.Hash == candidate.CurrentHash, cancel);
            var percent = Shingles.Percent(runs, Shingles.Of(revision.Content));
            if (percent >= rules.SimilarPercent && percent > (closest?.Percent ?? 0)) closest = new SimilarText(candidate.Number!, percent);
        }
        return closest;
    }

    /// <summary>The photos as the checks see them, in their order.</summary>
    public static async Task<IReadOnlyList<PhotoFacts>> PhotosOf(NewsroomDb db, Edition edition, Content content, CancellationToken cancel)
    {
        var hashes = content.Photos.Select(photo => photo.Hash).ToList();
        var rows = await db.Photos.AsNoTracking().Where(photo => hashes.Contains(photo.Hash)).ToDictionaryAsync(photo => photo.Hash, cancel);
        var names = edition.Draft.Photos.GroupBy(photo => photo.Hash).ToDictionary(photos => photos.Key, photos => photos.First().Name);
        var facts = new List<PhotoFacts>();
        foreach (var hash in hashes.Where(rows.ContainsKey))
            facts.Add(new PhotoFacts(hash, rows[hash].Width, rows[hash].Height, names.GetValueOrDefault(hash), await UsedIn(db, edition, rows[hash], cancel)));
        return facts;
    }

    private static async Task<string?> UsedIn(NewsroomDb db, Edition edition, PhotoRow photo, CancellationToken cancel)
    {
        List<string> alike = [photo.Hash];
        if (photo.Print is { } print)
        {
            var keys = PhotoPrint.Keys(print);
            var near = await db.PhotoPrints.Where(row => keys.Contains(row.Key)).Join(db.Photos, row => row.Hash, other => other.Hash, (_, other) => new { other.Hash, other.Print }).Distinct().ToListAsync(cancel);
            alike.AddRange(near.Where(other => other.Hash != photo.Hash && other.Print is { } seen && PhotoPrint.Distance(print, seen) <= PhotoPrint.SameWithin).Select(other => other.Hash));
        }
        return await db.PhotoUses.Where(use => alike.Contains(use.Hash))
            .Join(db.Editions.Where(other => other.ItemId != edition.ItemId && standing.Contains(other.State)), use => use.EditionId, other => other.Id, (_, other) => other)
            .OrderBy(other => other.Id).Select(other => other.Item!.Number).FirstOrDefaultAsync(cancel);
    }
}
