using System.Collections.Immutable;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>An item as every format says it: one projection, so that the formats cannot differ. All texts are clean.</summary>
/// <param name="Content">The whole text with photos and corrections, links absolute.</param>
/// <param name="Photos">Lead photo first.</param>
/// <param name="Published">Whole seconds, UTC.</param>
/// <param name="Modified">Whole seconds, UTC; never before <paramref name="Published"/>.</param>
internal sealed record FeedEntry(
    string Id,
    string Number,
    string Url,
    string Title,
    string Summary,
    Html Content,
    string PlainText,
    ImmutableArray<FeedPhoto> Photos,
    DateTimeOffset Published,
    DateTimeOffset Modified,
    string Author,
    string AuthorUrl,
    string Category,
    string SkpdCode,
    int Edition,
    PublicationStatus Status,
    ImmutableArray<PublishedCorrection> Corrections,
    FeedAttachment? Attachment = null)
{
    public FeedPhoto? Lead => Photos.Length > 0 ? Photos[0] : null;

    public static FeedEntry Of(FeedSite site, PublishedItem item)
    {
        var body = CleanText.Block(item.Body);
        var title = TitleOf(item);
        var photos = item.Photos.Select(photo => FeedPhoto.Of(site, photo, title)).OfType<FeedPhoto>().ToImmutableArray();
        var corrections = item.Corrections.Select(correction => correction with { Note = CleanText.Block(correction.Note).Trim() }).ToImmutableArray();
        var attachment = item.Attachment is { } file ? FeedAttachment.Of(site, file) : null;
        var published = Instants.WholeSecond(item.PublishedAt);
        var modified = Instants.WholeSecond(item.ModifiedAt);
        return new(
            IdOf(item),
            item.Number,
            site.Address.Item(item),
            title,
            Text.Summary.Of(body.Text),
            Html.Of($"{photos.Take(1).Select(photo => photo.Figure)}{StyledTextHtml.Render(body)}{photos.Skip(1).Select(photo => photo.Figure)}{(attachment is null ? Html.Empty : Html.Of($"<p>Lampiran: {attachment.Link}</p>"))}{corrections.Select(correction => Note(site, correction))}"),
            body.Text.Trim(),
            photos,
            published,
            modified < published ? published : modified,
            CleanText.Line(item.SkpdName),
            site.Address.List(new(item.SkpdCode)),
            CleanText.Line(item.CategoryName),
            item.SkpdCode,
            item.Edition,
            item.Status,
            corrections,
            attachment);
    }

    /// <summary>Minted once by the newsroom; the same string in every format.</summary>
    public static string IdOf(PublishedItem item) => $"urn:uuid:{item.Id:D}";

    /// <summary>A title that consists only of what may not be written is replaced by the item's number: feeds without titles confuse readers.</summary>
    public static string TitleOf(PublishedItem item) => CleanText.Line(item.Title) is { Length: > 0 } title ? title : item.Number;

    private static Html Note(FeedSite site, PublishedCorrection correction)
        => Html.Of($"<p><strong>Ralat ({site.Dates.Day(correction.At)}):</strong> {correction.Note}</p>");
}
