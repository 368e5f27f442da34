using System.Text.RegularExpressions;

namespace KominfoBot.Workflow.Checks;

/// <summary>
/// Private phone numbers and e-mail addresses are personal data. Landlines, numbers that the words beside them call an office's, addresses at institutions'
/// domains and addresses that bear an office's name are public.
/// </summary>
internal static partial class ContactCheck
{
    private const int Before = 100, After = 40;

    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var words = text.Rules.Words;
        var (phones, mails) = (new List<string>(), new List<string>());
        foreach (var piece in text.Pieces)
        {
            foreach (Match match in Mobile().Matches(piece.Text))
                if (match.Value.Count(char.IsAsciiDigit) is >= 10 and <= 14 && !IsOffice(piece, match.Index, match.Index + match.Length, words)) phones.Add(match.Value);
            foreach (var address in piece.Addresses)
                if (piece.Of(address).ToString() is var mail && IsMail(mail) && IsPrivate(mail, words)) mails.Add(mail);
        }
        if (phones.Count > 0) yield return new Finding(Weight.Warn, "contact.phone", [string.Join(", ", phones.Distinct().Take(3))]);
        if (mails.Count > 0) yield return new Finding(Weight.Warn, "contact.mail", [string.Join(", ", mails.Distinct().Take(3))]);
    }

    private static bool IsOffice(TextPiece piece, int from, int to, WordLists words)
    {
        var start = Math.Max(0, from - Before);
        var near = new TextPiece(piece.Part, piece.Photo, piece.Text[start..Math.Min(piece.Text.Length, to + After)], words);
        return words.OfficeContacts.IsIn(near);
    }

    private static bool IsMail(string address) => address.IndexOf('@') > 0 && !address.Contains("://", StringComparison.Ordinal);

    private static bool IsPrivate(string mail, WordLists words)
    {
        var at = mail.LastIndexOf('@');
        if (!Links.IsNot(mail[(at + 1)..].ToLowerInvariant(), words.OfficialDomains)) return false;
        return !words.OfficeContacts.IsWithin(mail[..at]);
    }

    /// <summary>Indonesian mobile numbers: 08 or +62 8, nine to twelve more digits, in groups or not.</summary>
    [GeneratedRegex(@"(?<![0-9.,/\-])(?:\+?62[ .\-]?|0)8[0-9](?:[ .\-]?[0-9]){7,10}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Mobile();
}
