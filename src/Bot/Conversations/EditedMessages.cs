using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>A message that went into a draft was edited: the draft changes with it. After Kirim nothing changes silently; its sender is told.</summary>
public sealed class EditedMessages(DraftPreview preview, TextRules rules)
{
    public async Task OnEdited(Visit visit, StyledText text, bool isPhoto)
    {
        if (visit.Source is not { } source || await ChangePending(visit, source, text)) return;
        if (await Drafts.MadeFrom(visit.Db, source, visit.Cancel) is not { } edition || !Drafts.MayWrite(visit.Actor, edition)) return;
        if (!Drafts.IsOpen(edition))
        {
            if (edition.Item!.Number is { } number) visit.Say(MenulisTeks.SudahTerkirim(number), replyTo: visit.MessageId);
            return;
        }
        Drafts.Change(edition, draft => Changed(draft, source, text, isPhoto), visit.Now);
        if (await visit.Conversation() is not { Kind: WritingConversation.Kind } row || Visit.State(row, ConversationJson.Default.WritingState).EditionId != edition.Id) return;
        await (row.Step switch
        {
            DraftPreview.Step => preview.Redraw(visit, row, edition),
            WritingConversation.BodyStep when !edition.Draft.Passages.IsEmpty => WritingPrompts.ShowBodyProgress(visit, row, edition, anew: false),
            WritingConversation.PhotosStep when !edition.Draft.Photos.IsEmpty => WritingPrompts.ShowPhotoProgress(visit, row, edition, rules, anew: false),
            _ => Task.CompletedTask,
        });
    }

    /// <summary>A message of a new body that is being sent, or of a text whose place is still asked for. True when it was one.</summary>
    private static async Task<bool> ChangePending(Visit visit, SourceMessage source, StyledText text)
    {
        if (await visit.Conversation() is not { Kind: WritingConversation.Kind } row) return false;
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        if (state.Pending.All(passage => passage.Source != source)) return false;
        visit.Keep(row, row.Step, state with { Pending = [.. state.Pending.Select(passage => passage.Source == source ? passage with { Text = text } : passage)] }, ConversationJson.Default.WritingState);
        if (row.Step == WritingConversation.NewBodyStep) await WritingPrompts.ShowNewBodyProgress(visit, row, anew: false);
        return true;
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
