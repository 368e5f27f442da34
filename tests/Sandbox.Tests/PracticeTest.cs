namespace KominfoBot.Sandbox.Tests;

/// <summary>A fresh practice Telegram and a raw bot for each test; with the Bot API's description every test also checks both sides against it.</summary>
public abstract class PracticeTest : IAsyncLifetime
{
    private protected const long Rina = 7_001_000_001;
    private protected const long Yeni = 7_001_000_003;

    private protected SandboxTelegram Telegram { get; private set; } = null!;
    private protected RawBot Bot { get; private set; } = null!;
    private protected SandboxDriver Phones => Telegram.Driver;
    private protected SandboxClock Clock => (SandboxClock)Phones.Clock;
    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Whether requests are deliberately wrong, so that findings are expected.</summary>
    private protected bool SendsNonsense { get; set; }

    private protected virtual SandboxOptions Options => new();

    public async ValueTask InitializeAsync()
    {
        var options = Options;
        options.ApiDescriptionPath ??= ApiFile.Path;
        Telegram = await SandboxTelegram.StartAsync(options, stop: Stop);
        Bot = new RawBot(Telegram);
    }

    public async ValueTask DisposeAsync()
    {
        var findings = Phones.Findings;
        Bot.Dispose();
        await Telegram.DisposeAsync();
        if (!SendsNonsense)
            Assert.Empty(findings);
        else
            Assert.DoesNotContain(findings, finding => finding.What.StartsWith("the sandbox's own", StringComparison.Ordinal));
        GC.SuppressFinalize(this);
    }
}
