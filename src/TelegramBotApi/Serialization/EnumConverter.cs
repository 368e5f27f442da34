using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Serialization;

/// <summary>Words of the Bot API as enum members: <c>expandable_blockquote</c> is <c>ExpandableBlockquote</c>. A word (or any other value) that the enum lacks reads as 0, so that a newer server never breaks an update.</summary>
internal sealed class EnumConverter<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Words = Enum.GetValues<TEnum>()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, TEnum> Values = Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The member for a word, or 0.</summary>
    public static TEnum Parse(string? word) => word is not null && Values.TryGetValue(word, out var value) ? value : default;

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Parse(reader.GetString());
        reader.Skip();
        return default;
    }

    /// <exception cref="JsonException">The value has no word: nothing that a server would understand can be written.</exception>
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Words.TryGetValue(value, out var word)
            ? word
            : throw new JsonException($"{typeof(TEnum).Name} {value} has no word in the Bot API."));
}
