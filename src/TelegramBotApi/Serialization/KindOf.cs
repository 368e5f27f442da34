using System.Text.Json;

namespace Telegram.Bot.Serialization;

/// <summary>Names what has no property of its own by the field that it came in.</summary>
internal static class KindOf
{
    /// <summary>The first field whose name is a word of the enum, or 0.</summary>
    public static TEnum Rest<TEnum>(Dictionary<string, JsonElement>? others) where TEnum : struct, Enum =>
        others is null ? default : others.Keys.Select(EnumConverter<TEnum>.Parse).FirstOrDefault(kind => !EqualityComparer<TEnum>.Default.Equals(kind, default));
}
