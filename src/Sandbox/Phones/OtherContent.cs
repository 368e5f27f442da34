using System.Text;
using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;

namespace KominfoBot.Sandbox.Phones;

/// <summary>Contents of the kinds that a newsroom does not accept, with only the fields that the Bot API requires.</summary>
internal static class OtherContent
{
    public static JsonObject Of(OtherKind kind, World world) => kind switch
    {
        OtherKind.Sticker => new() { ["sticker"] = File(world, "sticker", new() { ["type"] = "regular", ["width"] = 512, ["height"] = 512, ["is_animated"] = false, ["is_video"] = false, ["emoji"] = "👍" }) },
        OtherKind.Voice => new() { ["voice"] = File(world, "voice", new() { ["duration"] = 4, ["mime_type"] = "audio/ogg" }) },
        OtherKind.Video => new() { ["video"] = File(world, "video", new() { ["width"] = 1280, ["height"] = 720, ["duration"] = 9, ["mime_type"] = "video/mp4" }) },
        OtherKind.Audio => new() { ["audio"] = File(world, "audio", new() { ["duration"] = 60, ["mime_type"] = "audio/mpeg" }) },
        OtherKind.Contact => new() { ["contact"] = new JsonObject { ["phone_number"] = "+620000000000", ["first_name"] = "Kontak contoh" } },
        OtherKind.Location => new() { ["location"] = new JsonObject { ["latitude"] = -0.16, ["longitude"] = 100.68 } },
        OtherKind.Dice => new() { ["dice"] = new JsonObject { ["emoji"] = "🎲", ["value"] = 3 } },
        OtherKind.Poll => new()
        {
            ["poll"] = new JsonObject
            {
                ["id"] = "5000000000000000001",
                ["question"] = "Jadi rapat?",
                ["options"] = new JsonArray(Option("0", "Ya"), Option("1", "Tidak")),
                ["total_voter_count"] = 0,
                ["is_closed"] = false,
                ["is_anonymous"] = true,
                ["type"] = "regular",
                ["allows_multiple_answers"] = false,
                ["allows_revoting"] = false,
                ["members_only"] = false,
            },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static JsonObject Option(string id, string text) => new() { ["persistent_id"] = id, ["text"] = text, ["voter_count"] = 0 };

    private static JsonObject File(World world, string kind, JsonObject fields)
    {
        var file = world.Files.Register(world.Files.Save(Encoding.ASCII.GetBytes($"a {kind} of the sandbox")), kind);
        fields["file_id"] = file.FileId;
        fields["file_unique_id"] = file.UniqueId;
        fields["file_size"] = file.ShownSize;
        return fields;
    }
}
