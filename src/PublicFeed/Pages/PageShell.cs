using System.Security.Cryptography;
using System.Text;
using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.Text;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Pages;

/// <summary>
/// What every page has around its content. No script runs, nothing comes from elsewhere, and the style is inline under its hash, so the first answer is all
/// that a browser needs to draw the text.
/// </summary>
internal sealed class PageShell
{
    private readonly FeedSite site;
    private readonly Html style;
    private readonly string policy;

    public PageShell(FeedSite site)
    {
        this.site = site;
        var css = Assets.Text("berita.css").Trim();
        style = new($"<style>{css}</style>");
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)));
        policy = $"default-src 'none'; img-src 'self' {site.Address.Origin}; style-src 'sha256-{hash}'; form-action 'self' {site.Address.Origin}; base-uri 'none'";
    }

    /// <param name="title">Of the window; the site's name is added.</param>
    /// <param name="head">Further elements of the head.</param>
    /// <param name="feeds">The feeds that this page belongs to.</param>
    public Document Page(string title, string description, string canonical, Html head, Html main, FeedTopic feeds, bool wide = false, int status = StatusCodes.Status200OK, DateTimeOffset? modified = null)
    {
        var page = Html.Of($"""
            <!DOCTYPE html>
            <html lang="{site.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{(title == site.Title ? title : $"{title} – {site.Title}")}</title>
            <meta name="description" content="{description}">
            <link rel="canonical" href="{canonical}">
            <link rel="icon" href="{site.Address[Icons.Favicon.Path]}" sizes="32x32">
            <link rel="icon" href="{site.Address[Icons.Vector.Path]}" type="image/svg+xml">
            {Discovery(feeds)}
            {head}
            {style}
            </head>
            <body>
            <a class="skip" href="#isi">Langsung ke isi</a>
            <header class="top"><div class="wrap{(wide ? " wide" : "")}"><a href="{site.Address["/berita"]}"><img src="{site.Address[Icons.Vector.Path]}" alt="" width="40" height="40">{site.Title}</a></div></header>
            <main id="isi" class="wrap{(wide ? " wide" : "")}">
            {main}
            </main>
            <footer class="foot"><div class="wrap{(wide ? " wide" : "")}">
            <p>{site.Description}</p>
            <p>Ikuti berita ini: {FeedLinks(feeds)} · <a href="{site.Address["/openapi.json"]}">API</a></p>
            </div></footer>
            </body>
            </html>

            """);
        return new(Encoding.UTF8.GetBytes(page.Source), "text/html; charset=utf-8", site.CacheControl, modified)
        {
            Status = status,
            Headers = [new("Content-Security-Policy", policy), new("Referrer-Policy", "strict-origin-when-cross-origin")],
        };
    }

    /// <summary>A refusal that a person sees.</summary>
    public Document Refusal(int status, string title, string sentence)
        => Page(title, sentence, site.Address["/berita"], Html.Of($"<meta name=\"robots\" content=\"noindex\">"),
            Html.Of($"""
                <h1>{title}</h1>
                <p>{sentence}</p>
                <p><a href="{site.Address["/berita"]}">Lihat berita terbaru</a></p>
                """), new(FeedFilter.Everything, null), status: status);

    private Html Discovery(FeedTopic topic) => Html.Join(FeedFormat.All.Select(format =>
        Html.Of($"<link rel=\"alternate\" type=\"{format.Type}\" title=\"{FeedName(topic, format)}\" href=\"{site.Address.Feed(format, topic.Filter)}\">")));

    private Html FeedLinks(FeedTopic topic) => Html.Join(FeedFormat.All.Select((format, index) =>
        Html.Of($"{(index == 0 ? "" : " · ")}<a href=\"{site.Address.Feed(format, topic.Filter)}\" type=\"{format.Type}\">{format.Name}</a>")));

    private string FeedName(FeedTopic topic, FeedFormat format) => topic.Name is null ? $"{site.Title} ({format.Name})" : $"{site.Title} – {topic.Name} ({format.Name})";
}
