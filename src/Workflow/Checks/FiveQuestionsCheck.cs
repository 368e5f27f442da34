using System.Collections.Immutable;

namespace KominfoBot.Workflow.Checks;

/// <summary>Which of who, when, where, why and how the text gives no sign of answering (5W1H; what it is about, it always says).</summary>
internal static class FiveQuestionsCheck
{
    /// <summary>As the lists name them, in the order in which they are asked.</summary>
    internal static ImmutableArray<string> Questions { get; } = ["siapa", "kapan", "di mana", "mengapa", "bagaimana"];

    public static IEnumerable<Finding> Run(CheckedText text)
    {
        if (text.Content.Body.IsEmpty) yield break;
        var body = text.Body;
        var open = Questions.Where(question => !text.Rules.Words.Questions[question].IsIn(body) && !IsAnswered(question, body)).ToList();
        if (open.Count > 0) yield return new Finding(Weight.Info, "questions", [string.Join(", ", open)]);
    }

    private static bool IsAnswered(string question, TextPiece body) => question switch
    {
        "kapan" => DateMention.In(body).Count > 0,
        "di mana" => IsSomewhere(body),
        _ => false,
    };

    /// <summary>"di" before a name, or a dateline.</summary>
    private static bool IsSomewhere(TextPiece body)
    {
        for (var index = 0; index + 1 < body.Words.Length; index++)
            if (body.Of(body.Words[index]) is "di" or "ke" or "dari" && char.IsUpper(body.Text[body.Words[index + 1].Start])) return true;
        return body.Sentences is [var first, ..] && body.Of(first).IndexOfAny('—', '–') is > 0 and < 60;
    }
}
