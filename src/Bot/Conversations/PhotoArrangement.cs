using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>Atur foto: one photo of a draft gets another caption, becomes the main one or is left out; the others stay as they are.</summary>
internal sealed class PhotoArrangement(WritingSteps steps)
{
    /// <summary>Asks which photo; of a single one, what is to be done with it.</summary>
    public static Task Start(Visit visit, ConversationRow row, Edition edition) => Show(visit, row, edition, edition.Draft.Photos.Length == 1 ? 1 : 0);

    /// <summary>A button of this step. A photo that a colleague took out meanwhile leads back to the list.</summary>
    public async Task OnPress(Visit visit, ConversationRow row, Edition edition, StepButton button)
    {
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        var photos = edition.Draft.Photos;
        switch (button.Choice)
        {
            case StepChoice.Photo when int.TryParse(button.Argument, out var at) && at >= 1 && at <= photos.Length:
                await Show(visit, row, edition, at);
                break;
            case StepChoice.Caption when state.Caption >= 1 && state.Caption <= photos.Length:
                visit.Keep(row, WritingSteps.Caption, state, ConversationJson.Default.WritingState);
                await visit.Prompt(MenulisTeks.KeteranganBaru(state.Caption, photos[state.Caption - 1].Caption), WritingPrompts.BackKeys(row, WritingSteps.Caption));
                break;
            case StepChoice.Order when state.Caption >= 2 && state.Caption <= photos.Length:
                Drafts.Change(edition, draft => draft with { Photos = draft.Photos.RemoveAt(state.Caption - 1).Insert(0, draft.Photos[state.Caption - 1]) }, visit.Now);
                await steps.Continue(visit, row, WritingSteps.Photos);
                break;
            case StepChoice.DropPhotos when state.Caption >= 1 && state.Caption <= photos.Length:
                Drafts.Change(edition, draft => draft with { Photos = draft.Photos.RemoveAt(state.Caption - 1) }, visit.Now);
                await steps.Continue(visit, row, WritingSteps.Photos);
                break;
            case StepChoice.Back when state.Caption == 0 || photos.Length < 2:
                await steps.Continue(visit, row, WritingSteps.Photos);
                break;
            default:
                await Show(visit, row, edition, 0);
                break;
        }
    }

    /// <param name="chosen">Its position; 0 to choose.</param>
    private static Task Show(Visit visit, ConversationRow row, Edition edition, int chosen)
    {
        visit.Keep(row, WritingSteps.Arrange, Visit.State(row, ConversationJson.Default.WritingState) with { Caption = chosen }, ConversationJson.Default.WritingState);
        Key Of(string label, StepChoice choice, KeyStyle style = KeyStyle.Plain) => WritingPrompts.StepKey(row, WritingSteps.Arrange, label, choice, style);
        var photos = edition.Draft.Photos;
        if (chosen == 0) return visit.Prompt(MenulisTeks.FotoYangMana([.. photos.Select(photo => photo.Caption)]), WritingPrompts.PhotoPicks(row, WritingSteps.Arrange, photos.Length));
        var keys = chosen == 1 ? Keyboard.OneRow(Of("Ganti keterangan", StepChoice.Caption)) : Keyboard.OneRow(Of("Ganti keterangan", StepChoice.Caption), Of("Jadikan foto utama", StepChoice.Order));
        return visit.Prompt(MenulisTeks.FotoIni(chosen, photos.Length, photos[chosen - 1].Caption), keys.Row(Of("Kembali", StepChoice.Back), Of("Hapus foto ini", StepChoice.DropPhotos, KeyStyle.Danger)));
    }
}
