using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed.Tests.Push;

/// <summary>Hubs and portals are told of each change (W3C WebSub 1.0, Standard Webhooks 1.0): in order, none left out, until they have taken it.</summary>
public sealed class PushTests
{
    private const string Secret = "kunci-bersama-portal-2026-panjang";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_form_of_the_feed_names_its_hubs_in_the_document_and_in_the_header()
    {
        await using var site = await PublicSite.Start(("Push:Hubs:0", "https://hub.example/"), ("Push:Hubs:1", "https://hub2.example/tanya?a=1&b=2"));
        await site.Publish(Items.Number(1));
        string[] hubs = ["https://hub.example/", "https://hub2.example/tanya?a=1&b=2"];

        Assert.Equal(hubs, (await site.Xml("/rss.xml")).Descendants("{http://www.w3.org/2005/Atom}link").Where(link => (string?)link.Attribute("rel") == "hub").Select(link => (string?)link.Attribute("href")));
        Assert.Equal(hubs, (await site.Xml("/atom.xml")).Root!.Elements("{http://www.w3.org/2005/Atom}link").Where(link => (string?)link.Attribute("rel") == "hub").Select(link => (string?)link.Attribute("href")));
        Assert.Equal(hubs.Select(hub => ("WebSub", hub)), (await site.Json("/feed.json")).GetProperty("hubs").EnumerateArray().Select(hub => (hub.GetProperty("type").GetString()!, hub.GetProperty("url").GetString()!)));
        foreach (var path in (string[])["/rss.xml", "/atom.xml", "/feed.json", "/feed.json?skpd=DISDIK"])
        {
            using var answer = await site.Get(path);
            Assert.Equal($"<{PublicSite.Base}{path}>; rel=\"self\", <https://hub.example/>; rel=\"hub\", <https://hub2.example/tanya?a=1&b=2>; rel=\"hub\"", string.Join(", ", answer.Headers.GetValues("Link")));
        }
    }

    [Theory, BothStores]
    public async Task A_portal_is_called_with_the_change_and_a_signature_that_it_can_check(StoreProvider provider)
    {
        await using var portal = await Outsider.Start();
        await using var site = await PublicSite.Start(provider, Portal(portal));
        await site.Publish(Items.Number(1));
        await using var pushing = Pushing.Start(site, Portal(portal));
        await pushing.Known();
        var item = await site.Publish(Items.Number(2));
        await portal.Got(1, Cancel);
        await site.Retract(item, item.PublishedAt.AddHours(1));
        var calls = await portal.Got(2, Cancel);

        // What was published before the portal was known, it asks for.
        Assert.Equal(["published", "retracted"], calls.Select(call => JsonDocument.Parse(call.Body).RootElement.GetProperty("changes").EnumerateArray().Single().GetProperty("status").GetString()));
        var change = JsonDocument.Parse(calls[0].Body).RootElement.GetProperty("changes")[0];
        Assert.Equal((item.Number, $"{PublicSite.Base}/berita/{item.Number}/{item.Slug}"), (change.GetProperty("number").GetString(), change.GetProperty("url").GetString()));
        Assert.Equal(["c1-c2", "c2-c3"], calls.Select(call => call.Headers["webhook-id"]));
        foreach (var call in calls)
        {
            Assert.InRange(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - long.Parse(call.Headers["webhook-timestamp"], CultureInfo.InvariantCulture), -5, 60);
            var expected = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{call.Headers["webhook-id"]}.{call.Headers["webhook-timestamp"]}.{call.Body}")));
            Assert.Equal("v1," + expected, call.Headers["webhook-signature"]);
            Assert.Equal("application/json; charset=utf-8", call.Headers["content-type"]);
        }
        Assert.Contains($"\"next\":\"c3\"", calls[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_is_told_which_feeds_have_changed()
    {
        await using var hub = await Outsider.Start();
        (string, string)[] settings = [("Push:Hubs:0", hub.Address.ToString()), ("Push:AllowPrivate", "true")];
        await using var site = await PublicSite.Start(settings);
        await using var pushing = Pushing.Start(site, settings);
        await pushing.Known();
        var item = await site.Publish(Items.Number(1));
        var call = (await hub.Got(1, Cancel))[0];

        var form = call.Body.Split('&').Select(pair => pair.Split('=')).Select(pair => (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]))).ToList();
        Assert.Equal(("hub.mode", "publish"), form[0]);
        Assert.Equal(12, form.Count - 1);
        foreach (var path in (string[])["/rss.xml", "/atom.xml", "/feed.json", $"/rss.xml?skpd={item.SkpdCode}", $"/feed.json?kategori={item.CategoryCode}"]) Assert.Contains(("hub.url", PublicSite.Base + path), form);
    }

    [Fact]
    public async Task What_a_portal_did_not_take_is_told_again_in_order_and_holds_up_no_other()
    {
        await using var broken = await Outsider.Start();
        await using var well = await Outsider.Start();
        (string, string)[] settings = [("Push:AllowPrivate", "true"), ("Push:Webhooks:0:Url", broken.Address.ToString()), ("Push:Webhooks:0:Secret", Secret), ("Push:Webhooks:1:Url", well.Address.ToString()), ("Push:Webhooks:1:Secret", Secret)];
        await using var site = await PublicSite.Start(settings);
        broken.Answer = http => { http.Response.StatusCode = 503; return Task.CompletedTask; };
        var pushing = Pushing.Start(site, settings);
        await pushing.Known(2);
        await site.Publish(Items.Number(1));
        await site.Publish(Items.Number(2));
        await Until(() => Told(well).Count == 2);
        await broken.Got(1, Cancel);
        await pushing.Until(row => row.LastError == "menjawab 503" && row.Attempts >= 1 && row.FailingSince is not null);

        // The process ends; the next one goes on where the store says, and waits no longer than the pause.
        await pushing.DisposeAsync();
        broken.Answer = _ => Task.CompletedTask;
        var before = broken.Calls.Count;
        await using var again = Pushing.Start(site, settings);
        await again.Until(row => row.Url == broken.Address.ToString() && row is { Attempts: 0, Cursor: 2, LastError: null, FailingSince: null });
        Assert.Equal(["DISDIK-2026-0001", "DISDIK-2026-0002"], Told(broken, before));
    }

    [Theory]
    [InlineData("Push:Hubs:0", "hub.example", "Push:Hubs:0")]
    [InlineData("Push:Hubs:0", "http://hub.example/", "https://")]
    [InlineData("Push:Webhooks:0:Url", "https://portal.example/kait", "Push:Webhooks:0:Secret")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, string value, string named)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => PublicSite.Start((key, value)));
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private static (string, string)[] Portal(Outsider portal) => [("Push:AllowPrivate", "true"), ("Push:Webhooks:0:Url", portal.Address.ToString()), ("Push:Webhooks:0:Secret", Secret)];

    private static List<string?> Told(Outsider portal, int skip = 0)
        => [.. portal.Calls.Skip(skip).SelectMany(call => JsonDocument.Parse(call.Body).RootElement.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("number").GetString()))];

    private static async Task Until(Func<bool> holds)
    {
        while (!holds()) await Task.Delay(10, Cancel);
    }
}
