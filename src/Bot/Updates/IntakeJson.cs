using System.Text.Json;

namespace KominfoBot.Bot.Updates;

/// <summary>How incoming JSON is read: deeper than the default, so that one odd update cannot make a whole batch unreadable.</summary>
internal static class IntakeJson
{
    public static JsonDocumentOptions Options { get; } = new() { MaxDepth = 512 };
}
