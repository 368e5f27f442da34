namespace KominfoBot.Workflow.Checks;

/// <summary>A PDF belongs to announcements only; one without words (a scan) cannot be looked through for personal data.</summary>
internal static class AttachmentCheck
{
    public static IEnumerable<Finding> Run(CheckedText text)
    {
        if (text.Content.Attachment is not { } attachment) yield break;
        if (text.Content.CategoryCode != text.Rules.AttachmentCategory) yield return new Finding(Weight.Block, "attachment.category", [attachment.Name]);
        if (text.AttachmentText is null || !text.AttachmentText.Any(char.IsLetter)) yield return new Finding(Weight.Warn, "attachment.scan", [attachment.Name]);
    }
}
