using System.Net;
using System.Net.Sockets;
using KominfoBot.Sandbox;

namespace KominfoBot.Bot.Hosting;

/// <summary>Where `serve` listens and under which address the public finds it.</summary>
public static class Addresses
{
    public const string Default = "http://127.0.0.1:5080";

    private const string Base = "Feed:BaseUrl";

    /// <summary>What follows from the other settings: where to listen when nothing says so, and in the sandbox the public address and whose Telegram it is.</summary>
    /// <exception cref="OperatorException">With a token <c>Feed:BaseUrl</c> is required.</exception>
    public static IReadOnlyDictionary<string, string?> FollowingFrom(Settings settings, World world)
    {
        var listening = settings.Text("urls");
        if (listening is null && settings.Text("http_ports") is null && settings.Text("https_ports") is null && !settings.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
            listening = Default;
        if (world.IsSandbox) listening = WithRealPort(listening ?? Default);

        Dictionary<string, string?> added = [];
        if (listening is not null) added["urls"] = listening;
        if (settings.Text(Base) is null)
            added[Base] = world.IsSandbox
                ? OwnAddress(listening!)
                : throw new OperatorException($"Setelan {Base} kosong; dengan token bot ia wajib berisi alamat publik portal, misalnya https://berita.example.go.id. {Settings.Remedy(Base)}");
        if (world.IsSandbox) (added["Telegram:BotToken"], added["Telegram:BaseUrl"], added["Telegram:Mode"]) = (SandboxOffice.BotToken, OwnAddress(listening!), "Polling");
        return added;
    }

    /// <summary>The first address of a list, as this machine itself reaches it.</summary>
    public static string OwnAddress(string urls)
    {
        var address = BindingAddress.Parse(urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0]);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}";
    }

    /// <summary>Port 0 means any free one; the sandbox's bot must know it before anybody listens.</summary>
    private static string WithRealPort(string urls)
    {
        if (!urls.EndsWith(":0", StringComparison.Ordinal)) return urls;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{urls[..^1]}{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
