using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>Turns a photo or document of a request into what a message carries.</summary>
internal static class MediaParts
{
    private const long LargestPhoto = 10 * 1024 * 1024;
    private const long LargestUpload = 50 * 1024 * 1024;

    /// <summary>The file that a parameter names: an upload, <c>attach://part</c>, or a known file_id.</summary>
    public static StoredFile Resolve(World world, BotApiRequest request, string? given, string partName, string kind)
    {
        var part = given is not null && given.StartsWith("attach://", StringComparison.Ordinal) ? given["attach://".Length..] : given is null ? partName : null;
        if (part is not null)
        {
            if (!request.Files.TryGetValue(part, out var upload))
                throw BotApiError.BadRequest(given is null ? $"there is no {kind} in the request" : "wrong file identifier/HTTP URL specified");
            return Register(world, upload, kind);
        }
        if (given!.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || given.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            throw BotApiError.BadRequest("failed to get HTTP URL content");
        var file = world.Files.Find(given) ?? throw BotApiError.BadRequest("wrong file identifier/HTTP URL specified");
        if (file.Kind != kind)
            throw BotApiError.BadRequest($"can't use file of type {Titled(file.Kind)} as {Titled(kind)}");
        return file;
    }

    private static string Titled(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..];

    private static StoredFile Register(World world, UploadedPart upload, string kind)
    {
        if (upload.Size == 0)
            throw BotApiError.BadRequest("file must be non-empty");
        if (upload.Size > LargestUpload)
            throw new BotApiError(413, "Request Entity Too Large");
        if (kind != "photo")
            return world.Files.Register(upload.Hash, kind, upload.FileName, MimeTypes.OfName(upload.FileName));
        if (upload.Size > LargestPhoto)
            throw BotApiError.BadRequest($"file of size {upload.Size} bytes is too big for a photo; the maximum size is {LargestPhoto} bytes");
        if (ImageHeader.Read(Path.Combine(world.Directory, "files", upload.Hash)) is not var (width, height))
            throw BotApiError.BadRequest("IMAGE_PROCESS_FAILED");
        if (width + height > 10000 || Math.Max(width, height) > 20 * Math.Min(width, height))
            throw BotApiError.BadRequest("PHOTO_INVALID_DIMENSIONS");
        return world.Files.Register(upload.Hash, "photo", width: width, height: height);
    }

    /// <summary>
    /// The sizes of a photo: the true one last. The smaller ones have their own ids and Telegram's dimensions (boxes of 90, 320
    /// and 800), but the same bytes, since nothing here decodes pictures.
    /// </summary>
    public static JsonArray PhotoSizes(StoredFile file)
    {
        var sizes = new JsonArray();
        foreach (var (letter, box) in (ReadOnlySpan<(string, int)>)[("s", 90), ("m", 320), ("x", 800)])
        {
            var longest = Math.Max(file.Width, file.Height);
            if (longest > box)
                sizes.Add(Size(letter, Math.Max(1, file.Width * box / longest), Math.Max(1, file.Height * box / longest)));
        }
        sizes.Add(Size("", file.Width, file.Height));
        return sizes;

        JsonObject Size(string letter, int width, int height) => new()
        {
            ["file_id"] = file.FileId + (letter.Length == 0 ? "" : "-" + letter),
            ["file_unique_id"] = file.UniqueId + letter,
            ["file_size"] = file.ShownSize,
            ["width"] = width,
            ["height"] = height,
        };
    }

    public static JsonObject DocumentJson(StoredFile file)
    {
        var json = new JsonObject();
        if (file.Name is not null)
            json["file_name"] = file.Name;
        if (file.Mime is not null)
            json["mime_type"] = file.Mime;
        json["file_id"] = file.FileId;
        json["file_unique_id"] = file.UniqueId;
        json["file_size"] = file.ShownSize;
        return json;
    }

    /// <summary>Puts a file under its field of a message.</summary>
    public static void PutInto(JsonObject message, StoredFile file)
    {
        if (file.Kind == "photo")
            message["photo"] = PhotoSizes(file);
        else
            message["document"] = DocumentJson(file);
    }

    /// <summary>Reads a caption and checks its length.</summary>
    public static FormattedText Caption(string? caption, string? parseMode, JsonNode? entities)
    {
        var text = FormattedText.Read(caption ?? "", parseMode, entities);
        return text.Text.Length <= FormattedText.LongestCaption ? text : throw BotApiError.BadRequest("message caption is too long");
    }
}
