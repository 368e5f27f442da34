using System.Text.RegularExpressions;

namespace KominfoBot.Workflow.News;

/// <summary>Who took a photo, as offices write it behind the caption: "Petugas merekam KTP. (Foto: Rina Marlina)", "… Dok. Disdik".</summary>
public static partial class PhotoCredit
{
    /// <summary>The caption without its credit, and the credit; null where there is none.</summary>
    public static (string? Caption, string? Credit) Split(string? caption)
    {
        if (caption is null || Ending().Match(caption) is not { Success: true } match) return (caption, null);
        var (words, credit) = (caption[..match.Index].Trim(), match.Groups["who"].Value.Trim());
        return (words.Length == 0 ? null : words, credit);
    }

    /// <summary>In brackets, or as the last sentence; a name is short.</summary>
    [GeneratedRegex(@"(?:[(\[]\s*(?:foto|dok(?:umentasi)?\.?)\s*[:/]?\s*(?<who>[^()\[\]]{2,60}?)\s*[)\]]|(?<=^|[.!?]\s*|[—–-]\s*)(?:foto|dok(?:umentasi)?\.?)\s*:\s*(?<who>[^.:()\[\]]{2,60}?)\.?)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ending();
}
