namespace KominfoBot.Workflow.Checks;

/// <summary>Nobody is quoted.</summary>
internal static class QuotationCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        if (!text.Content.Body.IsEmpty && !text.Content.Body.Text.AsSpan().ContainsAny("\"“”„«") && !text.Rules.Words.Quoting.IsIn(text.Body)) yield return new Finding(Weight.Info, "quotation.missing", []);
    }
}
