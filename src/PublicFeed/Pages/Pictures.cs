using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.Text;

namespace KominfoBot.PublicFeed.Pages;

/// <summary>Photos in pages: the browser picks the size that fits, and room is kept for it before it comes.</summary>
internal static class Pictures
{
    public static Html Figure(FeedSite site, FeedPhoto photo, bool first)
        => Html.Of($"<figure>{Picture(site, photo, "(max-width: 48rem) 100vw, 46rem", eager: first)}{photo.Figcaption}</figure>");

    public static Html Picture(FeedSite site, FeedPhoto photo, string sizes, bool eager)
    {
        var loading = eager ? Html.Of($" fetchpriority=\"high\"") : Html.Of($" loading=\"lazy\" decoding=\"async\"");
        var webp = Set(site, photo, "webp");
        var source = webp.Length == 0 ? Html.Empty : Html.Of($"<source type=\"image/webp\" srcset=\"{webp}\" sizes=\"{sizes}\">");
        var jpeg = Set(site, photo, "jpg");
        var set = jpeg.Length == 0 ? Html.Empty : Html.Of($" srcset=\"{jpeg}\" sizes=\"{sizes}\"");
        return Html.Of($"<picture>{source}<img src=\"{photo.Url}\"{set} alt=\"{photo.Alt}\" width=\"{photo.Width}\" height=\"{photo.Height}\"{loading}></picture>");
    }

    /// <summary>The crop for link previews in chats and social media, or the photo itself.</summary>
    public static (string Url, int Width, int Height, string Type) Card(FeedSite site, FeedPhoto photo)
        => photo.Variants.FirstOrDefault(variant => variant is { Name: "card", Format: "jpg" }) is { } card
            ? (site.Address.Media(photo.Hash, card), card.Width, card.Height, FeedPhoto.TypeOf(card.Format))
            : (photo.Url, photo.Width, photo.Height, photo.Type);

    private static string Set(FeedSite site, FeedPhoto photo, string format)
    {
        var fitting = photo.Variants.Where(variant => variant.Format == format && variant.Name != "card").OrderBy(variant => variant.Width).ToImmutableArray();
        return string.Join(", ", fitting.Select(variant => string.Create(CultureInfo.InvariantCulture, $"{site.Address.Media(photo.Hash, variant)} {variant.Width}w")));
    }
}
