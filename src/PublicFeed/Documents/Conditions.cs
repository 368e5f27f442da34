using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KominfoBot.PublicFeed.Documents;

/// <summary>If-None-Match and If-Modified-Since for GET and HEAD (RFC 9110 sections 13.1.2, 13.1.3, 13.2.2).</summary>
internal static class Conditions
{
    /// <param name="tag">The current entity tag.</param>
    /// <param name="modified">Whole seconds; null when dates are not compared.</param>
    public static bool IsUnchanged(IHeaderDictionary request, StringValues tag, DateTimeOffset? modified)
    {
        var known = request.IfNoneMatch;
        // A tag, readable or not, makes the date irrelevant.
        if (known.Count > 0) return Matches(known, tag.ToString());
        return modified is { } instant && request.IfModifiedSince is [{ } since] && HeaderUtilities.TryParseDate(since, out var date) && instant <= date;
    }

    private static bool Matches(StringValues known, string tag)
    {
        if (known.Count == 1 && known[0] == tag) return true;
        if (!EntityTagHeaderValue.TryParseList(known.ToArray()!, out var tags)) return false;
        var current = EntityTagHeaderValue.Parse(tag);
        return tags.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(current, useStrongComparison: false));
    }
}
