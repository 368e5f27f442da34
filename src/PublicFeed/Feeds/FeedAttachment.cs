using System.Globalization;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.Feeds;

/// <summary>The PDF of an announcement as feeds and pages show it.</summary>
/// <param name="Bytes">Exact size.</param>
internal sealed record FeedAttachment(string Url, string Name, long Bytes, int Pages)
{
    public const string Type = "application/pdf";

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static FeedAttachment Of(FeedSite site, PublishedAttachment file)
        => new(site.Address.Document(file.Hash), CleanText.Line(file.Name) is { Length: > 0 } name ? name : "lampiran.pdf", file.Bytes, file.Pages);

    /// <summary>A link with what a reader wants to know before it is opened.</summary>
    public Html Link => Html.Of($"<a href=\"{Url}\" type=\"{Type}\">{Name}</a> (PDF, {Pages} halaman, {Size})");

    private string Size => Bytes < 1024 * 1024 ? $"{Math.Max(1, Bytes / 1024).ToString(Indonesian)} KB" : $"{(Bytes / 1048576.0).ToString("0.0", Indonesian)} MB";
}
