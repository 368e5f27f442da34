using System.Net.Sockets;
using System.Text.Json;

namespace KominfoBot.Bot.Hosting;

/// <summary>The command's side of the control socket.</summary>
internal static class ControlClient
{
    /// <summary>Asks the running `serve`; null when nobody listens (nothing runs, it is just starting, or a killed one left its socket file).</summary>
    /// <exception cref="OperatorException">It refuses, or does not answer.</exception>
    public static async Task<string?> Ask(DataDirectory directory, ControlRequest request, CancellationToken cancel)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Control.AddressIn(directory)), cancel);
        }
        catch (SocketException)
        {
            return null;
        }

        ControlReply? reply;
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Control.Patience);
            await using var stream = new NetworkStream(socket);
            await ControlLine.Write(stream, JsonSerializer.SerializeToUtf8Bytes(request, ControlJson.Default.ControlRequest), patience.Token);
            var line = await ControlLine.Read(stream, patience.Token);
            var reader = new Utf8JsonReader(line);
            reply = JsonSerializer.Deserialize(ref reader, ControlJson.Default.ControlReply);
        }
        catch (Exception error) when ((error is IOException or SocketException or InvalidDataException or JsonException or OperationCanceledException) && !cancel.IsCancellationRequested)
        {
            // Whether it was done is unknown; an invitation nobody saw harms nobody and expires.
            throw new OperatorException("KominfoBot yang sedang berjalan tidak menjawab. Coba sekali lagi; bila tetap begitu, lihat lognya.");
        }
        return reply?.Line ?? throw new OperatorException(reply?.Error ?? "KominfoBot yang sedang berjalan memberi jawaban kosong. Pakai versi program yang sama untuk keduanya.");
    }
}
