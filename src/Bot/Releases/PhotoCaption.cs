using System.Text.RegularExpressions;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Releases;

/// <summary>Knows a photo's caption by its style or by its first words, and takes off what only says that it is one.</summary>
internal static partial class PhotoCaption
{
    private const int Longest = 500;

    public static bool IsOne(DocxBlock block)
        => block.Kind != BlockKind.TableRow && block.Pictures.IsEmpty && block.Text.Text.Length <= Longest && (block.Style == "caption" || Opening().IsMatch(block.Text.Text));

    public static string? Of(DocxBlock block)
        => PlainText.OneLine(Numbered().Replace(Opening().Replace(block.Text.Text, "", 1), "", 1)) is { Length: > 0 } caption ? caption : null;

    [GeneratedRegex(@"\A\s*(?:keterangan\s+(?:foto|gambar)|ket\.?\s*(?:foto|gambar)|caption(?:\s+foto)?|foto|teks\s+foto)(?:\s+\d+)?\s*[:：]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    /// <summary>"Gambar 2. " as Word numbers its captions.</summary>
    [GeneratedRegex(@"\A(?:Gambar|Foto|Figure)\s+\d+\s*[.:–-]?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
