using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>What a message brings to a draft, by the step that is open: a title, a passage, a caption, a photo; or a whole item at once.</summary>
internal sealed class WritingMessages(WritingSteps steps, DraftPreview preview, TextRules rules, OfficeTime office)
{
    /// <summary>A client cuts a long paste just below the limit of 4096; what follows such a message belongs to it.</summary>
    private const int CutByClient = 3900;

    /// <summary>A text message at whatever step is open.</summary>
    public async Task OnText(Visit visit, ConversationRow row, StyledText text)
    {
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        switch (row.Step)
        {
            case WritingSteps.Skpd:
                visit.Say(MenulisTeks.TanyaSkpd());
                break;
            case WritingSteps.Title when DraftSplit.IsWholeItem(text):
                var whole = await WritingDraft.OpenOrStart(visit, row);
                WritingDraft.SetDefaultCategory(whole, await visit.Db.Skpds.FirstAsync(each => each.Code == whole.Item!.SkpdCode, visit.Cancel), visit.Now);
                TakeWhole(visit, whole, text);
                await steps.ToPreview(visit, row, whole);
                break;
            case WritingSteps.Title:
                if (!await TakeTitle(visit, row, text.Text)) return;
                await steps.Continue(visit, row, WritingSteps.Body);
                break;
            case WritingSteps.Body:
                var edition = await WritingDraft.OpenOrStart(visit, row);
                Drafts.AppendPassage(edition, text, visit.Source, visit.Now);
                await WritingPrompts.ShowBodyProgress(visit, row, edition, anew: edition.Draft.Passages.Length == 1 && edition.Draft.Photos.IsEmpty);
                break;
            case WritingSteps.NewTitle:
                if (!await TakeTitle(visit, row, text.Text)) return;
                await steps.ToPreview(visit, row, await WritingDraft.OpenOrStart(visit, row));
                break;
            case WritingSteps.NewBody:
                visit.Keep(row, WritingSteps.NewBody, state with { Pending = state.Pending.Add(new DraftPassage(visit.Source, text)) }, ConversationJson.Default.WritingState);
                await WritingPrompts.ShowNewBodyProgress(visit, row, anew: state.Pending.IsEmpty);
                break;
            case WritingSteps.Caption:
                var captioned = await WritingDraft.OpenOrStart(visit, row);
                var replaces = state.Caption <= captioned.Draft.Photos.Length && captioned.Draft.Photos[state.Caption - 1].Caption is not null;
                Drafts.SetCaption(captioned, state.Caption, text.Text, visit.Now);
                await (replaces ? steps.Continue(visit, row, WritingSteps.Photos) : steps.NextCaption(visit, row, captioned, state.Caption + 1));
                break;
            case WritingSteps.Occasion:
                await TakeOccasion(visit, row, text.Text);
                break;
            case WritingSteps.Category:
                visit.Say(MenulisTeks.PilihDenganTombol());
                break;
            case DraftPreview.Step or WritingSteps.Photos or WritingSteps.Arrange or WritingSteps.Place:
                await OnUnaskedText(visit, row, state, text);
                break;
        }
    }

    /// <summary>Text while nothing is asked: the rest of a paste that the client cut, or words whose place must be asked for.</summary>
    private async Task OnUnaskedText(Visit visit, ConversationRow row, WritingState state, StyledText text)
    {
        var edition = await WritingDraft.OpenOrStart(visit, row);
        var last = edition.Draft.Passages.LastOrDefault();
        if (last is { Text.Text.Length: >= CutByClient } && last.Source is { } source && source.ChatId == visit.ChatId && visit.MessageId == source.MessageId + 1)
        {
            Drafts.AppendPassage(edition, text, visit.Source, visit.Now);
            await preview.Redraw(visit, row, edition);
            return;
        }
        if (row.Step is WritingSteps.Photos or WritingSteps.Arrange && !DraftSplit.IsWholeItem(text))
        {
            visit.Say(MenulisTeks.TungguFoto());
            return;
        }
        if (edition.Draft.Title is null && edition.Draft.Passages.IsEmpty && DraftSplit.IsWholeItem(text))
        {
            TakeWhole(visit, edition, text);
            await steps.ToPreview(visit, row, edition);
            return;
        }
        if (!DraftSplit.IsWholeItem(text))
        {
            // A draft without a title waits for one, whether it was asked for or not.
            if (row.Step == DraftPreview.Step && edition.Draft.Title is null)
            {
                if (await TakeTitle(visit, row, text.Text)) await steps.ToPreview(visit, row, edition);
                return;
            }
            visit.Say(ObrolanTeks.PakaiTombol(), MenuKeys.Writing);
            return;
        }
        visit.Keep(row, WritingSteps.Place, state with { Pending = state.Pending.Add(new DraftPassage(visit.Source, text)) }, ConversationJson.Default.WritingState);
        await visit.Prompt(MenulisTeks.TeksUntukApa(), WritingPrompts.PlaceKeys(row));
    }

