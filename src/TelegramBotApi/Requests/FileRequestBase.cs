using System.Text;
using System.Text.Json;
using Telegram.Bot.Serialization;
using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>A call that may carry files: JSON while all files are ids or addresses, multipart/form-data as soon as one is a stream. The streams are read from where they stand and closed with the body.</summary>
public abstract class FileRequestBase<TResponse>(string methodName) : RequestBase<TResponse>(methodName)
{
    public override HttpContent? ToHttpContent()
    {
        var uploads = new List<InputFileStream>();
        InputFileConverter.Attachments = uploads;
        byte[] json;
        try
        {
            json = JsonSerializer.SerializeToUtf8Bytes(this, GetType(), JsonBotAPI.Options);
        }
        finally
        {
            InputFileConverter.Attachments = null;
        }
        return uploads.Count == 0 ? Json(json) : Multipart(json, uploads);
    }

    private static MultipartFormDataContent Multipart(byte[] json, List<InputFileStream> uploads)
    {
        var form = new MultipartFormDataContent();
        using var fields = JsonDocument.Parse(json);
        foreach (var field in fields.RootElement.EnumerateObject())
        {
            var value = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText();
            form.Add(new StringContent(value, Encoding.UTF8), field.Name);
        }
        for (var index = 0; index < uploads.Count; index++)
        {
            var file = new StreamContent(uploads[index].Content);
            file.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{index}\"; filename=\"{OnTheWire(uploads[index].FileName ?? "file")}\"");
            form.Add(file);
        }
        return form;
    }

    // A file name travels as raw UTF-8, and headers are written as Latin-1: each UTF-8 byte becomes one Latin-1 character.
    // What would end the quoted name is percent-encoded as browsers do (WHATWG HTML, multipart/form-data).
    private static string OnTheWire(string fileName) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(fileName
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)));
}
