using System.Net;
using System.Net.Sockets;

namespace KominfoBot.PublicFeed.Outside;

/// <summary>What went wrong with an address of the outside, as a sentence for the operator.</summary>
public sealed class OutsideException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// Calls addresses that people typed (hubs, portals, sites of agencies) without letting them reach the inside (05-faults threat 9): every address that the name has
/// must be global, the one that was checked is the one that is called, redirects are not followed, no proxy, no cookies, little time, little to read.
/// </summary>
public sealed class OutsideHttp : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly bool allowPrivate;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;
    private readonly HttpClient client;

    /// <param name="allowPrivate">Also addresses of the office's own network: only where the operator says so.</param>
    /// <param name="resolve">The name service; a test's.</param>
    public OutsideHttp(bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        this.allowPrivate = allowPrivate;
        this.resolve = resolve ?? Dns.GetHostAddressesAsync;
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // A name is asked for again before long: it may mean another machine by then.
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = Connect,
        })
        { Timeout = Limit };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("KominfoBot/1.0");
    }

    /// <summary>Sends it and reads the answer's head; the body by <see cref="Read"/>.</summary>
    /// <exception cref="OutsideException">Nobody answered, or nobody may be asked there.</exception>
    public async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (HttpRequestException error)
        {
            throw new OutsideException(error.InnerException is OutsideException known ? known.Message : $"tidak terhubung ({error.HttpRequestError})", error);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new OutsideException($"tidak menjawab dalam {Limit.TotalSeconds:0} detik", error);
        }
    }

    /// <summary>The body as it is after decompression, up to so many bytes.</summary>
    /// <exception cref="OutsideException">It is longer, or broken off.</exception>
    public static async Task<byte[]> Read(HttpResponseMessage answer, int most, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            using var read = new MemoryStream();
            var buffer = new byte[16 * 1024];
            while (await body.ReadAsync(buffer, limit.Token) is > 0 and var count)
            {
                if (read.Length + count > most) throw new OutsideException($"jawabannya lebih dari {most / 1024 / 1024} MB");
                read.Write(buffer, 0, count);
            }
            return read.ToArray();
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new OutsideException($"jawabannya tidak selesai dalam {Limit.TotalSeconds:0} detik", error);
        }
        catch (Exception error) when (error is IOException or HttpRequestException or InvalidDataException)
        {
            throw new OutsideException("jawabannya terputus", error);
        }
    }

    public void Dispose() => client.Dispose();

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await resolve(host, cancel);
        if (addresses.Length == 0) throw new OutsideException($"{host} tidak punya alamat");
        if (!allowPrivate && addresses.FirstOrDefault(address => !GlobalAddress.Is(address)) is { } inside) throw new OutsideException($"{host} menunjuk ke jaringan dalam ({inside})");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
