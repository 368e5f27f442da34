using System.Collections.Immutable;
using System.Text.Json.Serialization;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>Where writing stands, beside the draft itself, which is in the store from its first word on.</summary>
/// <param name="EditionId">0 until there is something to keep.</param>
/// <param name="Pending">A new body that is being sent, or a long text whose place is asked for.</param>
/// <param name="Caption">Position of the photo whose caption is awaited.</param>
/// <param name="ReturnTo">The step that photos or captions lead back to.</param>
/// <param name="Title">Of a document whose place is asked for.</param>
/// <param name="Photos">Of that document; null: there is none.</param>
public sealed record WritingState(long EditionId, string SkpdCode, ImmutableArray<DraftPassage> Pending, int Caption = 0, string ReturnTo = "", string? Title = null, ImmutableArray<DraftPhoto>? Photos = null);

/// <summary>A reviewer types a reason: for which item and text, and for which act.</summary>
public sealed record ReasonState(long EditionId, string SeenText, Act Act, string? Reason = null);

/// <summary>An author answers a return in writing.</summary>
public sealed record AnswerState(long EditionId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(WritingState))]
[JsonSerializable(typeof(ReasonState))]
[JsonSerializable(typeof(AnswerState))]
[JsonSerializable(typeof(AfterState))]
[JsonSerializable(typeof(EditingState))]
[JsonSerializable(typeof(DelegationState))]
[JsonSerializable(typeof(InviteState))]
[JsonSerializable(typeof(HolidayState))]
[JsonSerializable(typeof(EntryState))]
[JsonSerializable(typeof(SkpdState))]
[JsonSerializable(typeof(ShelfState))]
internal sealed partial class ConversationJson : JsonSerializerContext;
