using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Search;

/// <summary>
/// Keeps the table of sent texts in step with the revisions, in the transaction that brings each: whatever can be read can be found. The stores index its text
/// by themselves (FTS5 by triggers, a generated tsvector): see <see cref="SearchTables"/>.
/// </summary>
public static class SearchIndex
{
    /// <summary>UTF-16 units of one text that are searched; PostgreSQL takes at most a mebibyte of different words.</summary>
    private const int Longest = 200_000;

    /// <summary>Indexes the revisions that this save adds; false when it adds none.</summary>
    internal static async Task<bool> Keep(NewsroomDb db, CancellationToken cancel)
    {
        var added = db.ChangeTracker.Entries<Revision>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).OrderBy(revision => revision.Ordinal).ToList();
        foreach (var revision in added) await Keep(db, revision, cancel);
        return added.Count > 0;
    }

    /// <summary>Indexes what an older program sent.</summary>
    public static async Task CatchUp(NewsroomStore store, CancellationToken cancel)
    {
        var missing = await store.Read(db => Missing(db).ToListAsync(cancel), cancel);
        if (missing.Count == 0) return;
        await store.Write(async db =>
        {
            foreach (var editionId in await Missing(db).ToListAsync(cancel))
                await Keep(db, await db.Revisions.Where(revision => revision.EditionId == editionId).OrderByDescending(revision => revision.Ordinal).FirstAsync(cancel), cancel);
        }, cancel);
    }

    private static IQueryable<long> Missing(NewsroomDb db)
        => db.Editions.Where(edition => edition.CurrentHash != null && !db.Search.Any(row => row.EditionId == edition.Id)).Select(edition => edition.Id);

    private static async Task Keep(NewsroomDb db, Revision revision, CancellationToken cancel)
    {
        var edition = await db.Editions.FindAsync([revision.EditionId], cancel) ?? throw new InvalidOperationException($"Revisi untuk edisi {revision.EditionId}, yang tidak ada.");
        var item = await db.Items.FindAsync([edition.ItemId], cancel) ?? throw new InvalidOperationException($"Edisi {edition.Id} tanpa berita.");
        var skpd = await db.Skpds.FindAsync([item.SkpdCode], cancel);
        var content = revision.Content;
        var text = SearchText.Fold(PlainText.Clean($"{item.Number} {skpd?.ShortName} {skpd?.Name} {content.Title} {content.Occasion?.Place} {string.Join(' ', content.Photos.Select(photo => photo.Caption))} {content.Attachment?.Name} {content.Body.Text}"));
        text = Searchable(text);

        if (await db.Search.FindAsync([edition.Id], cancel) is { } row) (row.CategoryCode, row.Text) = (content.CategoryCode, text);
        else db.Search.Add(new SearchRow { EditionId = edition.Id, ItemId = item.Id, SkpdCode = item.SkpdCode, CategoryCode = content.CategoryCode, Text = text });
    }

    /// <summary>The text as far as it is searched, its words cut to what can be asked for.</summary>
    private static string Searchable(string text)
    {
        if (text.Length > Longest) text = text[..Math.Max(0, text.LastIndexOf(' ', Longest))];
        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SearchText.Cut));
    }
}
