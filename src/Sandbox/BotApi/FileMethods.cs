using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>getFile: opens a download path for an hour.</summary>
internal sealed class FileMethods(World world)
{
    private const long LargestDownload = 20 * 1024 * 1024;

    public void AddTo(MethodTable table) => table.Add("getFile", GetFile);

    private string GetFile(BotApiRequest request)
    {
        var id = request.Required("file_id", "file_id not specified");
        var letter = id.Length > 2 && id[^2] == '-' && id[^1] is 's' or 'm' or 'x' && id[^2] == '-' ? id[^1..] : "";
        var file = world.Files.Find(id) ?? (letter.Length > 0 ? world.Files.Find(id[..^2]) : null)
            ?? throw BotApiError.BadRequest("invalid file_id");
        if (file.Unavailable)
            throw BotApiError.BadRequest("wrong file_id or the file is temporarily unavailable");
        if (file.ShownSize > LargestDownload)
            throw BotApiError.BadRequest("file is too big");
        world.Files.Open(file);
        return new JsonObject
        {
            ["file_id"] = id,
            ["file_unique_id"] = file.UniqueId + letter,
            ["file_size"] = file.ShownSize,
            ["file_path"] = file.Path,
        }.ToJsonString();
    }
}
