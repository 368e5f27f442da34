using System.Text.RegularExpressions;
using KominfoBot.PublicFeed.State;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>A filter together with what it is called.</summary>
/// <param name="Name">"Dinas Pendidikan, Kesehatan"; null for everything.</param>
internal sealed partial record FeedTopic(FeedFilter Filter, string? Name)
{
    /// <summary>Reads <c>skpd</c> and <c>kategori</c>; an empty value is as none. Codes are found in any case.</summary>
    /// <returns>The topic, or one sentence that says which code is not known.</returns>
    public static async ValueTask<(FeedTopic? Topic, string? Unknown)> Of(IQueryCollection query, Registry registry, PublishedNews news, CancellationToken cancel)
    {
        var skpd = Code(query["skpd"])?.ToUpperInvariant();
        var category = Code(query["kategori"])?.ToLowerInvariant();
        if (skpd is null && category is null) return (new(FeedFilter.Everything, null), null);
        if (skpd is not null && !Spelling().IsMatch(skpd)) return (null, UnknownSkpd(skpd));
        if (category is not null && !Spelling().IsMatch(category)) return (null, UnknownCategory(category));
        var (skpdName, categoryName) = (Known(registry.SkpdName, skpd), Known(registry.CategoryName, category));
        if ((skpd is not null && skpdName is null) || (category is not null && categoryName is null))
        {
            // Registered since the last change of the news?
            registry = await Registry.Read(news, cancel);
            (skpdName, categoryName) = (Known(registry.SkpdName, skpd), Known(registry.CategoryName, category));
        }
        // An agency that was dissolved keeps its news.
        if (skpd is not null && skpdName is null) skpdName = (await Newest(new(SkpdCode: skpd)))?.SkpdName;
        if (skpd is not null && skpdName is null) return (null, UnknownSkpd(skpd));
        if (category is not null && categoryName is null) categoryName = (await Newest(new(CategoryCode: category)))?.CategoryName;
        if (category is not null && categoryName is null) return (null, UnknownCategory(category));
        return (new(new(skpd, category), string.Join(", ", new[] { skpdName, categoryName }.OfType<string>().Select(Text.CleanText.Line))), null);

        Task<PublishedItem?> Newest(PublishedFilter filter) => news.Newest(filter, cancel);
    }

    private static string? Code(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string? Known(Func<string, string?> find, string? code) => code is null ? null : find(code);

    private static string UnknownSkpd(string code) => $"SKPD dengan kode \"{Shown(code)}\" tidak dikenal. Daftar kode ada di /api/skpd.";

    private static string UnknownCategory(string code) => $"Kategori \"{Shown(code)}\" tidak dikenal. Daftar kode ada di /api/skpd.";

    private static string Shown(string code) => Text.CleanText.Line(code.Length > 40 ? code[..40] + "…" : code);

    /// <summary>How codes are spelt; anything else is not worth a question to the store (which may not even be able to take it: PostgreSQL knows no U+0000).</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Spelling();
}
