using System.Globalization;
using System.Text.RegularExpressions;

namespace KominfoBot.Workflow.Checks;

/// <summary>
/// Population numbers (NIK, KK) must not be published: 16 digits that parse as region (6) and date of birth (ddMMyy, a woman's day + 40), written together or
/// in groups.
/// </summary>
internal static partial class NikCheck
{
    public const string Code = "nik";

    public static IEnumerable<Finding> Run(CheckedText text)
    {
        foreach (var (where, line, found) in Places(text))
            yield return new Finding(Weight.Block, Code, [where, $"{line}", $"{found[..4]}…{found[^4..]}"]);
    }

    internal static bool IsPopulationNumber(string digits)
    {
        var province = int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var day = int.Parse(digits.AsSpan(6, 2), CultureInfo.InvariantCulture);
        var month = int.Parse(digits.AsSpan(8, 2), CultureInfo.InvariantCulture);
        if (day > 40) day -= 40;
        return IsProvince(province) && digits.AsSpan(2, 2) is not "00" && digits.AsSpan(4, 2) is not "00" && day is >= 1 and <= 31 && month is >= 1 and <= 12;
    }

    /// <summary>Codes that a province has or had (Kepmendagri 300.2.2-2138/2025): columns of years such as "2021 2022 2023 2024" are none.</summary>
    private static bool IsProvince(int code)
        => code is (>= 11 and <= 19) or 21 or (>= 31 and <= 36) or (>= 51 and <= 54) or (>= 61 and <= 65) or (>= 71 and <= 76) or 81 or 82 or (>= 91 and <= 97);

    private static IEnumerable<(string Where, int Line, string Digits)> Places(CheckedText text)
    {
        foreach (var place in In("judul", text.Content.Title)) yield return place;
        foreach (var place in In("isi", text.Content.Body.Text)) yield return place;
        foreach (var (photo, index) in text.Content.Photos.Select((photo, index) => (photo, index)))
            foreach (var (_, _, digits) in In("keterangan foto", photo.Caption ?? ""))
                yield return ("keterangan foto", index + 1, digits);
    }

    private static IEnumerable<(string Where, int Line, string Digits)> In(string where, string text)
    {
        foreach (Match match in SixteenDigits().Matches(text))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            if (IsPopulationNumber(digits)) yield return (where, text.AsSpan(0, match.Index).Count('\n') + 1, digits);
        }
    }

    [GeneratedRegex(@"(?<![0-9])[0-9](?:[ .\-]?[0-9]){15}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex SixteenDigits();
}
