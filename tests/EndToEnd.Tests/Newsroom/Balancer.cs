using System.Net;
using System.Net.Sockets;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>A load balancer as simple as can be: each connection goes to the next node that takes it, and ends when either side ends.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource stop = new();
    private readonly List<int> nodes = [];
    private readonly Task accepting;
    private int turn;

    public Balancer(string address = "127.0.0.1")
    {
        listener = new(IPAddress.Parse(address), 0);
        listener.Start();
        accepting = Accept();
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}");

    /// <summary>Takes a node into service.</summary>
    public void Add(Uri node)
    {
        lock (nodes) nodes.Add(node.Port);
    }

    private async Task Accept()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                _ = Serve(await listener.AcceptTcpClientAsync(stop.Token));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var ours = client;
        if (await Connect() is not { } node) return;
        using var theirs = node;
        // Who closes first ends both: a killed node looks to the caller as what it is.
        await Task.WhenAny(Pass(ours, theirs), Pass(theirs, ours));
    }

    private async Task<TcpClient?> Connect()
    {
        int[] candidates;
        lock (nodes) candidates = [.. nodes];
        var first = Interlocked.Increment(ref turn);
        for (var at = 0; at < candidates.Length; at++)
        {
            var node = new TcpClient { NoDelay = true };
            try
            {
                await node.ConnectAsync(IPAddress.Loopback, candidates[(first + at) % candidates.Length], stop.Token);
                return node;
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException)
            {
                node.Dispose();
            }
        }
        return null;
    }

    private async Task Pass(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), stop.Token);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Broken: the same as ended.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }
}
