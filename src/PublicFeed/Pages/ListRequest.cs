using System.Globalization;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Pages;

/// <summary>Which list of news a reader asks for.</summary>
/// <param name="Month">First day of the month; null for all months.</param>
internal sealed record ListRequest(FeedTopic Topic, DateOnly? Month, string Search, int Page)
{
    private const int LongestSearch = 200;

    /// <returns>Null when page or month cannot be read.</returns>
    public static ListRequest? Read(IQueryCollection query, FeedTopic topic)
    {
        DateOnly? month = null;
        if (query["bulan"].ToString() is { Length: > 0 } text)
        {
            if (!DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) || first.Year is < 2 or > 9998) return null;
            month = first;
        }
        var search = CleanText.Line(query["q"].ToString());
        if (search.Length > LongestSearch) search = CleanText.Line(search[..LongestSearch]);
        return FeedEndpoints.Page(query["page"]) is { } page ? new(topic, month, search, page) : null;
    }

    public PublishedFilter Filter(OfficeDate dates) => Topic.Filter.Published with
    {
        From = Month is { } first ? dates.StartOf(first) : null,
        Until = Month is { } month ? dates.StartOf(month.AddMonths(1)) : null,
        Text = Search.Length > 0 ? Search : null,
    };

    /// <summary>In one spelling, for links and as the key of what is kept.</summary>
    public string Query(int page)
    {
        var parts = new List<string>();
        if (Topic.Filter.Skpd is { } skpd) parts.Add("skpd=" + Uri.EscapeDataString(skpd));
        if (Topic.Filter.Category is { } category) parts.Add("kategori=" + Uri.EscapeDataString(category));
        if (Month is { } month) parts.Add(month.ToString("'bulan='yyyy-MM", CultureInfo.InvariantCulture));
        if (Search.Length > 0) parts.Add("q=" + Uri.EscapeDataString(Search));
        if (page > 1) parts.Add(FormattableString.Invariant($"page={page}"));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    public string Heading
    {
        get
        {
            var parts = new List<string>();
            if (Topic.Name is { } name) parts.Add(name);
            if (Month is { } month) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{OfficeDate.MonthName(month.Month)} {month.Year}"));
            if (Search.Length > 0) parts.Add($"\u201c{Search}\u201d");
            return parts.Count == 0 ? "Berita terbaru" : "Berita: " + string.Join(", ", parts);
        }
    }
}
