using System.Globalization;
using static Microsoft.Playwright.Assertions;

namespace KominfoBot.Browser.Tests;

/// <summary>"Latihan: tidak ada yang keluar dari komputer ini." Every visit checks the browser's requests; here the program's own connections as well.</summary>
public sealed class Nothing_leaves_the_machine(Chromium chromium)
{
    [Fact]
    public Task Neither_from_the_page_nor_from_the_program() => chromium.Office.Visit(async desk =>
    {
        await Expect(desk.Page.Locator("#banner")).ToHaveTextAsync("Latihan: tidak ada yang keluar dari komputer ini.");
        var before = Strangers(desk.Office.ProcessId);
        await desk.Phone("Rina").Attaches(Naskah.Whole, Naskah.Photo);
        await desk.Phone("Rina").SendsIn();
        Assert.Empty(before);
        Assert.Empty(Strangers(desk.Office.ProcessId));
        // A link to the world outside is the reader's own tap, in a window of its own, and tells nobody where it came from.
        await desk.Phone("Rina").Says("lihat https://contoh.go.id/berita");
        var link = desk.Phone("Rina").Said("contoh.go.id").Locator("a");
        await Expect(link).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await Expect(link).ToHaveAttributeAsync("target", "_blank");
    });

    [Fact]
    public async Task It_listens_on_loopback_unless_asked()
    {
        Assert.Equal("127.0.0.1", chromium.Office.Address.Host);
        Assert.All(Sockets(chromium.Office.ProcessId, listening: true), address => Assert.True(IsLoopback(address), address));
        // A page of another host name, as DNS rebinding makes it, is refused.
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(chromium.Office.Address, "/sandbox")) { Headers = { Host = "jahat.example" } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(421, (int)answer.StatusCode);
    }

    private static List<string> Strangers(int process) => [.. Sockets(process, listening: false).Where(address => !IsLoopback(address))];

    private static bool IsLoopback(string hex) => hex is "0100007F" or "0000000000000000FFFF00000100007F" or "00000000000000000000000001000000";

    /// <summary>Addresses (as /proc/net/tcp writes them) that the process listens on, or that are at the other end.</summary>
    private static IEnumerable<string> Sockets(int process, bool listening)
    {
        var own = Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Select(entry => new FileInfo(entry).LinkTarget ?? "").Where(target => target.StartsWith("socket:[", StringComparison.Ordinal)).Select(target => target[8..^1]).ToHashSet();
        foreach (var line in ((string[])["tcp", "tcp6"]).SelectMany(table => File.ReadLines($"/proc/{process}/net/{table}").Skip(1)))
        {
            var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (own.Contains(columns[9]) && listening == (int.Parse(columns[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture) == 10)) yield return columns[listening ? 1 : 2].Split(':')[0];
        }
    }
}
