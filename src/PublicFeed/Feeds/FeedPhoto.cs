using System.Collections.Immutable;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>A photo as feeds and pages show it.</summary>
/// <param name="Url">The largest JPEG: every importer takes it.</param>
/// <param name="Type">True to the bytes served.</param>
/// <param name="Bytes">Exact size.</param>
/// <param name="Alt">Never empty.</param>
/// <param name="Credit">Who took it.</param>
internal sealed record FeedPhoto(string Url, string Type, long Bytes, int Width, int Height, string Alt, string? Caption, string Hash, ImmutableArray<PhotoVariant> Variants, string? Credit = null)
{
    /// <summary>Null while no usable file of the photo exists.</summary>
    public static FeedPhoto? Of(FeedSite site, PublishedPhoto photo, string title)
    {
        var best = photo.Variants.Where(variant => variant.Name != "card")
            .OrderByDescending(variant => variant.Format == "jpg").ThenByDescending(variant => variant.Width).FirstOrDefault();
        if (best is null) return null;
        var caption = photo.Caption is null ? "" : CleanText.Line(photo.Caption);
        return new(site.Address.Media(photo.Hash, best), TypeOf(best.Format), best.Bytes, best.Width, best.Height,
            caption.Length > 0 ? caption : $"Foto berita: {title}", caption.Length > 0 ? caption : null, photo.Hash, photo.Variants, photo.Credit is null ? null : CleanText.Line(photo.Credit));
    }

    public static string TypeOf(string format) => format switch
    {
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Format foto tidak dikenal."),
    };

    /// <summary>For feeds: one plain <c>img</c>, which every importer finds.</summary>
    public Html Figure => Html.Of($"<figure><img src=\"{Url}\" alt=\"{Alt}\" width=\"{Width}\" height=\"{Height}\">{Figcaption}</figure>");

    public Html Figcaption => (Caption, Credit) switch
    {
        (null, null) => Html.Empty,
        (_, null) => Html.Of($"<figcaption>{Caption}</figcaption>"),
        (null, _) => Html.Of($"<figcaption>Foto: {Credit}</figcaption>"),
        _ => Html.Of($"<figcaption>{Caption} (Foto: {Credit})</figcaption>"),
    };
}
