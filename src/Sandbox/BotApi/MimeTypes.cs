using Microsoft.AspNetCore.StaticFiles;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>A document's type by its name, as a client guesses it.</summary>
internal static class MimeTypes
{
    private static readonly FileExtensionContentTypeProvider Known = new();

    public static string OfName(string? name) =>
        name is not null && Known.TryGetContentType(name, out var type) ? type : "application/octet-stream";
}
