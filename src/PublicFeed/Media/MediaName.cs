using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace KominfoBot.PublicFeed.Media;

/// <summary>The name of a photo's file (content hash, variant, format) or of an announcement's PDF (content hash). Nothing else ever becomes a path.</summary>
/// <param name="Variant">Empty for a PDF.</param>
internal sealed partial record MediaName(string Hash, string Variant, string Format)
{
    /// <summary>The re-encoded variants. Originals, which may hold where and by whom a photo was taken, are not among them.</summary>
    private static readonly FrozenSet<string> Variants = FrozenSet.ToFrozenSet(["large", "medium", "card"]);

    public static MediaName? Parse(string? name)
        => name is null || Pattern().Match(name) is not { Success: true } match ? null
            : !match.Groups[2].Success ? new(match.Groups[1].Value, "", "pdf")
            : Variants.Contains(match.Groups[2].Value) ? new(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)
            : null;

    public bool IsDocument => Variant.Length == 0;

    public string PathIn(FeedOptions options)
        => IsDocument ? Path.Combine(options.DocumentDirectory, Hash[..2], $"{Hash}.pdf") : Path.Combine(options.MediaDirectory, Hash[..2], $"{Hash}-{Variant}.{Format}");

    [GeneratedRegex(@"\A([0-9a-f]{64})(?:-([a-z]{1,16})\.(jpg|webp)|\.pdf)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
