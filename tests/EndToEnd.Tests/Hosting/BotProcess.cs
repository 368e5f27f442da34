using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace KominfoBot.EndToEnd.Tests.Hosting;

/// <summary>What a finished run left.</summary>
public sealed record Finished(int Code, IReadOnlyList<string> Out, IReadOnlyList<string> Err)
{
    public string Everything => string.Join('\n', [.. Out, .. Err]);

    /// <summary>Failed with one sentence for people: one line on stderr, nothing that looks like a stack trace.</summary>
    public string OneSentence(int code)
    {
        Assert.True(Code == code, $"exit code {Code} instead of {code}:\n{Everything}");
        var line = Assert.Single(Err);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        return line;
    }
}

/// <summary>The real program: <c>dotnet KominfoBot.dll …</c>, as published where KOMINFO_PROGRAM says so (./test does), else from the build output; in a working directory of its own.</summary>
public sealed partial class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    internal static readonly string Program = Environment.GetEnvironmentVariable("KOMINFO_PROGRAM") is { Length: > 0 } published ? published : Path.Combine(AppContext.BaseDirectory, "KominfoBot.dll");

    private readonly Process process;
    private readonly List<string> output = [];
    private readonly List<string> errors = [];
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly Task reading;

    private BotProcess(Process process)
    {
        this.process = process;
        reading = Task.WhenAll(Read(process.StandardOutput, output), Read(process.StandardError, errors)).ContinueWith(_ => lines.Writer.TryComplete(), TaskScheduler.Default);
    }

    public int Id => process.Id;

    public static BotProcess Start(string workingDirectory, string[] args, params (string Name, string Value)[] environment) => StartWith([], workingDirectory, args, environment);

    /// <param name="before">What it is started by.</param>
    public static BotProcess StartWith(string[] before, string workingDirectory, string[] args, params (string Name, string Value)[] environment)
    {
        string[] words = [.. before, "dotnet", Program];
        var start = new ProcessStartInfo(words[0]) { WorkingDirectory = workingDirectory, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in words[1..]) start.ArgumentList.Add(word);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        // Whatever the machine has set must not decide a test.
        foreach (var name in start.Environment.Keys.Where(name => name.Contains("__", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name is "URLS" or "urls" or "Roles").ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>Runs to the end, answering what it asks.</summary>
    public static async Task<Finished> Answer(string workingDirectory, string[] args, string[] answers, params (string Name, string Value)[] environment)
    {
        await using var run = Start(workingDirectory, args, environment);
        foreach (var answer in answers) await run.process.StandardInput.WriteLineAsync(answer);
        run.process.StandardInput.Close();
        return await run.End();
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<Finished> Run(string workingDirectory, string[] args, params (string Name, string Value)[] environment)
    {
        await using var run = Start(workingDirectory, args, environment);
        return await run.End();
    }

    /// <summary>A `serve` in the sandbox on any free port, ready to be asked.</summary>
    public static async Task<(BotProcess Process, Uri Address)> Serve(string workingDirectory, string[]? args = null, params (string Name, string Value)[] environment)
    {
        var process = Start(workingDirectory, ["serve", "--urls", "http://127.0.0.1:0", .. args ?? []], environment);
        return (process, await process.Address());
    }

    /// <summary>Waits until the program says where it listens.</summary>
    public async Task<Uri> Address() => new(AddressPattern().Match(await Line(line => AddressPattern().IsMatch(line))).Value);

    /// <summary>The next line that fits; the test fails with all output when the program ends or stays silent instead.</summary>
    public async Task<string> Line(Func<string, bool> fits)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync(deadline.Token))
                if (fits(line)) return line;
        }
        catch (OperationCanceledException)
        {
            // Told below.
        }
        throw new InvalidOperationException("The line never came. Output so far:\n" + Everything);
    }

    public string Everything
    {
        get
        {
            lock (output) return string.Join('\n', [.. output, .. errors]);
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>SIGTERM, and how it ended.</summary>
    public async Task<Finished> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await End();
    }

    public async Task<Finished> End()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException("The program did not end. Output so far:\n" + Everything);
        }
        await reading;
        return new Finished(process.ExitCode, output, errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        // A tool that it started may hold its output open a little longer.
        await reading.WaitAsync(Deadline).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process.Dispose();
    }

    private async Task Read(StreamReader from, List<string> into)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (output) into.Add(line);
            await lines.Writer.WriteAsync(line);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex AddressPattern();
}
