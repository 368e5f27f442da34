using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>A PDF that lies on our disk and may go with an announcement, or why it was not taken.</summary>
/// <param name="Text">Its words, for the checks.</param>
/// <param name="Refusal">A sentence for its sender; null when the file is here.</param>
public sealed record AttachmentArrival(Attachment? Attachment, string Text = "", string? ChatFileId = null, string? Refusal = null) : Prepared;
