using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace KominfoBot.PublicFeed.Media;

/// <summary>The name of a photo's file: content hash, variant, format. Nothing else ever becomes a path.</summary>
internal sealed partial record MediaName(string Hash, string Variant, string Format)
{
    /// <summary>The re-encoded variants. Originals, which may hold where and by whom a photo was taken, are not among them.</summary>
    private static readonly FrozenSet<string> Variants = FrozenSet.ToFrozenSet(["large", "medium", "card"]);

    public static MediaName? Parse(string? name)
        => name is not null && Pattern().Match(name) is { Success: true } match && Variants.Contains(match.Groups[2].Value)
            ? new(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)
            : null;

    public string PathIn(string directory) => Path.Combine(directory, Hash[..2], $"{Hash}-{Variant}.{Format}");

    [GeneratedRegex(@"\A([0-9a-f]{64})-([a-z]{1,16})\.(jpg|webp)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
