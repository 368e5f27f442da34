using KominfoBot.Workflow.Publication;

namespace KominfoBot.Workflow.Storage;

/// <summary>The public form of an item; <see cref="Shape"/> holds it whole, the columns are what it is found by.</summary>
public sealed class PublicationRow
{
    public required string Number { get; init; }
    public required Guid ItemId { get; init; }
    /// <summary>Where the item stands among all others, newest highest: the ticks of its first publication, raised until no other has them. Also its key in the search index.</summary>
    public required long Place { get; init; }
    /// <summary>1 for the first item that was ever published, then one more for each; never given twice, so what was between two numbers stays there.</summary>
    public required long Ordinal { get; init; }
    public required string SkpdCode { get; set; }
    public required string CategoryCode { get; set; }
    public required PublicationStatus Status { get; set; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset ModifiedAt { get; set; }
    /// <summary>The words that it is found by (<see cref="Publication.SearchText.Of"/>); the store's own triggers keep <see cref="PublicationWords"/> in step.</summary>
    public required string SearchText { get; set; }
    public required PublishedItem Shape { get; set; }
}

/// <summary>One visible change; the sequence is that of the audit event which caused it.</summary>
public sealed class PublicationChangeRow
{
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Number { get; init; }
    public required PublicationStatus Status { get; init; }
}

/// <summary>Which published items show which photo or carry which PDF: decides between 200, 410 and 404 at /media.</summary>
public sealed class PublicationPhotoRow
{
    public required string Number { get; init; }
    public required string Hash { get; init; }
    public required bool Live { get; set; }
}

/// <summary>What became of a received update.</summary>
public enum ReceivedState
{
    Waiting,
    Done,
    Failed,
}

/// <summary>An update as it came in, stored before it is acknowledged. The payload is opaque here.</summary>
public sealed class ReceivedRow
{
    /// <summary>Order of arrival.</summary>
    public long Sequence { get; init; }
    public required long UpdateId { get; init; }
    /// <summary>What the update is about (e.g. "message:123:45" or "press:987"): ids may restart at random after a quiet week.</summary>
    public required string Fingerprint { get; init; }
    /// <summary>The chat (or person) whose order must be kept; 0 when there is none.</summary>
    public required long Lane { get; init; }
    public required string Payload { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public ReceivedState State { get; set; }
    public int Attempts { get; set; }
    public string? LastError { get; set; }
}

/// <summary>What is to be sent, or was. The payload is opaque here.</summary>
public sealed class ToSendRow
{
    public long Sequence { get; init; }
    public required long ChatId { get; set; }
    /// <summary>0 answer to a press, 1 reply to who just acted, 2 card, 3 notice.</summary>
    public required int Priority { get; init; }
    public required string Payload { get; set; }
    /// <summary>A place in the chat that this send fills or edits ("card:42", "live"); null when nobody will edit it.</summary>
    public string? Slot { get; init; }
    /// <summary>Unique when given: the same thing is never queued twice.</summary>
    public string? Key { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset NotBefore { get; set; }
    /// <summary>Void after this; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
    public int Attempts { get; set; }
    public ToSendState State { get; set; }
    public string? LastError { get; set; }
    public DateTimeOffset? SentAt { get; set; }
}

/// <summary>What became of a message to send.</summary>
public enum ToSendState
{
    Waiting,
    Sent,
    /// <summary>No longer useful: expired, or replaced by a newer edit of the same slot.</summary>
    Void,
    /// <summary>The server refuses it for good: parked for the operator.</summary>
    Refused,
    /// <summary>The person has blocked the bot or is gone.</summary>
    Unreachable,
}

/// <summary>A message of ours that may be edited later: which one fills a slot of a chat.</summary>
public sealed class PostedRow
{
    public required long ChatId { get; set; }
    public required string Slot { get; init; }
    /// <summary>Message ids, comma-separated: an album has several.</summary>
    public required string MessageIds { get; set; }
    /// <summary>Hash of the content last confirmed by the server.</summary>
    public required string ContentHash { get; set; }
    public required DateTimeOffset PostedAt { get; set; }
}

/// <summary>Where a chat stands in a conversation. The state is opaque here.</summary>
public sealed class ConversationRow
{
    public required long ChatId { get; set; }
    /// <summary>Rises with every new conversation of the chat: a button of an older one is recognised.</summary>
    public required int Number { get; set; }
    public required string Kind { get; set; }
    public required string Step { get; set; }
    public required string State { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A small fact about this installation (was a token ever used, the last heartbeat, the bot's name).</summary>
public sealed class FactRow
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}

/// <summary>How far a photo's variants are.</summary>
public enum PhotoState
{
    Waiting,
    Ready,
    Failed,
}

/// <summary>A photo as received. The file lies in the data directory under its hash.</summary>
public sealed class PhotoRow
{
    /// <summary>Lower-case hexadecimal SHA-256 of the original file.</summary>
    public required string Hash { get; init; }
    /// <summary>jpg, png or webp, by its content.</summary>
    public required string Format { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required long Bytes { get; init; }
    /// <summary>The chat server's handle of it, for previews without an upload; null when it came as a file.</summary>
    public string? ChatFileId { get; set; }
    public required DateTimeOffset AddedAt { get; init; }
    public PhotoState State { get; set; }
    /// <summary>Why its variants could not be made, in Indonesian.</summary>
    public string? Failure { get; set; }
    public int Attempts { get; set; }
    /// <summary>What it looks like (<see cref="Checks.PhotoPrint"/>), known with its variants; null also for a picture that looks like any other.</summary>
    public long? Print { get; set; }
    public List<PhotoVariant> Variants { get; set; } = [];
}

/// <summary>A PDF that was attached to a draft. The file lies among the documents of the data directory under its hash.</summary>
public sealed class AttachmentRow
{
    /// <summary>Lower-case hexadecimal SHA-256 of the file.</summary>
    public required string Hash { get; init; }
    public required long Bytes { get; init; }
    public required int Pages { get; init; }
    /// <summary>Its words, pages parted by form feeds: what the checks look through.</summary>
    public required string Text { get; init; }
    /// <summary>The chat server's handle of it.</summary>
    public string? ChatFileId { get; set; }
    public required DateTimeOffset AddedAt { get; init; }
}
