using System.Diagnostics;
using System.Text.Json;
using KominfoBot.PublicFeed.Tests.Site;
using KominfoBot.Testing;

namespace KominfoBot.PublicFeed.Tests;

/// <summary>Readers that others wrote say the same as we do: SimplePie (WordPress), through the example for portals, and feedparser; both from Debian.</summary>
public sealed class ReaderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string[] Titles =
    [
        "Bupati & <b>Wabup</b> \"panen\" di 'Harau' <script>alert(1)</script>",
        "5 < 6 && 7 > 3; &amp; tetap &amp;, &#60; juga",
        "شبكة المعلومات — \u05E9\u05DC\u05D5\u05DD – 😀 ½ é",
        "]]> CDATA <!-- komentar --> <?php ?>",
    ];

    [Theory]
    [InlineData("/rss.xml")]
    [InlineData("/atom.xml")]
    public async Task WordPress_reads_every_item_as_it_is(string path)
    {
        await using var site = await Furnished();
        var seen = await Run("php", "simplepie.php", await site.Bytes(path));
        var json = await site.Json("/feed.json");

        Assert.Equal(json.GetProperty("title").GetString(), seen.GetProperty("judul").GetString());
        Assert.Equal($"{PublicSite.Base}/berita", seen.GetProperty("tautan").GetString());
        Assert.Equal(json.GetProperty("items").GetArrayLength(), seen.GetProperty("berita").GetArrayLength());
        foreach (var (ours, theirs) in json.GetProperty("items").EnumerateArray().Zip(seen.GetProperty("berita").EnumerateArray()))
        {
            Assert.Equal(Text(ours, "id"), Text(theirs, "id"));
            Assert.Equal(Text(ours, "url"), Text(theirs, "tautan"));
            Assert.Equal(Text(ours, "title"), Text(theirs, "judul"));
            Assert.Equal(Text(ours, "summary"), Text(theirs, "ringkasan"));
            Assert.Equal(ours.GetProperty("authors")[0].GetProperty("name").GetString(), Text(theirs, "penerbit"));
            Assert.Equal(ours.GetProperty("tags")[0].GetString(), Text(theirs, "kategori"));
            Assert.Equal(ours.TryGetProperty("image", out var image) ? image.GetString() : null, Text(theirs, "foto"));
            Assert.Equal(ours.GetProperty("date_published").GetDateTimeOffset().ToUnixTimeSeconds(), theirs.GetProperty("terbit").GetInt64());
            Assert.Equal(Text(ours, "date_modified"), Text(theirs, "diubah"));
            Assert.Contains("Paragraf pertama", Text(theirs, "isi"), StringComparison.Ordinal);
            Assert.DoesNotContain("<script", Text(theirs, "isi"), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("/rss.xml", "rss20")]
    [InlineData("/atom.xml", "atom10")]
    [InlineData("/atom.xml?arsip=1", "atom10")]
    public async Task Feedparser_finds_nothing_broken_and_reads_every_item_as_it_is(string path, string version)
    {
        await using var site = await Furnished();
        var seen = await Run("/usr/bin/python3", "feedparser.py", await site.Bytes(path));
        var json = await site.Json(path.Contains("arsip", StringComparison.Ordinal) ? "/feed.json?arsip=1" : "/feed.json");

        Assert.False(seen.GetProperty("broken").GetBoolean());
        Assert.Equal(version, Text(seen, "version"));
        Assert.Equal(json.GetProperty("items").GetArrayLength(), seen.GetProperty("entries").GetArrayLength());
        foreach (var (ours, theirs) in json.GetProperty("items").EnumerateArray().Zip(seen.GetProperty("entries").EnumerateArray()))
        {
            Assert.Equal(Text(ours, "id"), Text(theirs, "id"));
            Assert.Equal(Text(ours, "url"), Text(theirs, "link"));
            Assert.Equal(ours.GetProperty("authors")[0].GetProperty("name").GetString(), Text(theirs, "author"));
            Assert.Equal(ours.GetProperty("date_published").GetDateTimeOffset().ToUnixTimeSeconds(), theirs.GetProperty("published").GetInt64());
            Assert.Equal(ours.GetProperty("date_modified").GetDateTimeOffset().ToUnixTimeSeconds(), theirs.GetProperty("updated").GetInt64());
            Assert.Equal(ours.GetProperty("tags")[0].GetString(), theirs.GetProperty("tags")[0].GetString());
            Assert.Equal(Text(ours, "content_html"), Text(theirs, "content"));
            var photos = ours.TryGetProperty("attachments", out var attached)
                ? attached.EnumerateArray().Select(each => (Text(each, "url"), Text(each, "mime_type"), each.GetProperty("size_in_bytes").GetInt32())) : [];
            Assert.Equal(version == "rss20" ? photos.Take(1) : photos, theirs.GetProperty("enclosures").EnumerateArray().Select(each => (each[0].GetString(), each[1].GetString(), each[2].GetInt32())));
        }
    }

    [Fact]
    public async Task The_example_for_portals_learns_of_retractions_by_their_ids()
    {
        await using var site = await Furnished();
        await site.Retract(Items.Number(2).Titled(Titles[1]), Items.FirstDay.AddDays(3));
        var changes = (await site.Json("/api/changes")).GetRawText();
        var file = Path.Combine(site.Photos, "perubahan.json");
        Directory.CreateDirectory(site.Photos);
        await File.WriteAllTextAsync(file, changes, Cancel);

        var plugin = RepositoryRoot.File("docs", "portal", "kominfo-berita", "umpan.php");
        var gone = await Output("php", "-r", $"require '{plugin}'; echo json_encode(kominfo_berita_dicabut(json_decode(file_get_contents($argv[1]), true)));", "--", file);
        var syntax = await Output("php", "-l", RepositoryRoot.File("docs", "portal", "kominfo-berita", "kominfo-berita.php"));

        Assert.Equal("""["urn:uuid:00000002-0007-0007-0102-030405060708"]""", gone);
        Assert.Contains("No syntax errors", syntax, StringComparison.Ordinal);
    }

    private static async Task<PublicSite> Furnished()
    {
        var site = await PublicSite.Start();
        await site.Newsroom.Publish(
        [
            .. Titles.Select((title, index) => Items.Number(index + 1).Titled(title).Saying("Paragraf pertama & <i>bukan tag</i>.\n\nParagraf kedua \"dikutip\".").Showing(index % 2 == 0 ? [Items.Photo(caption: title), Items.Photo(Items.Second)] : [])),
            .. Enumerable.Range(Titles.Length + 1, 26).Select(n => Items.Number(n).Saying("Paragraf pertama.\n\nParagraf kedua.")),
        ]);
        await site.Correct(Items.Number(1).Titled(Titles[0]).Saying("Paragraf pertama yang sudah diralat."), "Jumlahnya <enam> & bukan lima.", Items.FirstDay.AddDays(2));
        return site;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task<JsonElement> Run(string program, string script, byte[] feed)
    {
        using var folder = new TemporaryDirectory();
        await File.WriteAllBytesAsync(folder.File("umpan"), feed, Cancel);
        return JsonDocument.Parse(await Output(program, RepositoryRoot.File("tests", "PublicFeed.Tests", "Site", script), folder.File("umpan"))).RootElement;
    }

    private static async Task<string> Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }
}
