namespace KominfoBot.Workflow.Checks;

/// <summary>
/// Hidden advertisements for gambling are the commonest attack on regional portals. A link to such a site stops an item, and so do two of the phrases that
/// advertisements use, unless the sentence (or, for phrases far apart, the text) also has the words of news about it: police, blocking, prevention. What does
/// not stop it is asked about.
/// </summary>
internal static class GamblingCheck
{
    private const int Enough = 2;

    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var words = text.Rules.Words;
        var hosts = Links.In(text).Select(link => link.Host).Where(host => Links.IsNot(host, words.OfficialDomains) && IsGambling(host, words)).Distinct().ToList();
        if (hosts.Count > 0) yield return new Finding(Weight.Block, "gambling.link", [hosts[0]]);

        var found = text.Pieces.SelectMany(piece => Phrases(piece, words).Select(each => (piece, each.At, each.Phrase))).ToList();
        if (found.Count == 0) yield break;
        var phrases = found.Select(each => each.Phrase).Distinct().ToList();
        var isAdvertisement = phrases.Count >= Enough && (!text.Pieces.Any(words.GamblingNews.IsIn) || text.Pieces.Any(piece => piece.Sentences.Any(sentence => Advertises(piece, sentence, words))));
        yield return new Finding(isAdvertisement ? Weight.Block : Weight.Warn, "gambling.words", [string.Join(", ", phrases.Take(3))]);
    }

    private static bool Advertises(TextPiece piece, Span sentence, WordLists words)
    {
        var alone = new TextPiece(piece.Part, piece.Photo, piece.Of(sentence).ToString(), words);
        return Phrases(alone, words).Select(each => each.Phrase).Distinct().Count() >= Enough && !words.GamblingNews.IsIn(alone);
    }

    private static IEnumerable<(Span At, string Phrase)> Phrases(TextPiece piece, WordLists words) => words.GamblingWords.In(piece).Where(each => !piece.IsInAddress(each.At.Start));

    private static bool IsGambling(string host, WordLists words) => words.GamblingHosts.Any(part => host.Contains(part, StringComparison.Ordinal));
}
