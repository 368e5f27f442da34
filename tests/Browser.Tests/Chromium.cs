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

    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public PracticeOffice Office { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var starting = PracticeOffice.Start(this);
        playwright = await Playwright.CreateAsync();
        // A busy machine is given its time; nothing here is measured.
        Assertions.SetDefaultExpectTimeout(60_000);
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = Flags });
        Office = await starting;
    }

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        await Browser.DisposeAsync();
        playwright?.Dispose();
    }
}
