using System.Text.Json;
using System.Text.RegularExpressions;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Workflow.Sites;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KominfoBot.PublicFeed.Tests;

public sealed partial class OpenApiTests
{
    [Theory]
    [InlineData("/feed.json", "/feed.json", "200")]
    [InlineData("/feed.json", "/feed.json?page=2", "200")]
    [InlineData("/feed.json", "/feed.json?page=x", "400")]
    [InlineData("/feed.json", "/feed.json?skpd=X", "404")]
    [InlineData("/situs.json", "/situs.json", "200")]
    [InlineData("/rss.xml", "/rss.xml?page=x", "400")]
    [InlineData("/atom.xml", "/atom.xml?page=99", "404")]
    [InlineData("/api/items", "/api/items", "200")]
    [InlineData("/api/items", "/api/items?limit=5", "200")]
    [InlineData("/api/items", "/api/items?q=sekolah", "200")]
    [InlineData("/api/items", "/api/items?q=sekolah", "429")]
    [InlineData("/api/items", "/api/items?limit=x", "400")]
    [InlineData("/api/items", "/api/items?skpd=x", "404")]
    [InlineData("/api/items/{number}", "/api/items/DISDIK-2026-0001", "200")]
    [InlineData("/api/items/{number}", "/api/items/DISDIK-2026-0003", "200")]
    [InlineData("/api/items/{number}", "/api/items/DISDIK-2026-9999", "404")]
    [InlineData("/api/items/{number}", "/api/items/DISDIK-2026-0002", "410")]
    [InlineData("/api/skpd", "/api/skpd", "200")]
    [InlineData("/api/changes", "/api/changes", "200")]
    [InlineData("/api/changes", "/api/changes?since=x", "400")]
    [InlineData("/api/changes", "/api/changes?since=c999999", "410")]
    [InlineData("/media/{name}", "/media/x", "404")]
    public async Task Every_answer_is_as_the_description_says(string path, string request, string status)
    {
        await using var site = await PublicSite.Start(("Limits:SearchesPerMinute", "1"), ("Push:Hubs:0", "https://hub.example/"));
        await site.Newsroom.Publish([.. Enumerable.Range(1, 40).Select(n => Items.Number(n).Showing(n % 2 == 0 ? [] : [Items.Photo()]))]);
        await site.Newsroom.Retract(Items.Number(2), Items.FirstDay.AddDays(2));
        await site.Correct(Items.Number(3).Showing(Items.Photo()), "Ralat.", Items.FirstDay.AddDays(3));
        await site.Newsroom.Store.Write(async db =>
        {
            (await db.Skpds.SingleAsync(skpd => skpd.Code == "DISDIK")).FeedUrl = "https://disdik.example/feed";
            db.SiteItems.Add(new SiteItemRow { SkpdCode = "DISDIK", ItemId = "1", Url = "https://disdik.example/1", Title = "Berita di situs", PublishedAt = Items.FirstDay, SeenAt = Items.FirstDay });
        }, TestContext.Current.CancellationToken);
        var description = await site.Json("/openapi.json");
        if (status == "429") await site.Bytes(request);

        using var response = await site.Get(request);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) is var text && text.StartsWith('{') ? text : "{}").RootElement;

        Assert.Equal(status, ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var described = description.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty(status);
        var schema = described.GetProperty("content").GetProperty(response.Content.Headers.ContentType!.MediaType!).GetProperty("schema");
        if (described.TryGetProperty("headers", out var headers))
            Assert.All(headers.EnumerateObject(), header => Assert.True(response.Headers.Contains(header.Name) || response.Content.Headers.Contains(header.Name), header.Name));
        Conform(answer, schema, description, "$");
    }

    [Fact]
    public async Task Every_public_address_is_described_and_nothing_else_is()
    {
        await using var site = await PublicSite.Start();
        await using var app = PublicSite.Host(site.Newsroom.Store, site.Photos);
        var mapped = app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().Concat(((IEndpointRouteBuilder)app).DataSources)
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => Constraint().Replace(endpoint.RoutePattern.RawText!, "{$1}"))
            .Where(path => !path.EndsWith(".png", StringComparison.Ordinal) && !path.EndsWith(".svg", StringComparison.Ordinal) && !path.EndsWith(".ico", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal);

        var described = (await site.Json("/openapi.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal);

        Assert.Equal(mapped, described);
    }

    [Fact]
    public async Task The_description_names_this_office_and_its_address()
    {
        await using var site = await PublicSite.Start();
        var description = await site.Json("/openapi.json");

        Assert.Equal("3.1.0", description.GetProperty("openapi").GetString());
        Assert.Equal("Berita Diskominfo Lima Puluh Kota", description.GetProperty("info").GetProperty("title").GetString());
        Assert.Equal(PublicSite.Base, description.GetProperty("servers")[0].GetProperty("url").GetString());
    }

    /// <summary>The few words of JSON Schema that the description uses; any other word fails, so that none goes unchecked.</summary>
    private static void Conform(JsonElement value, JsonElement schema, JsonElement root, string at)
    {
        foreach (var word in schema.EnumerateObject())
        {
            switch (word.Name)
            {
                case "$ref":
                    Conform(value, word.Value.GetString()!.Split('/')[1..].Aggregate(root, (node, name) => node.GetProperty(name)), root, at);
                    break;
                case "type":
                    var type = value.ValueKind switch
                    {
                        JsonValueKind.Object => "object",
                        JsonValueKind.Array => "array",
                        JsonValueKind.String => "string",
                        JsonValueKind.Number => "integer",
                        _ => value.ValueKind.ToString(),
                    };
                    Assert.True(type == word.Value.GetString(), $"{at}: {type}");
                    break;
                case "properties":
                    foreach (var property in value.EnumerateObject())
                        if (word.Value.TryGetProperty(property.Name, out var inner)) Conform(property.Value, inner, root, $"{at}.{property.Name}");
                    break;
                case "required":
                    Assert.All(word.Value.EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{at}.{name}"));
                    break;
                case "additionalProperties":
                    Assert.False(word.Value.GetBoolean());
                    Assert.All(value.EnumerateObject(), property => Assert.True(schema.GetProperty("properties").TryGetProperty(property.Name, out _), $"{at}.{property.Name}"));
                    break;
                case "items":
                    foreach (var (index, element) in value.EnumerateArray().Index()) Conform(element, word.Value, root, $"{at}[{index}]");
                    break;
                case "enum":
                    Assert.Contains(value.GetString(), word.Value.EnumerateArray().Select(choice => choice.GetString()));
                    break;
                case "pattern":
                    Assert.Matches(word.Value.GetString()!, value.GetString());
                    break;
                case "minimum":
                    Assert.True(value.GetInt64() >= word.Value.GetInt64(), at);
                    break;
                case "format":
                    Assert.True(word.Value.GetString() == "uri" ? Uri.TryCreate(value.GetString(), UriKind.Absolute, out _) : value.TryGetDateTimeOffset(out _), $"{at}: {value}");
                    break;
                case "description":
                    break;
                default:
                    Assert.Fail($"{at}: {word.Name}");
                    break;
            }
        }
    }

    [GeneratedRegex(@"\{\**([a-z]+)[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Constraint();
}
