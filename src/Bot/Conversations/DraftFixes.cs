using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>What a press can mend in a draft: all spelling at once or one by one, a weekday, a population number; and the question about victims.</summary>
public sealed class DraftFixes(NewsDesk desk, DraftPreview preview)
{
    /// <summary>Misspellings that are offered one by one; the rest follows when these are done.</summary>
    private const int Listed = 10;

    /// <summary>Weekdays that get a button.</summary>
    private const int Weekdays = 3;

    /// <summary>The rows of buttons for what was found.</summary>
    public static Keyboard Keys(ConversationRow row, IReadOnlyCollection<Finding> findings, Keyboard keys)
    {
        Key Of(string label, StepChoice choice, string argument = "") => WritingPrompts.StepKey(row, DraftPreview.Step, label, choice, argument: argument);
        if (findings.Any(finding => finding.Fix?.Kind == FixKind.Privacy)) keys = keys.Row(Of("Hapus NIK itu", StepChoice.RemoveNumbers));
        var spelling = findings.Count(finding => finding.Fix?.Kind == FixKind.Spelling);
        if (spelling == 1) keys = keys.Row(Of("Perbaiki ejaan (1)", StepChoice.FixSpelling));
        if (spelling > 1) keys = keys.Row(Of($"Perbaiki ejaan ({spelling})", StepChoice.FixSpelling), Of("Satu per satu", StepChoice.Spellings));
        foreach (var finding in findings.Where(finding => finding.Fix?.Kind == FixKind.Weekday).Take(Weekdays))
            keys = keys.Row(Of($"Ganti “{finding.Values[0]}” dengan “{finding.Values[2]}”", StepChoice.FixOne, IdOf(finding)));
        return findings.Any(finding => finding is { Code: "victim", Weight: Weight.Warn }) ? keys.Row(Of("Ya, identitas disamarkan", StepChoice.MaskIdentity)) : keys;
    }

    public static bool Concerns(StepChoice choice) => choice is StepChoice.RemoveNumbers or StepChoice.FixSpelling or StepChoice.Spellings or StepChoice.FixOne or StepChoice.MaskIdentity;

    public async Task OnPress(Visit visit, ConversationRow row, Edition edition, StepButton button)
    {
        var findings = await desk.Check(visit.Db, edition, edition.Draft.ToContent(), visit.Cancel);
        switch (button.Choice)
        {
            case StepChoice.RemoveNumbers:
                Mend(visit, edition, findings.Where(finding => finding.Fix?.Kind == FixKind.Privacy));
                break;
            case StepChoice.FixSpelling:
                Mend(visit, edition, findings.Where(finding => finding.Fix?.Kind == FixKind.Spelling));
                break;
            case StepChoice.FixOne:
                var one = findings.Where(finding => finding.Fix is not null && IdOf(finding) == button.Argument).Take(1).ToList();
                Mend(visit, edition, one);
                if (one is [{ Fix.Kind: FixKind.Spelling }] && await ListSpelling(visit, row, edition)) return;
                break;
            case StepChoice.MaskIdentity:
                Drafts.Change(edition, draft => draft with { IdentityMasked = true }, visit.Now);
                break;
            case StepChoice.Spellings when await ListSpelling(visit, row, edition):
                return;
        }
        await preview.Redraw(visit, row, edition);
    }

    private static void Mend(Visit visit, Edition edition, IEnumerable<Finding> findings)
        => Drafts.Change(edition, draft => Fixing.Apply(draft, findings.Select(finding => finding.Fix!)), visit.Now);

    /// <summary>Each misspelling with a button of its own; false when there is none left.</summary>
    private async Task<bool> ListSpelling(Visit visit, ConversationRow row, Edition edition)
    {
        var spelling = (await desk.Check(visit.Db, edition, edition.Draft.ToContent(), visit.Cancel)).Where(finding => finding.Fix?.Kind == FixKind.Spelling).ToImmutableArray();
        if (spelling.IsEmpty) return false;
        var keys = Keyboard.Column([.. spelling.Take(Listed).Select(finding => WritingPrompts.StepKey(row, DraftPreview.Step, ChatText.Cut(TemuanTeks.Ejaan(finding), 60), StepChoice.FixOne, argument: IdOf(finding)))]);
        await visit.Redraw(MenulisTeks.PilihEjaan(spelling.Length, Listed), keys.Row(WritingPrompts.StepKey(row, DraftPreview.Step, "Kembali", StepChoice.Improve), WritingPrompts.StepKey(row, DraftPreview.Step, $"Perbaiki semua ({spelling.Length})", StepChoice.FixSpelling)));
        return true;
    }

    /// <summary>Names a finding in a button: 48 bits of its key's hash, which no draft has twice.</summary>
    private static string IdOf(Finding finding) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(finding.Key)).AsSpan(0, 6));
}
