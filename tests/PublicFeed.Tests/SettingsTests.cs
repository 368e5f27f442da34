using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Options;

namespace KominfoBot.PublicFeed.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Feed:BaseUrl", "")]
    [InlineData("Feed:BaseUrl", "berita.example.go.id")]
    [InlineData("Feed:BaseUrl", "ftp://berita.example.go.id")]
    [InlineData("Feed:BaseUrl", "https://berita.example.go.id/?a=1")]
    [InlineData("Feed:MaxAge", "59")]
    [InlineData("Feed:MaxAge", "3601")]
    [InlineData("Feed:Language", "bahasa indonesia")]
    [InlineData("Feed:TagAuthority", "https://lama.example.go.id")]
    [InlineData("Feed:TrustedProxies:0", "proxy.example.go.id")]
    [InlineData("Office:TimeZone", "Asia/Sarilamak")]
    [InlineData("Limits:SearchesPerMinute", "0")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence_that_names_it(string key, string value)
    {
        await using var at = await TestStore.Open(StoreProvider.Sqlite);
        var error = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var app = PublicSite.Host(at.Store, at.Directory, (key, value));
            await app.StartAsync(TestContext.Current.CancellationToken);
        });

        Assert.Contains(key.Split(":0")[0], error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://berita.example.go.id/", "https://berita.example.go.id/feed.json")]
    [InlineData("https://example.go.id/kominfo/", "https://example.go.id/kominfo/feed.json")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/feed.json")]
    [InlineData("https://berita.example.go.id:443", "https://berita.example.go.id/feed.json")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080/feed.json")]
    public async Task The_base_may_have_a_port_a_folder_and_a_slash_at_its_end(string baseUrl, string self)
    {
        await using var site = await PublicSite.Start(("Feed:BaseUrl", baseUrl));
        Assert.Equal(self, (await site.Json("/feed.json")).GetProperty("feed_url").GetString());
    }

    [Fact]
    public async Task An_office_that_moves_to_another_domain_keeps_the_ids_of_its_feeds()
    {
        await using var site = await PublicSite.Start(("Feed:BaseUrl", "https://baru.example.go.id"), ("Feed:TagAuthority", "lama.example.go.id"), ("Feed:Title", "Kabar Luak Nan Bungsu"));
        await site.Publish(Items.Number(1));

        var feed = (await site.Xml("/atom.xml")).Root!;

        Assert.Equal("tag:lama.example.go.id,2026:berita", feed.Element("{http://www.w3.org/2005/Atom}id")!.Value);
        Assert.Equal("Kabar Luak Nan Bungsu", feed.Element("{http://www.w3.org/2005/Atom}title")!.Value);
    }
}
