using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Documents;

/// <summary>Bytes at hand as the body of an answer.</summary>
internal static class Body
{
    /// <summary>
    /// What is handed to the server at once. Larger than most documents and photos, so that one answer is one buffer and one call of the kernel; and the most
    /// that a reader who does not read keeps from the memory.
    /// </summary>
    private const int Piece = 256 * 1024;

    /// <summary>
    /// Writes them where the server sends from. <see cref="HttpResponse.Body"/> would cut them into blocks of 4 KB: twice the work for a photo.
    /// Call it after all headers are set. A reader who went away is no error.
    /// </summary>
    public static async Task Write(HttpResponse response, ReadOnlyMemory<byte> bytes)
    {
        // Before the headers stand, the server would lend a buffer and copy it.
        await response.StartAsync();
        var pipe = response.BodyWriter;
        for (var at = 0; at < bytes.Length; at += Piece)
        {
            var piece = bytes.Span[at..Math.Min(at + Piece, bytes.Length)];
            piece.CopyTo(pipe.GetSpan(piece.Length));
            pipe.Advance(piece.Length);
            if ((await pipe.FlushAsync()).IsCompleted) return;
        }
    }
}
