using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types;

namespace Telegram.Bot.Serialization;

// Types whose JSON names its kind in a field that may stand anywhere. A kind that a newer server invents reads as null instead of failing the whole update.

/// <summary>Reads one of several types by the word in one field.</summary>
internal abstract class KindConverter<TBase>(string field) : JsonConverter<TBase> where TBase : class
{
    /// <summary>The type for a kind; null for a kind that is not known.</summary>
    protected abstract Type? TypeOf(string? kind);

    /// <summary>The word that <see cref="TypeOf"/> would find the value's type by.</summary>
    protected abstract string KindOf(TBase value);

    public override TBase? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        var kind = json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out var word) && word.ValueKind == JsonValueKind.String ? word.GetString() : null;
        return TypeOf(kind) is { } type ? (TBase?)json.Deserialize(options.GetTypeInfo(type)) : null;
    }

    public override void Write(Utf8JsonWriter writer, TBase value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(field, KindOf(value));
        foreach (var property in JsonSerializer.SerializeToElement(value, options.GetTypeInfo(value.GetType())).EnumerateObject())
            property.WriteTo(writer);
        writer.WriteEndObject();
    }
}

internal sealed class ChatMemberConverter() : KindConverter<ChatMember>("status")
{
    protected override Type? TypeOf(string? kind) => kind switch
    {
        "creator" => typeof(ChatMemberOwner),
        "administrator" => typeof(ChatMemberAdministrator),
        "member" => typeof(ChatMemberMember),
        "restricted" => typeof(ChatMemberRestricted),
        "left" => typeof(ChatMemberLeft),
        "kicked" => typeof(ChatMemberBanned),
        _ => null,
    };

    protected override string KindOf(ChatMember value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.Status.ToString());
}

internal sealed class MessageOriginConverter() : KindConverter<MessageOrigin>("type")
{
    protected override Type? TypeOf(string? kind) => kind switch
    {
        "user" => typeof(MessageOriginUser),
        "hidden_user" => typeof(MessageOriginHiddenUser),
        "chat" => typeof(MessageOriginChat),
        "channel" => typeof(MessageOriginChannel),
        _ => null,
    };

    protected override string KindOf(MessageOrigin value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.Type.ToString());
}
