using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// A message that went into a draft was edited: the draft changes with it. After Kirim the text that others decide on stays; its sender is told so, the change is
/// kept for a new revision, and the way to that is one tap.
/// </summary>
public sealed class EditedMessages(NewsDesk desk, DraftPreview preview, TextRules rules)
{
    public async Task OnEdited(Visit visit, StyledText text, bool isPhoto)
    {
        if (visit.Source is not { } source || await ChangePending(visit, source, text)) return;
        if (await Drafts.MadeFrom(visit.Db, source, visit.Cancel) is not { } edition || !Drafts.MayWrite(visit.Actor, edition)) return;
        if (!Drafts.IsOpen(edition))
        {
            if (edition.CurrentHash is not null && await NewsDesk.Open(visit.Db, edition.Id, visit.Cancel) is { } sent) OnSent(visit, sent, source, text, isPhoto);
            return;
        }
        Drafts.Change(edition, draft => Changed(draft, source, text, isPhoto), visit.Now);
        if (await visit.Conversation() is not { Kind: WritingConversation.Kind } row || Visit.State(row, ConversationJson.Default.WritingState).EditionId != edition.Id) return;
        await (row.Step switch
        {
            DraftPreview.Step => preview.Redraw(visit, row, edition),
            WritingSteps.Body when !edition.Draft.Passages.IsEmpty => WritingPrompts.ShowBodyProgress(visit, row, edition, anew: false),
            WritingSteps.Photos when !edition.Draft.Photos.IsEmpty => WritingPrompts.ShowPhotoProgress(visit, row, edition, rules, anew: false),
            _ => Task.CompletedTask,
        });
    }

    private void OnSent(Visit visit, Edition edition, SourceMessage source, StyledText text, bool isPhoto)
    {
        var changed = Changed(edition.Draft, source, text, isPhoto);
        if (changed.ToContent().Equals(edition.Draft.ToContent())) return;
        var (number, offered) = (edition.Item!.Number!, Lifecycle.Offered(desk.StandingOf(edition, visit.Now), visit.Actor).ToHashSet());
        if (offered.Contains(Act.Withdraw))
        {
            edition.Draft = changed;
            var keys = visit.Actor.WritesFor(edition.Item.SkpdCode)
                ? Keyboard.OneRow(new Key(MenulisTeks.TarikDanUbah, new ItemButton(ItemChoice.WithdrawAndChange, edition.Id).Pack()))
                : Keyboard.OneRow(new Key("Tarik kembali", new ItemButton(ItemChoice.Withdraw, edition.Id).Pack()));
            visit.Say(MenulisTeks.SudahTerkirim(number), keys, replyTo: visit.MessageId, slot: $"changed:{edition.Id}");
            return;
        }
        if (edition.State == EditionState.Published)
            visit.Say(MenulisTeks.SudahTerbit(number), offered.Contains(Act.Revise) ? Keyboard.OneRow(new Key(KartuTeks.BuatKoreksi, new ActButton(Act.Revise, edition.Id, CardText.Seen(edition)).Pack())) : null, replyTo: visit.MessageId);
        else
            visit.Say(MenulisTeks.SudahSelesai(number, KeadaanTeks.Sudah(edition.State)), replyTo: visit.MessageId);
    }

    /// <summary>A message of a new body that is being sent, or of a text whose place is still asked for. True when it was one.</summary>
    private static async Task<bool> ChangePending(Visit visit, SourceMessage source, StyledText text)
    {
        if (await visit.Conversation() is not { Kind: WritingConversation.Kind } row) return false;
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        if (state.Pending.All(passage => passage.Source != source)) return false;
        visit.Keep(row, row.Step, state with { Pending = [.. state.Pending.Select(passage => passage.Source == source ? passage with { Text = text } : passage)] }, ConversationJson.Default.WritingState);
        if (row.Step == WritingSteps.NewBody) await WritingPrompts.ShowNewBodyProgress(visit, row, anew: false);
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
