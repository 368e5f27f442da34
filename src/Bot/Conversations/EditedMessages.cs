using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>A message that went into a draft was edited: the draft changes with it. After Kirim nothing changes silently; its sender is told.</summary>
public sealed class EditedMessages(DraftPreview preview, TextRules rules)
{
    public async Task OnEdited(Visit visit, StyledText text, bool isPhoto)
    {
        if (visit.Source is not { } source || await Drafts.MadeFrom(visit.Db, source, visit.Cancel) is not { } edition || !visit.Actor.WritesFor(edition.Item!.SkpdCode)) return;
        if (!Drafts.IsOpen(edition))
        {
            if (edition.Item.Number is { } number) visit.Say(MenulisTeks.SudahTerkirim(number), replyTo: visit.MessageId);
            return;
        }
        Drafts.Change(edition, draft => Changed(draft, source, text, isPhoto), visit.Now);
        if (await visit.Conversation() is { Kind: WritingConversation.Kind, Step: DraftPreview.Step } row && Visit.State(row, ConversationJson.Default.WritingState).EditionId == edition.Id)
            await preview.Redraw(visit, row, edition);
    }

    private DraftContent Changed(DraftContent draft, SourceMessage source, StyledText text, bool isPhoto)
    {
        var wasWhole = draft.TitleSource == source && draft.Passages.Any(passage => passage.Source == source);
        if (wasWhole && DraftSplit.Split(text, rules.TitleMaximum) is { } split)
            return WithPassage(draft with { Title = split.Title ?? draft.Title }, source, split.Body);
        if (draft.Passages.Any(passage => passage.Source == source)) return WithPassage(draft, source, text);
        if (draft.TitleSource == source && !isPhoto) return text.IsEmpty ? draft : draft with { Title = PlainText.OneLine(text.Text) };
        return draft with { Photos = [.. draft.Photos.Select(photo => photo.Source == source ? photo with { Caption = text.IsEmpty ? null : PlainText.OneLine(text.Text) } : photo)] };
    }

    private static DraftContent WithPassage(DraftContent draft, SourceMessage source, StyledText text)
        => draft with { Passages = [.. draft.Passages.Select(passage => passage.Source == source ? passage with { Text = text } : passage)] };
}
