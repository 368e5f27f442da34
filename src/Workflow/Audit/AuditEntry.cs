using System.Text.Json.Serialization;

namespace KominfoBot.Workflow.Audit;

/// <summary>What an event says: who, in which capacity, did what, when, to what, from which state to which, on which text, and why.</summary>
/// <param name="At">Cut to milliseconds, so that every store keeps it exactly.</param>
/// <param name="Capacity">The office held when acting, e.g. "Kabid" or "Plh. Kepala Dinas".</param>
/// <param name="Detail">What else an inspector needs, e.g. "baca lengkap: ya".</param>
/// <param name="Lane">The exceptional way that the act took, if it took one.</param>
public sealed record AuditEntry(
    long Sequence,
    DateTimeOffset At,
    string Act,
    long? ActorId = null,
    string? ActorName = null,
    string? Capacity = null,
    Guid? ItemId = null,
    string? Number = null,
    long? EditionId = null,
    int? EditionOrdinal = null,
    string? From = null,
    string? To = null,
    string? RevisionHash = null,
    string? Reason = null,
    string? Detail = null,
    string? Lane = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditEntry))]
internal sealed partial class AuditJson : JsonSerializerContext;
