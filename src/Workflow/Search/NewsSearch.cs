using System.Collections.Immutable;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Search;

/// <summary>What somebody may find: everything that was sent, or what belongs to these SKPDs.</summary>
public sealed record SearchScope(bool Everything, ImmutableArray<string> Skpds)
{
    public bool IsNothing => !Everything && Skpds.IsEmpty;

    public bool Covers(string skpdCode) => Everything || Skpds.Contains(skpdCode);

    /// <summary>Reviewers and Koordinator see all that was sent; an SKPD its own.</summary>
    public static SearchScope Of(Actor actor) => new(
        actor.Reviews || actor.Holds(Role.Koordinator),
        [.. actor.Roles.Where(held => held.Role is Role.AdminSkpd or Role.KepalaSkpd && held.SkpdCode is not null).Select(held => held.SkpdCode!).Distinct()]);
}

/// <summary>What is looked for; null and empty mean any.</summary>
/// <param name="Text">Words that number, agency, title, body, captions or the name of the PDF have, all of them, in any order and case; the beginning of a word will do.</param>
/// <param name="From">Sent first on that day or later, by the office's calendar.</param>
/// <param name="Until">Sent first on that day or earlier.</param>
public sealed record SearchQuery(string Text = "", string? SkpdCode = null, string? CategoryCode = null, ImmutableArray<EditionState> States = default, DateOnly? From = null, DateOnly? Until = null)
{
    public bool IsEmpty => SearchText.Words(Text).Count == 0 && SkpdCode is null && CategoryCode is null && States.IsDefaultOrEmpty && From is null && Until is null;
}

/// <summary>One item that was found, by the newest of its editions that fits.</summary>
public sealed record FoundItem(long EditionId, string Number, string Title, string SkpdCode, EditionState State, DateTimeOffset FirstSubmittedAt);

/// <summary>One page of what was found.</summary>
/// <param name="Number">0 for the first.</param>
public sealed record FoundPage(IReadOnlyList<FoundItem> Items, int Total, int Number, int Pages);

/// <summary>Finds sent texts by words and by what is known of them, the newest first. Drafts are never found.</summary>
public static class NewsSearch
{
    public const int PageSize = 10;

    /// <param name="page">Beyond the last page the last one is meant.</param>
    public static async Task<FoundPage> Find(NewsroomDb db, SearchScope scope, SearchQuery query, OfficeTime office, int page, CancellationToken cancel)
    {
        if (scope.IsNothing) return new([], 0, 0, 0);
        var found = Matching(db, scope, query, office).GroupBy(each => each.ItemId).Select(same => same.Max(each => each.Id));
        var total = await found.CountAsync(cancel);
        var pages = (total + PageSize - 1) / PageSize;
        page = Math.Clamp(page, 0, Math.Max(0, pages - 1));
        var editions = await db.Editions.AsNoTracking().Include(edition => edition.Item).Include(edition => edition.Revisions).AsSplitQuery()
            .Where(edition => found.Contains(edition.Id))
            .OrderByDescending(edition => edition.Item!.FirstSubmittedAt).ThenByDescending(edition => edition.Id)
            .Skip(page * PageSize).Take(PageSize).ToListAsync(cancel);
        return new([.. editions.Select(Shown)], total, page, pages);
    }

    private static IQueryable<Edition> Matching(NewsroomDb db, SearchScope scope, SearchQuery query, OfficeTime office)
    {
        var words = SearchText.Words(query.Text);
        var rows = words.Count == 0 ? db.Search : db.Found(words);
        if (!scope.Everything)
        {
            var own = scope.Skpds.ToList();
            rows = rows.Where(row => own.Contains(row.SkpdCode));
        }
        if (query.SkpdCode is { } skpd) rows = rows.Where(row => row.SkpdCode == skpd);
        if (query.CategoryCode is { } category) rows = rows.Where(row => row.CategoryCode == category);
        var editions = db.Editions.Where(edition => rows.Any(row => row.EditionId == edition.Id) && edition.State != EditionState.Draft && edition.State != EditionState.Discarded);
        if (!query.States.IsDefaultOrEmpty)
        {
            var states = query.States.ToList();
            editions = editions.Where(edition => states.Contains(edition.State));
        }
        if (query.From is { } first)
        {
            var from = office.At(first, TimeOnly.MinValue);
            editions = editions.Where(edition => edition.Item!.FirstSubmittedAt >= from);
        }
        if (query.Until is { } last)
        {
            var until = office.At(last.AddDays(1), TimeOnly.MinValue);
            editions = editions.Where(edition => edition.Item!.FirstSubmittedAt < until);
        }
        return editions;
    }

    private static FoundItem Shown(Edition edition)
        => new(edition.Id, edition.Item!.Number!, NewsDesk.CurrentContent(edition).Title, edition.Item.SkpdCode, edition.State, edition.Item.FirstSubmittedAt!.Value);
}
