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
            return await state.Rendered($"/api/items?{request.Query}|{request.After}", async () => await Page(request, CancellationToken.None));
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
            var item => new RenderedDocument(JsonBytes.Of(json =>
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

    private async Task<RenderedDocument> Page(ItemsRequest request, CancellationToken cancel)
    {
        var page = await news.List(request.Filter, request.After, request.Count, cancel);
        var next = page.Next is { } place ? ItemCursor.Write(place) : null;
        var nextAddress = next is null ? null : site.Address[$"/api/items?{request.Query}{(request.Query.Length > 0 ? "&" : "")}cursor={next}"];
        var bytes = JsonBytes.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var item in page.Items)
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
