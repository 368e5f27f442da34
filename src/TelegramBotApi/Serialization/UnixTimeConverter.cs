using System.Text.Json;
using System.Text.Json.Serialization;

namespace Telegram.Bot.Serialization;

/// <summary>Seconds since 1970 as UTC instants. 0 stands for "none" in the Bot API (an inaccessible message) and is <c>default(DateTime)</c> here.</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetInt64() is var seconds && seconds == 0 ? default : DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value == default ? 0 : new DateTimeOffset(value.ToUniversalTime()).ToUnixTimeSeconds());
}

/// <summary>The end of a ban in seconds since 1970; 0 is "for ever", which is null here.</summary>
internal sealed class BanEndConverter : JsonConverter<DateTime?>
{
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.GetInt64() is var seconds and not 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime : null;

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value is { } end ? new DateTimeOffset(end.ToUniversalTime()).ToUnixTimeSeconds() : 0);
}
