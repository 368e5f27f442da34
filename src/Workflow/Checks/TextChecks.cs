using System.Collections.Immutable;

namespace KominfoBot.Workflow.Checks;

/// <summary>The list of checks on a text; the same at submit, endorse, approve and publish. Deterministic, all findings at once.</summary>
public static class TextChecks
{
    private static readonly ImmutableArray<Func<CheckedText, IEnumerable<Finding>>> All =
    [
        TitleCheck.Run,
        BodyCheck.Run,
        CategoryCheck.Run,
        PhotoCheck.Run,
        AttachmentCheck.Run,
        NikCheck.Run,
        DuplicateCheck.Run,
        GamblingCheck.Run,
        ContactCheck.Run,
        VictimCheck.Run,
        ClickbaitCheck.Run,
        DateCheck.Run,
        NameCheck.Run,
        SpellingCheck.Run,
        CurrencyCheck.Run,
        SentenceCheck.Run,
        ShortLinkCheck.Run,
        SimilarCheck.Run,
        UsedPhotoCheck.Run,
        FiveQuestionsCheck.Run,
        QuotationCheck.Run,
        AcronymCheck.Run,
        SuperlativeCheck.Run,
    ];

    /// <summary>True for what must not be published even in an emergency.</summary>
    public static bool IsAboutPersonalData(Finding finding) => finding.Code is NikCheck.Code;

    /// <summary>Blocks first, then warnings, then hints, each in the order of the list.</summary>
    public static ImmutableArray<Finding> Run(CheckedText text) => [.. All.SelectMany(check => check(text)).OrderBy(finding => finding.Weight)];
}
