namespace KominfoBot.Bot.Outbox;

/// <summary>What a delivery did to the slot of its row.</summary>
internal abstract record SlotChange
{
    /// <summary>New messages fill it, or join those in it.</summary>
    public sealed record Filled(IReadOnlyList<int> MessageIds, string ContentHash, bool Joins = false) : SlotChange;

    /// <summary>Its message shows something else now.</summary>
    public sealed record Shows(string ContentHash) : SlotChange;

    /// <summary>There is nothing in it any more.</summary>
    public sealed record Emptied : SlotChange;
}

/// <summary>What became of a row that was delivered.</summary>
/// <param name="Called">Whether the server was asked at all.</param>
/// <param name="Uploads">Files that the server now knows by an id of its own.</param>
internal sealed record Delivery(SlotChange? Slot = null, bool Called = true, IReadOnlyList<(string Hash, string FileId)>? Uploads = null)
{
    public static Delivery Done { get; } = new();

    public static Delivery NothingToDo { get; } = new(Called: false);
}
