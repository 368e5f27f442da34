using System.Collections.Immutable;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>A document that was read as a release, or why it was not.</summary>
/// <param name="Name">As its sender named it.</param>
/// <param name="Refusal">A sentence for its sender; null when the release is here.</param>
public sealed record ReleaseArrival(string Name, ArrivedRelease? Release, string? Refusal) : Prepared;

/// <param name="Photos">On our disk already, in the order of the text.</param>
/// <param name="Omissions">What did not come along, in words; empty when all did.</param>
public sealed record ArrivedRelease(string? Title, StyledText Body, ImmutableArray<ReleasePhoto> Photos, string Omissions);

/// <summary>A photo that stood in a document.</summary>
public sealed record ReleasePhoto(ArrivedPhoto Photo, string? Caption);
