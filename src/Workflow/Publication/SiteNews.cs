using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Publication;

/// <summary>An item of an agency's own site as the public sees it.</summary>
public sealed record SiteNewsItem(long Id, string SkpdCode, string SkpdName, string FeedUrl, string Url, string Title, string? Summary, DateTimeOffset PublishedAt, DateTimeOffset SeenAt);

/// <summary>What the public may read of the agencies' own sites: what is not hidden, of agencies that are active.</summary>
public sealed class SiteNews(NewsroomStore store)
{
    /// <summary>The newest first.</summary>
    public Task<List<SiteNewsItem>> Newest(int count, CancellationToken cancel)
        => store.Read(db => db.SiteItems.Where(item => !item.Hidden)
            .Join(db.Skpds.Where(skpd => skpd.Active && skpd.FeedUrl != null), item => item.SkpdCode, skpd => skpd.Code, (item, skpd) => new { item, skpd })
            .OrderByDescending(both => both.item.PublishedAt).ThenByDescending(both => both.item.Id).Take(count)
            .Select(both => new SiteNewsItem(both.item.Id, both.item.SkpdCode, both.skpd.Name, both.skpd.FeedUrl!, both.item.Url, both.item.Title, both.item.Summary, both.item.PublishedAt, both.item.SeenAt))
            .ToListAsync(cancel), cancel);
}
