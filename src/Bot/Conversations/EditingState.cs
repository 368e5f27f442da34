using System.Collections.Immutable;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>Where a reviewer's editing stands.</summary>
/// <param name="SeenText">The text that was opened (128 bits of its hash): an edit of another is refused.</param>
/// <param name="Working">The text as changed so far.</param>
/// <param name="Pending">A new body that is being sent.</param>
/// <param name="Photo">Position of the photo whose caption is awaited.</param>
public sealed record EditingState(long EditionId, string SeenText, Content Working, ImmutableArray<StyledText> Pending, int Photo = 0);
