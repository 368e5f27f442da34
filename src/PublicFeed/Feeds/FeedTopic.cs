using KominfoBot.PublicFeed.State;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>A filter together with what it is called.</summary>
/// <param name="Name">"Dinas Pendidikan, Kesehatan"; null for everything.</param>
internal sealed record FeedTopic(FeedFilter Filter, string? Name)
{
    /// <summary>Reads <c>skpd</c> and <c>kategori</c>; an empty value is as none. Codes are found in any case.</summary>
    /// <returns>The topic, or one sentence that says which code is not known.</returns>
    public static async ValueTask<(FeedTopic? Topic, string? Unknown)> Of(IQueryCollection query, Registry registry, PublishedNews news, CancellationToken cancel)
    {
        var skpd = Code(query["skpd"])?.ToUpperInvariant();
        var category = Code(query["kategori"])?.ToLowerInvariant();
        if (skpd is null && category is null) return (new(FeedFilter.Everything, null), null);
        var (skpdName, categoryName) = (Known(registry.SkpdName, skpd), Known(registry.CategoryName, category));
        if ((skpd is not null && skpdName is null) || (category is not null && categoryName is null))
        {
            // Registered since the last change of the news?
            registry = await Registry.Read(news, cancel);
            (skpdName, categoryName) = (Known(registry.SkpdName, skpd), Known(registry.CategoryName, category));
        }
        // An agency that was dissolved keeps its news.
        if (skpd is not null && skpdName is null) skpdName = (await Newest(new(SkpdCode: skpd)))?.SkpdName;
        if (skpd is not null && skpdName is null) return (null, $"SKPD dengan kode \"{Shown(skpd)}\" tidak dikenal. Daftar kode ada di /api/skpd.");
        if (category is not null && categoryName is null) categoryName = (await Newest(new(CategoryCode: category)))?.CategoryName;
        if (category is not null && categoryName is null) return (null, $"Kategori \"{Shown(category)}\" tidak dikenal.");
        return (new(new(skpd, category), string.Join(", ", new[] { skpdName, categoryName }.OfType<string>().Select(Text.CleanText.Line))), null);

        Task<PublishedItem?> Newest(PublishedFilter filter) => news.Newest(filter, cancel);
    }

    private static string? Code(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string? Known(Func<string, string?> find, string? code) => code is null ? null : find(code);

    private static string Shown(string code) => Text.CleanText.Line(code.Length > 40 ? code[..40] + "…" : code);
}
