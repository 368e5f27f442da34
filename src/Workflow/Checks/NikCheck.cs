using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KominfoBot.Workflow.Checks;

/// <summary>
/// Population numbers (NIK, KK) must not be published: 16 digits that parse as region (6), date of birth (ddMMyy, a woman's day + 40) and serial (4), written
/// together or in the groups that people write them in. Sums of money are none, nor a number that the words before it call an account, a payment order or the like.
/// </summary>
internal static partial class NikCheck
{
    public const string Code = "nik";

    /// <summary>How far back the words are looked for that say what a number is, UTF-16 units.</summary>
    private const int Before = 48;

    private static readonly ImmutableArray<string> shapes = ["16", "4,4,4,4", "6,6,4", "6,10", "12,4", "8,8", "2,2,2,6,4", "2,2,2,2,2,2,4", "6,2,2,2,4", "2,2,2,10", "4,2,6,4"];

    public static IEnumerable<Finding> Run(CheckedText text)
    {
        foreach (var piece in text.Pieces.Concat(text.Photos.Select((photo, index) => new TextPiece(TextPart.FileName, index, photo.Name ?? "", text.Rules.Words))).Concat(Attachment(text)))
            foreach (var (at, digits) in In(piece, text.Rules.Words))
            {
                var place = piece.Part switch
                {
                    TextPart.Title or TextPart.Body => piece.LineOf(at.Start),
                    TextPart.Attachment => piece.Text.AsSpan(0, at.Start).Count('\f') + 1,
                    _ => piece.Photo + 1,
                };
                yield return new Finding(Weight.Block, Code, [NameOf(piece.Part), $"{place}", $"{digits[..4]}…{digits[^4..]}"])
                {
                    Fix = piece.Part == TextPart.Attachment ? null : new Fix(FixKind.Privacy, [Removal(piece, at)]),
                };
            }
    }

    private static IEnumerable<TextPiece> Attachment(CheckedText text)
        => text.Content.Attachment is { } attachment ? [new TextPiece(TextPart.Attachment, 0, $"{attachment.Name}\n{text.AttachmentText}", text.Rules.Words)] : [];

    internal static bool IsPopulationNumber(string digits)
    {
        var region = Number(digits, 2);
        var day = Number(digits, 6);
        if (day > 40) day -= 40;
        var month = Number(digits, 8);
        // 1904 as 2004 was a leap year: the century does not stand in the number.
        return IsProvince(Number(digits, 0)) && region is (>= 1 and <= 39) or (>= 71 and <= 79) && Number(digits, 4) > 0 && !digits.EndsWith("0000", StringComparison.Ordinal)
            && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000 + Number(digits, 10), month);
    }

    private static int Number(string digits, int at) => int.Parse(digits.AsSpan(at, 2), CultureInfo.InvariantCulture);

    /// <summary>Codes that a province has or had (Kepmendagri 300.2.2-2138/2025): columns of years such as "2021 2022 2023 2024" are none.</summary>
    private static bool IsProvince(int code)
        => code is (>= 11 and <= 19) or 21 or (>= 31 and <= 36) or (>= 51 and <= 54) or (>= 61 and <= 65) or (>= 71 and <= 76) or 81 or 82 or (>= 91 and <= 97);

    private static IEnumerable<(Span At, string Digits)> In(TextPiece piece, WordLists words)
    {
        foreach (Match match in SixteenDigits().Matches(piece.Text))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            if (!IsPopulationNumber(digits) || IsMoney(piece.Text, match.Index)) continue;
            var said = WhatItIs(piece, match.Index, words);
            var shape = string.Join(',', match.Value.Split(' ', '.', '-').Select(group => group.Length));
            if (said == Said.Other || (said == Said.Nothing && !shapes.Contains(shape))) continue;
            yield return (new Span(match.Index, match.Length), digits);
        }
    }

    private static bool IsMoney(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(" .\u00A0");
        return before.EndsWith("Rp", StringComparison.OrdinalIgnoreCase) || before.EndsWith("IDR", StringComparison.Ordinal);
    }

    /// <summary>By the nearest word before it on its line.</summary>
    private static Said WhatItIs(TextPiece piece, int at, WordLists words)
    {
        var from = Math.Max(Math.Max(0, at - Before), piece.Text.AsSpan(0, at).LastIndexOf('\n') + 1);
        var before = new TextPiece(piece.Part, piece.Photo, piece.Text[from..at], words);
        var other = words.OtherNumbers.In(before).Select(found => found.At.Start).DefaultIfEmpty(-1).Last();
        var population = Label().Matches(before.Text).Select(match => match.Index).DefaultIfEmpty(-1).Last();
        return population > other ? Said.Population : other >= 0 ? Said.Other : Said.Nothing;
    }

    /// <summary>Takes the number out with the word that announces it, and brackets that would be empty.</summary>
    private static TextChange Removal(TextPiece piece, Span number)
    {
        var (from, to) = (number.Start, number.End);
        var before = piece.Text[Math.Max(0, from - Before)..from];
        if (Announced().Match(before) is { Success: true } label) from -= label.Length;
        while (from > 0 && piece.Text[from - 1] == ' ') from--;
        if (from > 0 && to < piece.Text.Length && piece.Text[from - 1] == '(' && piece.Text[to] == ')')
        {
            (from, to) = (from - 1, to + 1);
            while (from > 0 && piece.Text[from - 1] == ' ') from--;
        }
        // Words that now stand side by side keep a space; a mark needs none.
        var bare = from == 0 || to == piece.Text.Length || !char.IsLetterOrDigit(piece.Text[to]);
        if (from == 0)
            while (to < piece.Text.Length && piece.Text[to] == ' ') to++;
        return piece.Change(from, to - from, bare ? "" : " ");
    }

    private static string NameOf(TextPart part) => part switch
    {
        TextPart.Title => "judul",
        TextPart.Body => "isi",
        TextPart.Caption => "keterangan foto",
        TextPart.Attachment => "lampiran",
        _ => "nama berkas foto",
    };

    [GeneratedRegex(@"(?<![0-9])[0-9](?:[ .\-]?[0-9]){15}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex SixteenDigits();

    [GeneratedRegex(@"\b(?:NIK|KK|KTP|NKK|Kartu Keluarga|Nomor Induk Kependudukan)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?:\b(?:dengan|ber|nomor|no\.?)[ -]{0,2}){0,2}\b(?:NIK|KK|KTP|NKK)\b[ .:=]{0,4}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Announced();

    private enum Said
    {
        Nothing,
        Population,
        Other,
    }
}
