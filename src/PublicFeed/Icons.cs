using KominfoBot.PublicFeed.Documents;

namespace KominfoBot.PublicFeed;

/// <summary>The feed's own pictures, embedded.</summary>
internal sealed record Icons(string Path, string Type, string Resource)
{
    public static Icons Favicon { get; } = new("/favicon.ico", "image/x-icon", "favicon.ico");
    public static Icons Vector { get; } = new("/ikon.svg", "image/svg+xml", "ikon.svg");
    public static Icons Small { get; } = new("/ikon-64.png", "image/png", "ikon-64.png");
    public static Icons Rss { get; } = new("/ikon-144.png", "image/png", "ikon-144.png");
    public static Icons Large { get; } = new("/ikon-512.png", "image/png", "ikon-512.png");
    public static Icons Logo { get; } = new("/logo.png", "image/png", "logo.png");

    public static IReadOnlyList<Icons> All { get; } = [Favicon, Vector, Small, Rss, Large, Logo];

    public Document Document() => new(Assets.Bytes(Resource), Type, "public, max-age=86400");
}
