using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>The steps of writing and their order: what is asked at each, what comes after it, and what before.</summary>
internal sealed class WritingSteps(DraftPreview preview, TextRules rules)
{
    public const string Skpd = "Skpd";
    public const string Title = "Title";
    public const string Body = "Body";
    public const string Photos = "Photos";
    public const string Caption = "Caption";
    public const string Arrange = "Arrange";
    public const string Category = "Category";
    public const string NewTitle = "NewTitle";
    public const string NewBody = "NewBody";
    public const string Place = "Place";
    public const string Occasion = "Occasion";

    public Task AskTitle(Visit visit, ConversationRow row) => visit.Prompt(MenulisTeks.TanyaJudul(rules.TitleMinimum, rules.TitleMaximum), WritingPrompts.BackKeys(row, Title, "Batal", StepChoice.Cancel));

    /// <summary>Opens a step and asks what it asks.</summary>
    public async Task Continue(Visit visit, ConversationRow row, string step)
    {
        var edition = await WritingDraft.OpenOrStart(visit, row);
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        visit.Keep(row, step, state, ConversationJson.Default.WritingState);
        switch (step)
        {
            case Title:
                await AskTitle(visit, row);
                break;
            case Body when !edition.Draft.Passages.IsEmpty:
                await visit.Prompt(WritingPrompts.BodyProgress(edition), WritingPrompts.DoneKeys(row, Body));
                break;
            case Body:
                await visit.Prompt(MenulisTeks.TanyaIsi(), WritingPrompts.BackKeys(row, Body));
                break;
            case Photos when !edition.Draft.Photos.IsEmpty:
                await visit.Prompt(MenulisTeks.FotoDiterima(edition.Draft.Photos.Length, edition.Draft.Photos.Count(photo => photo.Caption is null)), WritingPrompts.PhotoKeys(row, edition, rules));
                break;
            case Photos:
                await visit.Prompt(MenulisTeks.TanyaFoto(), WritingPrompts.PhotoKeys(row, edition, rules));
                break;
            case Category:
                var categories = await visit.Db.Categories.OrderBy(each => each.Order).ToListAsync(visit.Cancel);
                await WritingPrompts.AskCategory(visit, row, categories);
                break;
        }
    }

    public async Task ToPreview(Visit visit, ConversationRow row, Edition edition)
    {
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        visit.Keep(row, DraftPreview.Step, state with { Pending = [], Caption = 0, ReturnTo = DraftPreview.Step, Title = null, Photos = null }, ConversationJson.Default.WritingState);
        await preview.Show(visit, row, edition);
    }

    /// <summary>After photos comes the category, unless the draft has all that already and was only being changed.</summary>
    public Task AfterPhotos(Visit visit, ConversationRow row, Edition edition, WritingState state)
        => state.ReturnTo == DraftPreview.Step || edition.Draft.CategoryCode is not null ? ToPreview(visit, row, edition) : Continue(visit, row, Category);

    /// <summary>Kembali: the step before, or the preview where something was only being changed.</summary>
    public async Task Back(Visit visit, ConversationRow row, Edition edition, WritingState state)
    {
        var changing = state.ReturnTo == DraftPreview.Step || edition.Draft.CategoryCode is not null;
        await (row.Step switch
        {
            Body => Continue(visit, row, Title),
            Photos or Category or NewTitle or NewBody or Place when changing => ToPreview(visit, row, edition),
            Photos => Continue(visit, row, Body),
            Category or Caption => Continue(visit, row, Photos),
            _ => ToPreview(visit, row, edition),
        });
    }

    /// <summary>Asks for the first caption that is missing at or after that photo; none: back to the photos.</summary>
    public async Task NextCaption(Visit visit, ConversationRow row, Edition edition, int from)
    {
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        var position = Drafts.Uncaptioned(edition, from);
        if (position == 0)
        {
            await Continue(visit, row, Photos);
            return;
        }
        visit.Keep(row, Caption, state with { Caption = position }, ConversationJson.Default.WritingState);
        await visit.Prompt(MenulisTeks.TanyaKeterangan(position, edition.Draft.Photos[position - 1].Name), Keyboard.OneRow(WritingPrompts.StepKey(row, Caption, "Lewati", StepChoice.Skip), WritingPrompts.StepKey(row, Caption, "Selesai", StepChoice.Done)));
    }
}
