using System.Collections.Immutable;
using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Checks;

/// <summary>Where a text leads: addresses in its words, and those behind its links.</summary>
internal static class Links
{
    /// <param name="Host">Lower case, without "www.".</param>
    public readonly record struct Found(string Shown, string Host);

    public static IEnumerable<Found> In(CheckedText text)
    {
        foreach (var piece in text.Pieces)
            foreach (var address in piece.Addresses)
                if (HostOf(piece.Of(address).ToString()) is { } host) yield return new Found(piece.Of(address).ToString(), host);
        foreach (var mark in text.Content.Body.Marks)
            if (mark is { Kind: MarkKind.Link, Url: { } url } && HostOf(url) is { } host) yield return new Found(url, host);
    }

    /// <summary>True unless the host is one of these or below one.</summary>
    public static bool IsNot(string host, ImmutableArray<string> endings)
        => !endings.Any(ending => host.EndsWith(ending, StringComparison.Ordinal) && (host.Length == ending.Length || ending[0] == '.' || host[^(ending.Length + 1)] == '.'));

    private static string? HostOf(string address)
    {
        if (address[0] is '@' or '#' || (address.Contains('@', StringComparison.Ordinal) && !address.Contains("://", StringComparison.Ordinal))) return null;
        var from = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = address.AsSpan(from).IndexOfAny('/', '?', '#') is >= 0 and var slash ? from + slash : address.Length;
        var host = address[from..end].ToLowerInvariant();
        if (host.LastIndexOf('@') is >= 0 and var user) host = host[(user + 1)..];
        if (host.LastIndexOf(':') is >= 0 and var port) host = host[..port];
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
