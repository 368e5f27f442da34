using System.Security.Cryptography;
using System.Text;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Outbox;

/// <summary>Identifies what a message shows, text, formatting and buttons, so that an edit which would change nothing is not sent.</summary>
internal static class ContentHash
{
    /// <summary>Of something that is never edited into another text.</summary>
    public const string Other = "-";

    /// <summary>Nobody knows what the message shows: an edit may have reached it whose answer never came.</summary>
    public const string Unknown = "?";

    public static string Of(StyledText text, Keyboard? keys)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(new EditText(text, keys ?? Keyboard.None).ToPayload())).AsSpan(0, 16));
}
