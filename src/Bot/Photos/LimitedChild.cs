using System.Diagnostics;
using System.Text;

namespace KominfoBot.Bot.Photos;

/// <summary>A child process under limits that was started and waits for its input; it gets it once and then ends.</summary>
public sealed class LimitedChild : IDisposable
{
    private const int KeptOutput = 2000;

    private readonly Process process;

    internal LimitedChild(Process process) => this.process = process;

    /// <summary>Whether it still waits.</summary>
    public bool IsAlive => !process.HasExited;

    /// <summary>Gives the input and waits for the end.</summary>
    /// <param name="input">All that it will read.</param>
    /// <param name="output">Takes the standard output; null: nobody needs it.</param>
    /// <param name="patience">Real time that it may take.</param>
    /// <returns>Null when it took longer than it may and was killed.</returns>
    public async Task<ProcessEnd?> Finish(byte[]? input, Stream? output, TimeSpan patience, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(patience);
        try
        {
            var written = output is null ? ReadSome(process.StandardOutput.BaseStream, deadline.Token) : process.StandardOutput.BaseStream.CopyToAsync(output, deadline.Token);
            var errors = ReadSome(process.StandardError.BaseStream, deadline.Token);
            await Give(process.StandardInput.BaseStream, input, deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            await written;
            return new ProcessEnd(process.ExitCode, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            return null;
        }
    }

    /// <summary>Ends it if it has not ended.</summary>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static async Task Give(Stream to, byte[]? input, CancellationToken cancel)
    {
        try
        {
            if (input is not null) await to.WriteAsync(input, cancel);
            await to.DisposeAsync();
        }
        catch (IOException)
        {
            // It ended before it had read all: its exit code says why.
        }
    }

    /// <summary>Reads to the end and keeps the beginning: a damaged picture can bring forth megabytes of warnings.</summary>
    private static async Task<string> ReadSome(Stream from, CancellationToken cancel)
    {
        var kept = new byte[KeptOutput];
        var length = await from.ReadAtLeastAsync(kept, KeptOutput, throwOnEndOfStream: false, cancel);
        await from.CopyToAsync(Stream.Null, cancel);
        return Encoding.UTF8.GetString(kept, 0, length).Trim();
    }
}
