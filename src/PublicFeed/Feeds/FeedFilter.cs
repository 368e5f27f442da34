using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>Which part of the news a feed holds.</summary>
/// <param name="Skpd">Code of an agency, upper case.</param>
/// <param name="Category">Code of a category, lower case.</param>
internal sealed record FeedFilter(string? Skpd = null, string? Category = null)
{
    public static FeedFilter Everything { get; } = new();

    public PublishedFilter Published => new(Skpd, Category);

    /// <summary>The query part of an address, one spelling only: skpd, kategori, page.</summary>
    public string Query(int page)
    {
        var parts = new List<string>(3);
        if (Skpd is not null) parts.Add("skpd=" + Uri.EscapeDataString(Skpd));
        if (Category is not null) parts.Add("kategori=" + Uri.EscapeDataString(Category));
        if (page > 1) parts.Add(FormattableString.Invariant($"page={page}"));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
