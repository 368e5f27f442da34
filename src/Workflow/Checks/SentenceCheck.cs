using KominfoBot.Workflow.News;

namespace KominfoBot.Workflow.Checks;

/// <summary>Sentences of more than 40 words are hard to read on a phone; one line for all of them, the longest one shown.</summary>
internal static class SentenceCheck
{
    private const int Shown = 5;

    public static IEnumerable<Finding> Run(CheckedText text)
    {
        var body = text.Body;
        var tooLong = body.Sentences.Select(sentence => (sentence, Words: Words.Count(body.Of(sentence)))).Where(each => each.Words > text.Rules.SentenceMaximum).ToList();
        if (tooLong.Count == 0) yield break;
        var (longest, words) = tooLong.MaxBy(each => each.Words);
        var beginning = string.Join(' ', body.Of(longest).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(Shown));
        yield return new Finding(Weight.Warn, "sentence.long", [$"{tooLong.Count}", $"{words}", $"{text.Rules.SentenceMaximum}", beginning]);
    }
}
