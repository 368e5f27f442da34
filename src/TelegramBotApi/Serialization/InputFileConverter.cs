using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types;

namespace Telegram.Bot.Serialization;

/// <summary>Writes a file id or an address as it is; a stream becomes <c>attach://N</c> and is noted in <see cref="Attachments"/>, to travel as part N of the multipart body.</summary>
internal sealed class InputFileConverter : JsonConverter<InputFile>
{
    // Serialization runs on one thread from start to end, so the list needs no flow into other calls.
    [ThreadStatic]
    private static List<InputFileStream>? attachments;

    /// <summary>The streams met since the caller set a list on this thread.</summary>
    public static List<InputFileStream>? Attachments { get => attachments; set => attachments = value; }

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(InputFile));

    public override InputFile? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? InputFile.FromString(text) : null;

    /// <exception cref="JsonException">A stream stands where only JSON can be sent.</exception>
    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case InputFileId id:
                writer.WriteStringValue(id.Id);
                break;
            case InputFileUrl url:
                writer.WriteStringValue(url.Url.OriginalString);
                break;
            case InputFileStream stream:
                var list = Attachments ?? throw new JsonException("A stream can only be sent by a request that allows uploads.");
                writer.WriteStringValue($"attach://{list.Count}");
                list.Add(stream);
                break;
            default:
                throw new JsonException($"{value.GetType().Name} cannot be sent.");
        }
    }
}
