using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Testing;

/// <summary>One call that an <see cref="Outsider"/> got.</summary>
public sealed record OutsideCall(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>Some server of the outside on loopback: a portal, a hub, an agency's site. It keeps what it is told and answers as a test says.</summary>
public sealed class Outsider : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<OutsideCall> calls = [];
    private readonly SemaphoreSlim came = new(0);

    private Outsider(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public IReadOnlyList<OutsideCall> Calls => [.. calls];

    /// <summary>200 with nothing, unless a test says otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public static async Task<Outsider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var outsider = new Outsider(app);
        app.Run(outsider.Take);
        await app.StartAsync();
        return outsider;
    }

    /// <summary>Waits until so many calls have come in all.</summary>
    public async Task<IReadOnlyList<OutsideCall>> Got(int count, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (calls.Count < count) await came.WaitAsync(limit.Token);
        return Calls;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        came.Dispose();
    }

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        calls.Enqueue(new(http.Request.Method, http.Request.Path + http.Request.QueryString, http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), await reader.ReadToEndAsync()));
        try
        {
            await Answer(http);
        }
        finally
        {
            came.Release();
        }
    }
}
