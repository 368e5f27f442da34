using System.Text.Json.Serialization;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// What a writing command asks of the running `serve`, over the unix socket control.sock in the data directory: one JSON line there, one back.
/// </summary>
public sealed record ControlRequest(InvitationOrder? Invite = null, SkpdImportOrder? ImportSkpd = null);

/// <summary>The answer: the line to print, or one sentence about why not.</summary>
public sealed record ControlReply(string? Line = null, string? Error = null);

/// <summary>Where the socket lies and how long each side waits.</summary>
internal static class Control
{
    /// <summary>Longest line that is read, in bytes: the largest table, each of whose characters may be escaped.</summary>
    public const int LongestLine = (6 * SkpdImport.LargestFile) + (64 * 1024);

    /// <summary>sizeof(sockaddr_un.sun_path) less the final NUL (unix(7)).</summary>
    private const int LongestPath = 107;

    /// <summary>How long a connected side may take to send its line.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static string PathIn(DataDirectory directory) => directory.File("control.sock");

    /// <summary>The path to bind or connect to: the file's own, or a short one that means the same.</summary>
    public static string AddressIn(DataDirectory directory)
    {
        var path = PathIn(directory);
        return System.Text.Encoding.UTF8.GetByteCount(path) <= LongestPath ? path : $"{PosixFile.ShortPathOf(directory.Path)}/{Path.GetFileName(path)}";
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlReply))]
internal sealed partial class ControlJson : JsonSerializerContext;
