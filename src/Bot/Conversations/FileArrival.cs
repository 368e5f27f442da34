using KominfoBot.Bot.Updates;

namespace KominfoBot.Bot.Conversations;

/// <summary>What a register takes as a file.</summary>
public enum FileKind
{
    /// <summary>A document for the shelf; it lies on our disk when it arrives.</summary>
    Pdf,
    /// <summary>A table; its text comes along.</summary>
    Csv,
}

/// <summary>A file that a register asked for, or why it was not taken.</summary>
/// <param name="Hash">Of a PDF that is on our disk.</param>
/// <param name="Text">Of a table.</param>
/// <param name="Refusal">A sentence for its sender; null when it is here.</param>
public sealed record FileArrival(FileKind Kind, string Name, long Bytes = 0, string? Hash = null, string? ChatFileId = null, string? Text = null, string? Refusal = null) : Prepared;
