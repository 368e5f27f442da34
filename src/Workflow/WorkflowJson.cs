using System.Text.Json.Serialization;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.Workflow;

/// <summary>The JSON shapes that the store keeps; generated at build time, so that a start does not pay for reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Content))]
[JsonSerializable(typeof(DraftContent))]
[JsonSerializable(typeof(PublishedItem))]
[JsonSerializable(typeof(List<PhotoVariant>))]
[JsonSerializable(typeof(WeekFigures))]
[JsonSerializable(typeof(List<Endorsement>))]
internal sealed partial class WorkflowJson : JsonSerializerContext;
