using KominfoBot.Bot.Sites;
using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Bot.Updates;
using KominfoBot.PublicFeed.Outside;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace KominfoBot.Bot.Tests.Sites;

/// <summary>/situs: what stands on the agencies' own sites, read politely, shown to the public in one feed, hidden with a reason.</summary>
public sealed class The_sites_of_agencies : Transcript
{
    private static string Feed(params string[] titles)
        => $"<rss version='2.0'><channel><title>Dinkes</title>{string.Concat(titles.Select(title => $"<item><title>{title}</title><link>https://dinkes.example/{Uri.EscapeDataString(title)}</link><guid>{title}</guid></item>"))}</channel></rss>";

    [Theory, BothStores]
    public async Task Are_read_listed_and_hidden_with_a_reason(StoreProvider provider)
    {
        await Begin(provider);
        await using var site = await Outsider.Start();
        site.Answer = http => Send(http, Feed("Posyandu balita di Nagari Taram", "Vaksinasi & <b>gizi</b>".Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)));
        await Register(site.Address.ToString());
        await Reads(allowPrivate: true);

        await Yeni.Says("/situs");
        Assert.Contains("DINKES · Posyandu balita di Nagari Taram", Yeni.Hears("Situs SKPD", "2 berita dari 1 situs").Labels());
        var feed = await Office.Reads("/situs.xml", "Posyandu balita");
        Assert.Contains("<link>https://dinkes.example/Posyandu", feed, StringComparison.Ordinal);
        await Office.Reads("/situs.json", "Posyandu balita");
        await Yeni.Taps("DINKES · Posyandu balita di Nagari Taram");
        Assert.Equal(["Sembunyikan…", "← Daftar"], Yeni.Hears("Posyandu balita di Nagari Taram", "https://dinkes.example/Posyandu").Labels());
        await Yeni.Taps("Sembunyikan…");
        Yeni.Hears("Mengapa “Posyandu balita di Nagari Taram” tidak ditampilkan?");
        await Yeni.Says(new string('x', 400));
        Yeni.Hears("Tulis alasannya, paling panjang 300 karakter");
        await Yeni.Says("Memuat nama pasien.");
        Yeni.Hears("Tidak ditampilkan: “Memuat nama pasien.”");
        Assert.DoesNotContain("Posyandu balita", await Office.Web.GetStringAsync("/situs.xml", Cancel), StringComparison.Ordinal);
        // A Koordinator reads and does not hide.
        await Office.Desi.Says("/situs");
        await Office.Desi.Taps(Office.Desi.Hears("2 berita dari 1 situs").Labels().Single(label => label.StartsWith("✕ DINKES · Posyandu", StringComparison.Ordinal)));
        Assert.Equal(["← Daftar"], Office.Desi.Hears("Tidak ditampilkan").Labels());
        await Yeni.Taps("Tampilkan lagi");
        await Office.Reads("/situs.xml", "Posyandu balita");
    }

    [Fact]
    public async Task Are_asked_with_the_validators_of_their_last_answer_and_named_when_they_fail()
    {
        await Begin(StoreProvider.Sqlite);
        await using var site = await Outsider.Start();
        site.Answer = http =>
        {
            http.Response.Headers.ETag = "W/\"versi 1\"";
            http.Response.Headers.LastModified = "Mon, 23 Nov 2026 03:15:00 GMT";
            if (http.Request.Headers.IfNoneMatch == "W/\"versi 1\"") { http.Response.StatusCode = 304; return Task.CompletedTask; }
            return Send(http, Feed("Berita satu dari situs sendiri"));
        };
        await Register(site.Address.ToString());
        await Reads(allowPrivate: true);
        await Reads(allowPrivate: true);
        Assert.Single(site.Calls);
        await Office.PassesBy(TimeSpan.FromMinutes(31));
        await Reads(allowPrivate: true);
        Assert.Equal(("W/\"versi 1\"", "Mon, 23 Nov 2026 03:15:00 GMT"), (site.Calls[1].Headers["if-none-match"], site.Calls[1].Headers["if-modified-since"]));

        site.Answer = http => { http.Response.StatusCode = 301; http.Response.Headers.Location = "https://dinkes.example/baru"; return Task.CompletedTask; };
        await Office.PassesBy(TimeSpan.FromMinutes(31));
        await Reads(allowPrivate: true);
        await Yeni.Says("/situs");
        Yeni.Hears("1 berita dari 1 situs", "⚠ DINKES: pindah ke https://dinkes.example/baru; perbarui alamatnya di /skpd");
        // Without leave, nobody inside is called.
        await Office.PassesBy(TimeSpan.FromHours(2));
        var before = site.Calls.Count;
        await Reads(allowPrivate: false);
        Assert.Equal(before, site.Calls.Count);
        await Yeni.Says("/situs");
        Yeni.Hears("menunjuk ke jaringan dalam");
    }

    [Fact]
    public async Task Are_no_business_of_who_only_writes()
    {
        await Begin(StoreProvider.Sqlite);
        await Rina.Says("/situs");
        Rina.Hears("/situs bukan untuk Admin SKPD");
    }

    private static Task Send(HttpContext http, string feed)
    {
        http.Response.ContentType = "application/rss+xml; charset=utf-8";
        return http.Response.WriteAsync(feed);
    }

    private Task Register(string feed) => Office.Write(async db => (await db.Skpds.SingleAsync(skpd => skpd.Code == "DINKES", Cancel)).FeedUrl = feed);

    private async Task Reads(bool allowPrivate)
    {
        using var http = new OutsideHttp(allowPrivate);
        using var watch = new SiteWatch(Office.Store, new SiteOptions(), http, Office.Clock, RealTime.System, NullLogger<SiteWatch>.Instance);
        await watch.ReadDue(Cancel);
    }
}
