using System.Text.RegularExpressions;

namespace KominfoBot.Workflow.Checks;

/// <summary>"Rp" stands before its number without a full stop or a space (EYD V, III.A.8): Rp5.000.000,00. One line for all of a kind.</summary>
internal static partial class CurrencyCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
        => text.Pieces.SelectMany(piece => Parted().Matches(piece.Text).Where(match => !piece.IsInAddress(match.Index)).Select(match => (piece, match)))
            .GroupBy(each => each.match.Groups["between"].Value)
            .Select(group => new Finding(Weight.Warn, "spelling", [group.First().match.Value, "Rp" + group.First().match.Groups["digits"].Value, $"{group.Count()}"])
            {
                Fix = new Fix(FixKind.Spelling, [.. group.Select(each => each.piece.Change(each.match.Index, each.match.Length, "Rp" + each.match.Groups["digits"].Value))]),
            });

    [GeneratedRegex(@"\b[Rr][Pp](?<between>[. \u00A0]{1,3})(?<digits>[0-9][0-9.,]{0,30})(?<![.,])", RegexOptions.CultureInvariant)]
    private static partial Regex Parted();
}
