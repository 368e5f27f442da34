using System.Diagnostics;
using System.Text;

namespace KominfoBot.EndToEnd.Tests.Hosting;

/// <summary>The real program on a terminal, which `script` (util-linux) makes: what a person at it sees, what he types included.</summary>
internal static class Terminal
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>Runs to the end; each answer is typed when its question stands there.</summary>
    public static async Task<(int Code, string Seen)> Run(string workingDirectory, string[] args, (string Question, string Answer)[] dialogue)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        var command = string.Join(' ', ((string[])["dotnet", BotProcess.Program, .. args]).Select(word => $"'{word}'"));
        using var process = Process.Start(new ProcessStartInfo("script", ["--quiet", "--return", "--flush", "--command", command, "/dev/null"])
        {
            WorkingDirectory = workingDirectory, RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { ["TERM"] = "dumb" },
        })!;
        var seen = new StringBuilder();
        try
        {
            var from = 0;
            foreach (var (question, answer) in dialogue)
            {
                while (seen.ToString().IndexOf(question, from, StringComparison.Ordinal) is var at && (at < 0 || !seen.ToString().EndsWith(": ", StringComparison.Ordinal))) Assert.True(await More() > 0, seen.ToString());
                from = seen.Length;
                await process.StandardInput.WriteAsync($"{answer}\r".AsMemory(), deadline.Token);
                await process.StandardInput.FlushAsync(deadline.Token);
            }
            while (await More() > 0) continue;
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, seen.ToString());
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException("The question never came. On the terminal so far:\n" + seen);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        async Task<int> More()
        {
            var buffer = new char[4096];
            var read = await process.StandardOutput.ReadAsync(buffer, deadline.Token);
            seen.Append(buffer, 0, read);
            return read;
        }
    }
}
