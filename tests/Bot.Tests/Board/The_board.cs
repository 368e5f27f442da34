using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KominfoBot.Bot.Board;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Tests.Conversations;
using KominfoBot.Bot.Tests.Posting;
using KominfoBot.Testing;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Board;

public sealed class The_board : IDisposable
{
    private static readonly string[] silent = ["--Posting:Reminders:None=", "--Posting:Reminders:Few=", "--Posting:Reminders:Escalation="];

    private readonly TemporaryDirectory folder = new();

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task Shows_the_week_the_year_and_the_review_times_to_who_oversees_them(StoreProvider provider)
    {
        await using var office = await PostingOffice.Open(folder, provider, silent);
        var first = office.Week();
        await Publishes(office, 1, "Disdukcapil jemput bola rekam KTP di Nagari Taram");
        await Publishes(office, 2, "Disdukcapil buka layanan akhir pekan di Guguak");
        await office.ComesTo(DayOfWeek.Monday, 7, 30);
        await office.Rina.Submits("Disdukcapil melayani warga di Nagari Koto Tangah", 3);
        office.Everybody().ForEach(person => person.Forgets());
        var path = await LinkOf(office, office.Joni);

        var (answer, page) = await Reads(office, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Pekan ini", page.QuerySelector("option[selected]")!.TextContent[..9]);
        var row = Row(page, "Dinas Kependudukan dan Pencatatan Sipil");
        Assert.Equal(["Belum, kurang 1", "0 / 2", "1", "1", "–", "–"], row);
        Assert.Equal(BoardReader.Weeks, page.QuerySelectorAll("table.year thead tr:nth-child(2) th").Length);
        var cells = page.QuerySelectorAll("table.year tbody tr").Single(line => line.QuerySelector("th")!.TextContent == "Disdukcapil").QuerySelectorAll("td").Select(cell => cell.TextContent).ToList();
        Assert.Equal(BoardReader.Weeks, cells.Count);
        Assert.Equal(["2", "0+1"], cells[^2..]);
        Assert.Contains("1 dari 2", page.QuerySelector("#tren")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("SKPD", page.QuerySelector("#waktu")!.ParentElement!.TextContent, StringComparison.Ordinal);

        // Last week, as its recap froze it.
        var (_, before) = await Reads(office, $"{path}&pekan={first}");
        Assert.Equal(["Memenuhi", "2 / 2", "–", "1", "0 mnt", "0 mnt"], Row(before, "Dinas Kependudukan dan Pencatatan Sipil"));
        Assert.Contains("Angka ditetapkan Senin", before.QuerySelector("#pekan")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_filtered_by_its_address_and_takes_no_harm_from_a_strange_one()
    {
        await using var office = await PostingOffice.Open(folder, StoreProvider.Sqlite, silent);
        var path = await LinkOf(office, office.Joni);
        Assert.Equal(2, (await Reads(office, $"{path}&status=belum")).Page.QuerySelectorAll("table.week tbody tr").Length);
        Assert.Equal("Dinas Kesehatan", Assert.Single((await Reads(office, $"{path}&cari=dinkes")).Page.QuerySelectorAll("table.week tbody tr")).QuerySelector("th .long")!.TextContent);
        Assert.Contains("Tidak ada perangkat daerah yang cocok", (await Reads(office, $"{path}&cari=tidakada")).Page.Body!.TextContent, StringComparison.Ordinal);
        foreach (var some in NaughtyStrings.All.Where(text => !text.Contains('\ud800', StringComparison.Ordinal)).Chunk(40))
            foreach (var text in some.Take(8))
            {
                var (answer, page) = await Reads(office, $"{path}&cari={Escaped(text)}&pekan={Escaped(text)}&status={Escaped(text)}");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal(["papan.js"], page.QuerySelectorAll("script").Select(script => script.GetAttribute("src")!.Split('/')[^1].Split('?')[0]));
            }
    }

    [Fact]
    public async Task Opens_for_nobody_without_a_good_key_and_for_nobody_whose_role_has_ended()
    {
        await using var office = await PostingOffice.Open(folder, StoreProvider.Sqlite, silent);
        foreach (var path in new[] { "/papan", "/papan?kunci=", "/papan?kunci=x", $"/papan?kunci={new string('A', 64)}" }) await IsRefused(office, path);
        var good = await LinkOf(office, office.Joni);
        Assert.Equal(HttpStatusCode.OK, (await Reads(office, good)).Answer.StatusCode);
        for (var at = "/papan?kunci=".Length; at < good.Length; at += 9) await IsRefused(office, $"{good[..at]}{(good[at] == 'B' ? 'C' : 'B')}{good[(at + 1)..]}");

        // It outlives a restart, and works from the cookie as well.
        await office.Restart();
        Assert.Equal(HttpStatusCode.OK, (await Reads(office, good)).Answer.StatusCode);
        using (var request = new HttpRequestMessage(HttpMethod.Get, "/papan?status=belum") { Headers = { { "Cookie", good.Replace("/papan?", "", StringComparison.Ordinal) } } })
        using (var answer = await office.Web.SendAsync(request, cancel)) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        // A day later it is over; who is no longer Kadis has lost it at once.
        var second = await LinkOf(office, office.Yeni);
        await office.PassesBy(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, (await Reads(office, second)).Answer.StatusCode);
        await office.Dismiss(office.Yeni);
        await IsRefused(office, second);
        await office.Appoint(office.Yeni, Role.AdminPortal);
        await IsRefused(office, second);
        await office.PassesBy(TimeSpan.FromHours(2));
        await IsRefused(office, good);
    }

    [Fact]
    public async Task Is_kept_by_no_cache_found_by_no_search_and_runs_nothing_inline()
    {
        await using var office = await PostingOffice.Open(folder, StoreProvider.Sqlite, silent);
        var path = await LinkOf(office, office.Desi);
        var (answer, page) = await Reads(office, path);
        Assert.Equal("no-store, private", string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal)));
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control-Allow-Origin", answer.Headers.Select(header => header.Key));
        Assert.Empty(page.QuerySelectorAll("[style], style, [onclick]"));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Empty(script.TextContent));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("svg"), drawing => Assert.NotEmpty(drawing.GetAttribute("aria-label")!));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        foreach (var word in new[] { "path=/papan", "secure", "httponly", "samesite=lax" }) Assert.Contains(word, cookie.ToLowerInvariant(), StringComparison.Ordinal);
        foreach (var asset in new[] { page.QuerySelector("script")!.GetAttribute("src")!, page.QuerySelector("link")!.GetAttribute("href")! })
        {
            using var file = await office.Web.GetAsync(new Uri(asset, UriKind.Relative), cancel);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }

        // An open board that asks again gets nothing while nothing happens, and the change when something does.
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", answer.Headers.ETag!.ToString() } } };
        using (var same = await office.Web.SendAsync(again, cancel)) Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        await office.Rina.Submits("Disdukcapil jemput bola rekam KTP di Nagari Taram", 1);
        using var later = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", answer.Headers.ETag!.ToString() } } };
        using (var changed = await office.Web.SendAsync(later, cancel)) Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.All(office.Log.Lines, line => Assert.DoesNotContain(path[13..], line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_too_often_says_when_to_come_back()
    {
        await using var office = await PostingOffice.Open(folder, StoreProvider.Sqlite, [.. silent, "--Limits:BoardPerMinute=10"]);
        HttpStatusCode status;
        var asked = 0;
        do
        {
            using var answer = await office.Web.GetAsync(new Uri("/papan", UriKind.Relative), cancel);
            status = answer.StatusCode;
            if (status == HttpStatusCode.TooManyRequests) Assert.NotNull(answer.Headers.RetryAfter);
        }
        while (status == HttpStatusCode.Unauthorized && ++asked < 200);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
    }

    [Fact]
    public async Task Is_handed_to_nobody_else()
    {
        await using var office = await PostingOffice.Open(folder, StoreProvider.Sqlite, silent);
        await office.Joni.Says("/rekap");
        foreach (var person in new[] { office.Rina, office.Fajar })
        {
            await person.Says("/bantuan");
            Assert.True((await person.Forges(person.Chat[^1], "p:Board::0")).IsAlert);
        }
    }

    [Fact]
    public async Task Comes_as_words_where_a_button_cannot_hold_its_address()
    {
        await using var office = await PostingOffice.Open(folder, StoreProvider.Sqlite, [.. silent, "--Feed:BaseUrl=http://portal"]);
        await office.Joni.Says("/rekap");
        await office.Joni.Taps("Papan");
        var message = office.Joni.Hears("Papan berita", "http://portal/papan?kunci=");
        Assert.Empty(message.AllButtons);
        Assert.Equal(HttpStatusCode.OK, (await Reads(office, message.Text[message.Text.IndexOf("/papan?", StringComparison.Ordinal)..])).Answer.StatusCode);
    }

    [Fact]
    public async Task Is_no_address_of_a_process_that_only_feeds_the_public()
    {
        await using var house = await House.Open(CommandLine.Parse(["serve", $"--DataDirectory={folder.Path}", "--urls=http://127.0.0.1:0", "--Roles=Feed", "--Logging:Console:LogLevel:Default=None"]), cancel);
        await house.Ready;
        await using var app = house.CreateBuilder().Furnish(house).Build();
        app.MapRooms(house);
        await app.StartAsync(cancel);
        using var web = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        foreach (var path in new[] { "/papan", "/papan/papan.js" })
        {
            using var answer = await web.GetAsync(new Uri(path, UriKind.Relative), cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.False(File.Exists(folder.File("sandbox", "papan.key")));
    }

    [Fact]
    public async Task Says_at_the_start_that_its_secret_is_damaged()
    {
        await using (var house = await House.Open(CommandLine.Parse(["serve", $"--DataDirectory={folder.Path}", "--urls=http://127.0.0.1:0"]), cancel))
        {
            await house.Ready;
            await File.WriteAllTextAsync(house.World.Directory.File("papan.key"), "pendek", cancel);
            await using var app = house.CreateBuilder().Furnish(house).Build();
            Assert.Contains("papan.key rusak (6 bita, seharusnya 32). Hapus berkas itu", Assert.Throws<OperatorException>(() => app.MapRooms(house)).Message, StringComparison.Ordinal);
        }
    }

    /// <summary>By chat: /rekap, Papan, and the address of the button.</summary>
    private static async Task<string> LinkOf(Rehearsal office, Person person)
    {
        await person.Says("/rekap");
        await person.Taps("Papan");
        var message = person.Hears("Papan berita", "berlaku sampai");
        var address = message.AllButtons.Single(button => button.Text == "Buka papan").Url!;
        Assert.StartsWith($"{Rehearsal.Portal}/papan?kunci=", address, StringComparison.Ordinal);
        return address[Rehearsal.Portal.Length..];
    }

    private static async Task<(HttpResponseMessage Answer, IDocument Page)> Reads(Rehearsal office, string path)
    {
        var answer = await office.Web.GetAsync(new Uri(path, UriKind.Relative), cancel);
        return (answer, await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(cancel), cancel));
    }

    private static async Task IsRefused(Rehearsal office, string path)
    {
        var (answer, page) = await Reads(office, path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.NotEmpty(answer.Headers.WwwAuthenticate);
        Assert.Contains("dari bot: kirim /rekap, lalu tekan Papan", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table, form"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static IEnumerable<string> Row(IDocument page, string skpd)
        => page.QuerySelectorAll("table.week tbody tr").Single(row => row.QuerySelector("th .long")!.TextContent == skpd).QuerySelectorAll("td").Select(cell => cell.TextContent);

    private static string Escaped(string text) => WebUtility.UrlEncode(text[..Math.Min(text.Length, 500)]);

    private static async Task Publishes(Rehearsal office, int number, string title)
    {
        await office.Endorsed(title, number);
        await office.Joni.Taps("Setujui");
        await office.Joni.Taps("Ya, terbitkan");
    }

    public void Dispose() => folder.Dispose();
}
