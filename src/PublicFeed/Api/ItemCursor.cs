using System.Globalization;

namespace KominfoBot.PublicFeed.Api;

/// <summary>Where a list of items goes on, as an opaque word. It names the place of the last item seen, so items published meanwhile neither repeat nor hide others.</summary>
internal static class ItemCursor
{
    public static string Write(long place) => string.Create(CultureInfo.InvariantCulture, $"p{place:x}");

    public static long? Read(string text)
        => text is ['p', .. var digits] && digits.Length <= 16 && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var place) && place > 0 ? place : null;
}
