using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KominfoBot.PublicFeed.Documents;

/// <summary>How bytes are coded for the way.</summary>
internal enum Coding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Accept-Encoding, RFC 9110 section 12.5.3: the highest weight wins, br before gzip when equal; 0 forbids; nothing asked, nothing coded.</summary>
internal static class Codings
{
    private const int Remembered = 256;

    /// <summary>The few headers that clients really send, so that they are read once.</summary>
    private static readonly ConcurrentDictionary<string, Coding> Known = new(StringComparer.Ordinal);

    public static Coding Choose(StringValues header)
    {
        if (header.Count == 0) return Coding.Identity;
        if (header.Count == 1 && Known.TryGetValue(header[0] ?? "", out var coding)) return coding;
        coding = Read(header);
        if (header.Count == 1 && header[0] is { Length: < 100 } text && Known.Count < Remembered) Known.TryAdd(text, coding);
        return coding;
    }

    private static Coding Read(StringValues header)
    {
        if (!StringWithQualityHeaderValue.TryParseList(header.ToArray()!, out var wishes)) return Coding.Identity;
        double? gzip = null, brotli = null, identity = null, any = null;
        foreach (var wish in wishes)
        {
            var weight = wish.Quality ?? 1;
            if (wish.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) || wish.Value.Equals("x-gzip", StringComparison.OrdinalIgnoreCase)) gzip = weight;
            else if (wish.Value.Equals("br", StringComparison.OrdinalIgnoreCase)) brotli = weight;
            else if (wish.Value.Equals("identity", StringComparison.OrdinalIgnoreCase)) identity = weight;
            else if (wish.Value.Equals("*", StringComparison.Ordinal)) any = weight;
        }
        // A bare star asks for nothing in particular: what every client can decode is the plain form, unless it was refused.
        gzip ??= identity is 0 ? any ?? 0 : 0;
        brotli ??= 0;
        if (brotli > 0 && brotli >= gzip && brotli >= (identity ?? 0)) return Coding.Brotli;
        return gzip > 0 && gzip >= (identity ?? 0) ? Coding.Gzip : Coding.Identity;
    }
}
