using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>An act that needs something typed before it is carried out: a time, a reason, the words of a correction.</summary>
/// <param name="Text">The corrected text that waits for its confirmation.</param>
public sealed record AfterState(long EditionId, string SeenText, Act Act, string? Reason = null, Content? Text = null);
