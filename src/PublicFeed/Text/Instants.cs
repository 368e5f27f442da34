using System.Globalization;

namespace KominfoBot.PublicFeed.Text;

/// <summary>Instants as the formats write them, always UTC and in the invariant culture.</summary>
internal static class Instants
{
    /// <summary>Formats that know seconds only must say the same as those that know more.</summary>
    public static DateTimeOffset WholeSecond(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>RFC 3339: Atom, JSON Feed, sitemaps.</summary>
    public static string Rfc3339(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 with all the digits that the store keeps.</summary>
    public static string Exact(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>RFC 822 with a four-digit year: RSS.</summary>
    public static string Rfc822(DateTimeOffset instant) => instant.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    /// <summary>IMF-fixdate, RFC 9110 section 5.6.7.</summary>
    public static string HttpDate(DateTimeOffset instant) => instant.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>An RFC 3339 instant. The plus sign of an offset that was not escaped in a query arrives as a space, and is taken for what was meant.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        var upper = text.Trim().ToUpperInvariant();
        if (upper.Length > 6 && upper[^6] is ' ') upper = $"{upper[..^6]}+{upper[^5..]}";
        return DateTimeOffset.TryParseExact(upper, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out instant)
            && (upper.EndsWith('Z') || upper[^6] is '+' or '-');
    }
}
