using KominfoBot.PublicFeed.Documents;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.State;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Api;

/// <summary><c>/api/items</c> and <c>/api/items/{number}</c>: the items of JSON Feed with their number at the top.</summary>
internal sealed class ItemsApi(FeedSite site, CurrentFeed current, PublishedNews news, SearchLimiter limiter)
{
    internal const string ContentType = "application/json; charset=utf-8";

    public async ValueTask<IAnswer> List(HttpContext http)
    {
        if (current.State is not { } state) return Problem.Unavailable;
        var (topic, unknown) = await FeedTopic.Of(http.Request.Query, state.Registry, news, http.RequestAborted);
        if (topic is null) return Problem.NotFound(unknown!);
        var (request, wrong) = ItemsRequest.Read(http.Request.Query, topic.Filter, site.Dates);
        if (request is null) return Problem.BadRequest(wrong!);
        if (!request.Searches)
            return await state.Rendered($"/api/items?{request.Query}|{request.After?.PublishedAt.UtcTicks}|{request.After?.Number}", async () => await Page(request, CancellationToken.None));
        return limiter.Refuse(http) ?? await Page(request, http.RequestAborted);
    }

    public async ValueTask<IAnswer> One(HttpContext http)
    {
        if (current.State is not { } state) return Problem.Unavailable;
        var number = http.Request.RouteValues["number"] as string ?? "";
        return await state.Rendered($"/api/items/{number}", async () => await state.Find(number, news) switch
        {
            null => Problem.NotFound("Tidak ada berita dengan nomor itu."),
            { Status: PublicationStatus.Retracted } item => Problem.Gone($"Berita {item.Number} dicabut pada {site.Dates.Day(item.ModifiedAt)}. Alasan: {Reason(item)}", site.CacheControl),
            var item => new Document(JsonBytes.Of(json =>
            {
                json.WriteStartObject();
                json.WriteString("number", item.Number);
                JsonItem.Write(json, FeedEntry.Of(site, item));
                json.WriteEndObject();
            }), ContentType, site.CacheControl, item.ModifiedAt),
        });
    }

    internal static string Reason(PublishedItem item)
        => item.RetractionNotice is { } notice && CleanText.Line(notice) is { Length: > 0 } reason ? reason : "tidak disebutkan.";

    private async Task<Document> Page(ItemsRequest request, CancellationToken cancel)
    {
        // A search for signs only has no words to find.
        var items = request.Searches && SearchText.Words(request.Filter.Text).Count == 0
            ? []
            : await news.List(request.Filter, request.After, request.Count + 1, cancel);
        var page = items.Take(request.Count).ToList();
        var next = items.Count > page.Count ? ItemCursor.Write(new(page[^1].PublishedAt, page[^1].Number)) : null;
        var nextAddress = next is null ? null : site.Address[$"/api/items?{request.Query}{(request.Query.Length > 0 ? "&" : "")}cursor={next}"];
        var bytes = JsonBytes.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var item in page)
            {
                json.WriteStartObject();
                json.WriteString("number", item.Number);
                JsonItem.Write(json, FeedEntry.Of(site, item));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (next is not null)
            {
                json.WriteString("next", next);
                json.WriteString("next_url", nextAddress);
            }
            json.WriteEndObject();
        });
        return new(bytes, ContentType, site.CacheControl)
        {
            Headers = nextAddress is null ? [] : [new("Link", $"<{nextAddress}>; rel=\"next\"")],
        };
    }
}
