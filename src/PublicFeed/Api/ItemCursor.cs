using System.Buffers.Text;
using System.Globalization;
using System.Text;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.Api;

/// <summary>Where a list of items goes on, as an opaque word. It names the last item seen, so items published meanwhile neither repeat nor hide others.</summary>
internal static class ItemCursor
{
    public static string Write(PublishedCursor cursor)
        => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{cursor.PublishedAt.UtcTicks:x}.{cursor.Number}")));

    public static bool TryRead(string text, out PublishedCursor cursor)
    {
        cursor = new(default, "");
        if (text.Length > 200 || !Base64Url.IsValid(text)) return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('.', 2);
        if (parts.Length != 2 || parts[1].Length == 0 || parts[1].Contains('\0', StringComparison.Ordinal)
            || !long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            || ticks < DateTimeOffset.MinValue.UtcTicks || ticks > DateTimeOffset.MaxValue.UtcTicks) return false;
        cursor = new(new(ticks, TimeSpan.Zero), parts[1]);
        return true;
    }
}
