using KominfoBot.Bot.Updates;

namespace KominfoBot.Bot.Conversations;

/// <summary>A photo that came with an update and lies on our disk already, or why it was not taken.</summary>
/// <param name="Refusal">A sentence for its sender; null when the photo is here.</param>
public sealed record PhotoArrival(ArrivedPhoto? Photo, string? Refusal) : Prepared;

/// <param name="ChatFileId">The chat server's handle for previews; null when it came as a file, which cannot be shown as a photo by its handle.</param>
/// <param name="FileName">As its sender named it; null for photos.</param>
public sealed record ArrivedPhoto(string Hash, string Format, int Width, int Height, long Bytes, string? ChatFileId, string? FileName);
