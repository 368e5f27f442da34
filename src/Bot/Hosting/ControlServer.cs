using System.IO.Pipelines;
using System.Buffers;
using System.Net.Sockets;
using System.Text.Json;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Hosting;

/// <summary>Lets commands write by way of this process, which alone may (SQLite has one writer). Only the owner of the directory reaches the socket (0600).</summary>
public sealed class ControlServer(DataDirectory directory, NewsroomStore store, InvitationCounter invitations, SkpdImport skpds, ILogger<ControlServer> log) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Socket? listener;
    private Task accepting = Task.CompletedTask;

    /// <summary>Listens before it returns. The lock is held, so a socket file that lies there is a dead process's.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        File.Delete(Control.PathIn(directory));
        listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(Control.AddressIn(directory)));
        // Nobody can connect between bind and listen, so nobody gets in before the mode is set.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Control.PathIn(directory), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        listener.Listen(16);
        accepting = Accept(listener, stopping.Token);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await accepting.WaitAsync(cancellationToken);
        listener?.Dispose();
        File.Delete(Control.PathIn(directory));
    }

    public void Dispose()
    {
        listener?.Dispose();
        stopping.Dispose();
    }

    private async Task Accept(Socket from, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                var client = await from.AcceptAsync(cancel);
                _ = Serve(client, cancel);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the process.
        }
    }

    private async Task Serve(Socket client, CancellationToken cancel)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Control.Patience);
            await using var stream = new NetworkStream(client, ownsSocket: true);
            var reply = await Answer(await ControlLine.Read(stream, patience.Token), patience.Token);
            await ControlLine.Write(stream, JsonSerializer.SerializeToUtf8Bytes(reply, ControlJson.Default.ControlReply), patience.Token);
        }
#pragma warning disable CA1031 // One command's misfortune: logged here, and the command itself reports that no answer came.
        catch (Exception error)
#pragma warning restore CA1031
        {
            if (!cancel.IsCancellationRequested) log.LogWarning(error, "A command was not answered");
        }
    }

    private async Task<ControlReply> Answer(ReadOnlySequence<byte> line, CancellationToken cancel)
    {
        ControlRequest? request;
        try
        {
            var reader = new Utf8JsonReader(line);
            request = JsonSerializer.Deserialize(ref reader, ControlJson.Default.ControlRequest);
        }
        catch (JsonException)
        {
            request = null;
        }
        try
        {
            return request switch
            {
                { Invite: { } order } => new ControlReply(Line: await invitations.Invite(store, order, cancel)),
                { ImportSkpd: { } table } => new ControlReply(Line: await skpds.Import(store, table, cancel)),
                _ => new ControlReply(Error: "Perintah ini tidak dikenal oleh serve yang sedang berjalan. Pakai versi program yang sama untuk keduanya."),
            };
        }
        catch (OperatorException refusal)
        {
            return new ControlReply(Error: refusal.Message);
        }
    }
}

/// <summary>One line of the control socket.</summary>
internal static class ControlLine
{
    /// <exception cref="InvalidDataException">The line is too long, or the other side hung up before its end.</exception>
    public static async Task<ReadOnlySequence<byte>> Read(Stream stream, CancellationToken cancel)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        while (true)
        {
            var read = await pipe.ReadAsync(cancel);
            if (read.Buffer.PositionOf((byte)'\n') is { } end) return read.Buffer.Slice(0, end);
            if (read.IsCompleted || read.Buffer.Length > Control.LongestLine) throw new InvalidDataException("No whole line came.");
            pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public static async Task Write(Stream stream, byte[] line, CancellationToken cancel)
    {
        await stream.WriteAsync((byte[])[.. line, (byte)'\n'], cancel);
        await stream.FlushAsync(cancel);
    }
}