    /// <summary>A photo at whatever step is open: stored as it comes, told in one message that is edited.</summary>
    public async Task OnPhoto(Visit visit, ConversationRow row, ArrivedPhoto photo, StyledText caption)
    {
        if (row.Step == WritingSteps.Skpd)
        {
            visit.Say(MenulisTeks.TanyaSkpd());
            return;
        }
        var edition = await WritingDraft.OpenOrStart(visit, row);
        var whole = edition.Draft.Title is null && edition.Draft.Passages.IsEmpty && DraftSplit.IsWholeCaption(caption);
        await Drafts.Keep(visit.Db, photo, visit.Now, visit.Cancel);
        Drafts.AddPhoto(edition, photo, whole || caption.IsEmpty ? null : PlainText.OneLine(caption.Text), visit.Source!, visit.Now);
        if (whole)
        {
            WritingDraft.SetDefaultCategory(edition, await visit.Db.Skpds.FirstAsync(each => each.Code == edition.Item!.SkpdCode, visit.Cancel), visit.Now);
            TakeWhole(visit, edition, caption);
            await steps.ToPreview(visit, row, edition);
            return;
        }
        switch (row.Step)
        {
            case DraftPreview.Step:
                await preview.Redraw(visit, row, edition);
                break;
            case WritingSteps.Photos:
                await WritingPrompts.ShowPhotoProgress(visit, row, edition, rules, anew: edition.Draft.Photos.Length == 1);
                break;
            case WritingSteps.Body when !edition.Draft.Passages.IsEmpty:
                await WritingPrompts.ShowBodyProgress(visit, row, edition, anew: false);
                break;
            default:
                await visit.Outbox.Edit(visit.ChatId, $"photos:{edition.Id}", MenulisTeks.FotoDiterima(edition.Draft.Photos.Length, edition.Draft.Photos.Count(each => each.Caption is null)), null, Priority.Reply);
                break;
        }
    }

    private async Task TakeOccasion(Visit visit, ConversationRow row, string text)
    {
        if (TypedOccasion.Parse(text, visit.Now, office) is not { } occasion)
        {
            visit.Say(KegiatanTeks.TidakTerbaca(), replyTo: visit.MessageId);
            return;
        }
        var edition = await WritingDraft.OpenOrStart(visit, row);
        Drafts.Change(edition, draft => draft with { Occasion = occasion }, visit.Now);
        await steps.ToPreview(visit, row, edition);
    }

    private async Task<bool> TakeTitle(Visit visit, ConversationRow row, string text)
    {
        var title = PlainText.OneLine(text);
        if (TitleCheck.Block(title, rules) is { } fault)
        {
            visit.Say(StyledText.Plain(TemuanTeks.Kalimat(fault)), replyTo: visit.MessageId);
            return false;
        }
        Drafts.SetTitle(await WritingDraft.OpenOrStart(visit, row), title, visit.Source, visit.Now);
        return true;
    }

    /// <summary>A whole item in one message: its first line is the title.</summary>
    public void TakeWhole(Visit visit, Edition edition, StyledText text, SourceMessage? source = null)
    {
        source ??= visit.Source;
        var (title, body) = DraftSplit.Split(text, rules.TitleMaximum);
        if (title is not null) Drafts.SetTitle(edition, title, source, visit.Now);
        Drafts.AppendPassage(edition, body, source, visit.Now);
    }
}
