using KominfoBot.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace KominfoBot.Browser.Tests;

/// <summary>Debian's Chromium, driven by Playwright, and the practice office that all tests share; each begins with an empty one.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>As root and in a container; and no name but this machine's is ever looked up.</summary>
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ];

    /// <summary>Far more than a busy machine needs; what takes longer hangs, and is told so.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public PracticeOffice Office { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Office = await PracticeOffice.Start(this);
        playwright = await Playwright.CreateAsync().WaitAsync(Patience);
        // A busy machine is given its time; nothing here is measured.
        Assertions.SetDefaultExpectTimeout(60_000);
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = Flags, Timeout = (float)Patience.TotalMilliseconds });
    }

    public async ValueTask DisposeAsync()
    {
        if (Office is not null) await Office.DisposeAsync();
        if (Browser is not null) await Browser.DisposeAsync().AsTask().WaitAsync(Patience);
        playwright?.Dispose();
    }
}
