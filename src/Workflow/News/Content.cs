using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace KominfoBot.Workflow.News;

/// <summary>A photo in its place in an item. The hash names the photo; the caption belongs to this use of it.</summary>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of the original file.</param>
public sealed record PhotoUse(string Hash, string? Caption);

/// <summary>All that a reader will see of an item and all that a reviewer decides on. Frozen into a <see cref="Revision"/> at each Kirim or edit.</summary>
public sealed record Content(string Title, StyledText Body, ImmutableArray<PhotoUse> Photos, string CategoryCode, Occasion? Occasion = null, Attachment? Attachment = null)
{
    /// <summary>The one byte form that is hashed and kept: UTF-8 JSON, fields in declaration order.</summary>
    public byte[] ToCanonicalBytes() => JsonSerializer.SerializeToUtf8Bytes(this, WorkflowJson.Default.Content);

    public static Content FromCanonicalBytes(byte[] bytes)
        => JsonSerializer.Deserialize(bytes, WorkflowJson.Default.Content) ?? throw new InvalidDataException("Revisi tersimpan tanpa isi.");

    public int WordCount => Words.Count(Body.Text);

    public bool Equals(Content? other)
        => other is not null && Title == other.Title && Body.Equals(other.Body) && CategoryCode == other.CategoryCode && Photos.SequenceEqual(other.Photos) && Occasion == other.Occasion && Attachment == other.Attachment;

    public override int GetHashCode() => HashCode.Combine(Title, Body, CategoryCode);
}

/// <summary>The SHA-256 of a revision's canonical bytes: what a decision is bound to.</summary>
/// <param name="Hex">64 lower-case hexadecimal digits.</param>
public readonly record struct RevisionHash(string Hex)
{
    public static RevisionHash Of(byte[] canonical) => new(Convert.ToHexStringLower(SHA256.HashData(canonical)));

    /// <summary>The first 128 bits in 22 base64url characters: as much as fits a button beside the rest, and still beyond any search for a second text.</summary>
    public string Token => Base64Url.EncodeToString(Convert.FromHexString(Hex).AsSpan(0, 16));

    public override string ToString() => Hex;
}
