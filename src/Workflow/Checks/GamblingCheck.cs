namespace KominfoBot.Workflow.Checks;

/// <summary>
/// Hidden advertisements for gambling are the commonest attack on regional portals: a link to such a site, or two of the phrases that only its advertisements
/// use, stop an item. News about gambling uses other words; one of the phrases alone is asked about.
/// </summary>
internal static class GamblingCheck
{
    private const int Enough = 2;

    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var words = text.Rules.Words;
        var hosts = Links.In(text).Select(link => link.Host).Where(host => Links.IsNot(host, words.OfficialDomains) && IsGambling(host, words)).Distinct().ToList();
        if (hosts.Count > 0) yield return new Finding(Weight.Block, "gambling.link", [hosts[0]]);

        var phrases = text.Pieces.SelectMany(piece => words.GamblingWords.In(piece).Where(found => !piece.IsInAddress(found.At.Start))).Select(found => found.Phrase).Distinct().ToList();
        if (phrases.Count > 0) yield return new Finding(phrases.Count >= Enough ? Weight.Block : Weight.Warn, "gambling.words", [string.Join(", ", phrases.Take(3))]);
    }

    private static bool IsGambling(string host, WordLists words) => words.GamblingHosts.Any(part => host.Contains(part, StringComparison.Ordinal));
}
