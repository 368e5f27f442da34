using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.State;

/// <summary>The agencies and categories, as last read.</summary>
internal sealed record Registry(IReadOnlyList<PublishedSkpd> Skpds, IReadOnlyList<PublishedCategory> Categories)
{
    public static async Task<Registry> Read(PublishedNews news, CancellationToken cancel) => new(await news.Skpds(cancel), await news.Categories(cancel));

    public string? SkpdName(string code) => Skpds.FirstOrDefault(skpd => skpd.Code == code)?.Name;

    public string? CategoryName(string code) => Categories.FirstOrDefault(category => category.Code == code)?.Name;
}
