namespace KominfoBot.Workflow.Checks;

/// <summary>
/// Children and victims of certain crimes must not be recognisable (UU 11/2012 article 19, UU 12/2022 article 69). A text that names such a crime and tells of
/// a case is asked about; one on prevention is not.
/// </summary>
internal static class VictimCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var words = text.Rules.Words;
        if (text.Pieces.SelectMany(piece => words.VictimTopics.In(piece)).Select(found => found.Phrase).FirstOrDefault() is not { } topic) yield break;
        if (!text.Pieces.Any(words.VictimMarks.IsIn)) yield break;
        yield return text.IdentityMasked ? new Finding(Weight.Info, "victim.masked", []) : new Finding(Weight.Warn, "victim", [topic]);
    }
}
