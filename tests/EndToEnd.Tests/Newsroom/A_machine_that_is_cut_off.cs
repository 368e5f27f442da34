using System.Diagnostics;
using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>
/// The machine of the process that speaks with Telegram loses its network without a word: no reset, no end of connection. The server finds out by itself, and the
/// other process takes over; when the cut one is back it stops, because another has its place.
/// </summary>
public sealed class A_machine_that_is_cut_off
{
    private const string Space = "kominfo-uji", Ours = "10.213.77.1", Theirs = "10.213.77.2";

    private static readonly Sample item = new(720);

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_replaced_within_seconds_and_does_not_come_back_as_a_second_voice()
    {
        LongProgram.Only();
        Assert.SkipUnless(Environment.UserName == "root" && File.Exists("/usr/sbin/ip") && await Ip("netns", "add", Space + "-x") && await Ip("netns", "del", Space + "-x"), "needs root, iproute2 and network namespaces");
        await using var server = await PostgresServer.Start(durable: false, address: "*");
        await using var database = await server.CreateDatabase();
        await using var office = await Office.On(database);
        try
        {
            await Must("netns", "add", Space);
            await Must("link", "add", "kb-ours", "type", "veth", "peer", "name", "kb-theirs", "netns", Space);
            await Must("addr", "add", $"{Ours}/30", "dev", "kb-ours");
            await Must("link", "set", "kb-ours", "up");
            await Must("-n", Space, "addr", "add", $"{Theirs}/30", "dev", "kb-theirs");
            await Must("-n", Space, "link", "set", "kb-theirs", "up");
            await Must("-n", Space, "link", "set", "lo", "up");
            // Telegram listens on loopback only; from over there it is reached through this.
            await using var telegram = new Balancer(Ours);
            telegram.Add(new Uri(office.TelegramAddress));
            var away = await office.StartIn(Space,
                ("Store__ConnectionString", database.ConnectionString.Replace("127.0.0.1", Ours, StringComparison.Ordinal)), ("Telegram__BaseUrl", telegram.Address.ToString().TrimEnd('/')), ("ASPNETCORE_URLS", "http://127.0.0.1:5081"));
            await office.Start();
            Assert.Contains("proses ini siaga", office.Bot.Everything, StringComparison.Ordinal);
            await office.Staff();
            await office.Submit(Office.Author, item);

            var cut = Stopwatch.GetTimestamp();
            await Must("link", "set", "kb-ours", "down");
            await office.Bot.Line(line => line.Contains("sekarang yang berbicara dengan Telegram", StringComparison.Ordinal));
            TestContext.Current.TestOutputHelper?.WriteLine($"taken over {Stopwatch.GetElapsedTime(cut).TotalSeconds:0.0} s after the cut");
            await office.Approve(Office.Author, item);
            await office.ShowsPublished(item, photos: 1);

            await Must("link", "set", "kb-ours", "up");
            var ended = await away.End();
            Assert.Equal(1, ended.Code);
            Assert.Contains("sudah diambil alih KominfoBot lain", ended.Everything, StringComparison.Ordinal);
            await office.Rests();
            await office.IsInOrder(acts: 1);
        }
        finally
        {
            await Ip("link", "del", "kb-ours");
            await Ip("netns", "del", Space);
        }
    }

    private static async Task Must(params string[] arguments) => Assert.True(await Ip(arguments), $"ip {string.Join(' ', arguments)}");

    private static async Task<bool> Ip(params string[] arguments)
    {
        using var ip = Process.Start(new ProcessStartInfo("/usr/sbin/ip", arguments) { RedirectStandardError = true })!;
        await ip.StandardError.ReadToEndAsync(cancel);
        await ip.WaitForExitAsync(cancel);
        return ip.ExitCode == 0;
    }
}
