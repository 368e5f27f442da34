using System.Collections.Immutable;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// Guided writing: title → body (messages until Selesai) → photos (until Selesai) → category → preview, where each part can be changed until Kirim.
/// The draft is in the store from its first word; this conversation only knows which step is open.
/// </summary>
public sealed class WritingConversation(DraftPreview preview, DraftFixes fixes, Submitting submitting, DraftLimits limits, TextRules rules)
{
    public const string Kind = "writing";

    private const string SkpdStep = "Skpd";
    private const string TitleStep = "Title";
    internal const string BodyStep = "Body";
    internal const string PhotosStep = "Photos";
    private const string CaptionStep = "Caption";
    internal const string CategoryStep = "Category";
    private const string NewTitleStep = "NewTitle";
    internal const string NewBodyStep = "NewBody";
    private const string PlaceStep = "Place";

    /// <summary>A client cuts a long paste just below the limit of 4096; what follows such a message belongs to it.</summary>
    private const int CutByClient = 3900;

    /// <summary>/tulis: asks for the SKPD only when there are several, then for the title.</summary>
    /// <param name="skpdCode">Where it is known already, from a reminder.</param>
    public async Task Start(Visit visit, string? skpdCode = null)
    {
        if (!await limits.Allow(visit)) return;
        var skpds = skpdCode is null ? await WritingDraft.SkpdsFor(visit) : [skpdCode];
        var row = await visit.Begin(Kind, TitleStep, new WritingState(0, skpds[0], []), ConversationJson.Default.WritingState);
        if (skpds.Count == 1)
        {
            await visit.Prompt(MenulisTeks.TanyaJudul(rules.TitleMinimum, rules.TitleMaximum), WritingPrompts.BackKeys(row, TitleStep, "Batal", StepChoice.Cancel));
            return;
        }
        visit.Keep(row, SkpdStep, new WritingState(0, "", []), ConversationJson.Default.WritingState);
        var names = await visit.Db.Skpds.Where(skpd => skpds.Contains(skpd.Code)).ToDictionaryAsync(skpd => skpd.Code, skpd => skpd.ShortName, visit.Cancel);
        await visit.Prompt(MenulisTeks.TanyaSkpd(), WritingPrompts.SkpdKeys(row, SkpdStep, [.. skpds.Select(code => (code, names[code]))]));
    }

    /// <summary>A whole item, or its first photo, sent without being asked: a draft by itself.</summary>
    public Task StartWhole(Visit visit, StyledText? text, ArrivedPhoto? photo, string? caption)
        => StartWhole(visit, text is null ? [] : [new DraftPassage(visit.Source, text)], photo, caption);

    private async Task StartWhole(Visit visit, ImmutableArray<DraftPassage> text, ArrivedPhoto? photo, string? caption, string? skpdCode = null)
    {
        if (!await limits.Allow(visit)) return;
        var skpd = skpdCode ?? WritingDraft.SkpdsOf(visit)[0];
        var row = await visit.Begin(Kind, DraftPreview.Step, new WritingState(0, skpd, []), ConversationJson.Default.WritingState);
        var edition = await WritingDraft.OpenOrStart(visit, row);
        WritingDraft.SetDefaultCategory(edition, await visit.Db.Skpds.FirstAsync(each => each.Code == skpd, visit.Cancel), visit.Now);
        if (photo is not null)
        {
            await Drafts.Keep(visit.Db, photo, visit.Now, visit.Cancel);
            Drafts.AddPhoto(edition, photo, caption, visit.Source!, visit.Now);
        }
        if (text.IsEmpty)
        {
            await Continue(visit, row, TitleStep);
            return;
        }
        edition.AuthorMessageId ??= text[0].Source?.MessageId;
        TakeWhole(visit, edition, text[0].Text, text[0].Source);
        foreach (var more in text[1..]) Drafts.AppendPassage(edition, more.Text, more.Source, visit.Now);
        await preview.Show(visit, row, edition);
    }

    /// <summary>Opens a draft or a returned text at its preview.</summary>
    public async Task Open(Visit visit, Edition edition)
    {
        var row = await visit.Begin(Kind, DraftPreview.Step, new WritingState(edition.Id, edition.Item!.SkpdCode, []), ConversationJson.Default.WritingState);
        await preview.Show(visit, row, edition);
    }

    /// <summary>A text message at whatever step is open.</summary>
    public async Task OnText(Visit visit, ConversationRow row, StyledText text)
    {
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        switch (row.Step)
        {
            case SkpdStep:
                visit.Say(MenulisTeks.TanyaSkpd());
                break;
            case TitleStep when DraftSplit.IsWholeItem(text):
                var whole = await WritingDraft.OpenOrStart(visit, row);
                WritingDraft.SetDefaultCategory(whole, await visit.Db.Skpds.FirstAsync(each => each.Code == whole.Item!.SkpdCode, visit.Cancel), visit.Now);
                TakeWhole(visit, whole, text);
                await ToPreview(visit, row, whole);
                break;
            case TitleStep:
                if (!await TakeTitle(visit, row, text.Text)) return;
                await Continue(visit, row, BodyStep);
                break;
            case BodyStep:
                var edition = await WritingDraft.OpenOrStart(visit, row);
                Drafts.AppendPassage(edition, text, visit.Source, visit.Now);
                await WritingPrompts.ShowBodyProgress(visit, row, edition, anew: edition.Draft.Passages.Length == 1 && edition.Draft.Photos.IsEmpty);
                break;
            case NewTitleStep:
                if (!await TakeTitle(visit, row, text.Text)) return;
                await ToPreview(visit, row, await WritingDraft.OpenOrStart(visit, row));
                break;
            case NewBodyStep:
                visit.Keep(row, NewBodyStep, state with { Pending = state.Pending.Add(new DraftPassage(visit.Source, text)) }, ConversationJson.Default.WritingState);
                await WritingPrompts.ShowNewBodyProgress(visit, row, anew: state.Pending.IsEmpty);
                break;
            case CaptionStep:
                var captioned = await WritingDraft.OpenOrStart(visit, row);
                Drafts.SetCaption(captioned, state.Caption, text.Text, visit.Now);
                await NextCaption(visit, row, captioned, state.Caption + 1);
                break;
            case CategoryStep:
                visit.Say(MenulisTeks.PilihDenganTombol());
                break;
            case DraftPreview.Step or PhotosStep or PlaceStep:
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
        if (row.Step == PhotosStep && !DraftSplit.IsWholeItem(text))
        {
            visit.Say(MenulisTeks.TungguFoto());
            return;
        }
        if (edition.Draft.Title is null && edition.Draft.Passages.IsEmpty && DraftSplit.IsWholeItem(text))
        {
            TakeWhole(visit, edition, text);
            await ToPreview(visit, row, edition);
            return;
        }
        if (!DraftSplit.IsWholeItem(text))
        {
            // A draft without a title waits for one, whether it was asked for or not.
            if (row.Step == DraftPreview.Step && edition.Draft.Title is null)
            {
                if (await TakeTitle(visit, row, text.Text)) await ToPreview(visit, row, edition);
                return;
            }
            visit.Say(ObrolanTeks.PakaiTombol(), MenuKeys.Writing);
            return;
        }
        visit.Keep(row, PlaceStep, state with { Pending = state.Pending.Add(new DraftPassage(visit.Source, text)) }, ConversationJson.Default.WritingState);
        await visit.Prompt(MenulisTeks.TeksUntukApa(), Keyboard.OneRow(
            WritingPrompts.StepKey(row, PlaceStep, "Ganti isi", StepChoice.Replace), WritingPrompts.StepKey(row, PlaceStep, "Tambahkan", StepChoice.Append), WritingPrompts.StepKey(row, PlaceStep, "Berita baru", StepChoice.Anew)));
    }

    /// <summary>A photo at whatever step is open: stored as it comes, told in one message that is edited.</summary>
    public async Task OnPhoto(Visit visit, ConversationRow row, ArrivedPhoto photo, StyledText caption)
    {
        if (row.Step == SkpdStep)
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
            await ToPreview(visit, row, edition);
            return;
        }
        switch (row.Step)
        {
            case DraftPreview.Step:
                await preview.Redraw(visit, row, edition);
                break;
            case PhotosStep:
                await WritingPrompts.ShowPhotoProgress(visit, row, edition, rules, anew: edition.Draft.Photos.Length == 1);
                break;
            case BodyStep when !edition.Draft.Passages.IsEmpty:
                await WritingPrompts.ShowBodyProgress(visit, row, edition, anew: false);
                break;
            default:
                await visit.Outbox.Edit(visit.ChatId, $"photos:{edition.Id}", MenulisTeks.FotoDiterima(edition.Draft.Photos.Length, edition.Draft.Photos.Count(each => each.Caption is null)), null, Priority.Reply);
                break;
        }
    }

    /// <summary>A button of the open step (an older one was turned away before).</summary>
    public async Task OnPress(Visit visit, ConversationRow row, StepButton button)
    {
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        visit.Answer();
        switch (button.Choice)
        {
            case StepChoice.Skpd when visit.Actor.WritesFor(button.Argument) || visit.Actor.Reviews:
                visit.Member.LastSkpdCode = button.Argument;
                visit.Keep(row, TitleStep, state with { SkpdCode = button.Argument }, ConversationJson.Default.WritingState);
                await visit.Prompt(MenulisTeks.TanyaJudul(rules.TitleMinimum, rules.TitleMaximum), WritingPrompts.BackKeys(row, TitleStep, "Batal", StepChoice.Cancel));
                return;
            case StepChoice.Cancel:
                await visit.End();
                visit.Say(state.EditionId == 0 ? ObrolanTeks.Dibatalkan() : MenulisTeks.DrafDisimpan(), MenuKeys.For(visit.Actor));
                return;
        }

        var edition = await WritingDraft.OpenOrStart(visit, row);
        switch (button.Choice)
        {
            case StepChoice.Done when row.Step == BodyStep:
                await (edition.Draft.Passages.IsEmpty ? visit.Prompt(MenulisTeks.TanyaIsi()) : Continue(visit, row, PhotosStep));
                break;
            case StepChoice.Done when row.Step == NewBodyStep:
                if (!state.Pending.IsEmpty) Drafts.ReplaceBody(edition, state.Pending, visit.Now);
                await ToPreview(visit, row, edition);
                break;
            case StepChoice.Done when row.Step is PhotosStep or CaptionStep:
            case StepChoice.Skip when row.Step == PhotosStep:
                await AfterPhotos(visit, row, edition, state);
                break;
            case StepChoice.Skip when row.Step == CaptionStep:
                await NextCaption(visit, row, edition, state.Caption + 1);
                break;
            case StepChoice.Caption:
                await NextCaption(visit, row, edition, 1);
                break;
            case StepChoice.DropPhotos or StepChoice.KeepPhotos:
                await (button.Choice == StepChoice.DropPhotos ? WritingPrompts.AskDropPhotos(visit, row, edition) : WritingPrompts.ShowPhotoProgress(visit, row, edition, rules, anew: false));
                break;
            case StepChoice.DropPhotosYes:
                Drafts.DropPhotos(edition, visit.Now);
                await Continue(visit, row, PhotosStep);
                break;
            case StepChoice.Category:
                await PickCategory(visit, row, edition, button.Argument);
                break;
            case StepChoice.Back:
                await StepBack(visit, row, edition, state);
                break;
            case StepChoice.Title:
                visit.Keep(row, NewTitleStep, state, ConversationJson.Default.WritingState);
                await visit.Prompt(MenulisTeks.JudulBaru(edition.Draft.Title), WritingPrompts.BackKeys(row, NewTitleStep));
                break;
            case StepChoice.Body:
                if (!edition.Draft.Body.IsEmpty) visit.Say(edition.Draft.Body);
                visit.Keep(row, NewBodyStep, state with { Pending = [] }, ConversationJson.Default.WritingState);
                await visit.Prompt(MenulisTeks.IsiBaru(), WritingPrompts.BackKeys(row, NewBodyStep));
                break;
            case StepChoice.Photos:
                visit.Keep(row, PhotosStep, state with { ReturnTo = DraftPreview.Step }, ConversationJson.Default.WritingState);
                await visit.Prompt(edition.Draft.Photos.IsEmpty ? MenulisTeks.TanyaFoto() : MenulisTeks.FotoDiterima(edition.Draft.Photos.Length, edition.Draft.Photos.Count(photo => photo.Caption is null)), WritingPrompts.PhotoKeys(row, edition, rules));
                break;
            case StepChoice.PickCategory:
                await Continue(visit, row, CategoryStep);
                break;
            case StepChoice.Whole:
                visit.Say(edition.Draft.Body);
                break;
            case StepChoice.Replace or StepChoice.Append or StepChoice.Anew:
                await Place(visit, row, edition, state, button.Choice);
                break;
            case StepChoice.Delete:
                await visit.Redraw(MenulisTeks.HapusDraf(), Keyboard.OneRow(WritingPrompts.StepKey(row, DraftPreview.Step, "Batal", StepChoice.Improve), WritingPrompts.StepKey(row, DraftPreview.Step, "Ya, hapus", StepChoice.DeleteYes, KeyStyle.Danger)));
                break;
            case StepChoice.DeleteYes:
                await submitting.Discard(visit, edition);
                break;
            case StepChoice.Improve:
                await preview.Redraw(visit, row, edition);
                break;
            case StepChoice.Send or StepChoice.SendAnyway:
                await submitting.Send(visit, row, edition, acknowledged: button.Choice == StepChoice.SendAnyway);
                break;
            case var choice when DraftFixes.Concerns(choice):
                await fixes.OnPress(visit, row, edition, button);
                break;
        }
    }

    private async Task Continue(Visit visit, ConversationRow row, string step)
    {
        var edition = await WritingDraft.OpenOrStart(visit, row);
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        visit.Keep(row, step, state, ConversationJson.Default.WritingState);
        switch (step)
        {
            case TitleStep:
                await visit.Prompt(MenulisTeks.TanyaJudul(rules.TitleMinimum, rules.TitleMaximum), WritingPrompts.BackKeys(row, TitleStep, "Batal", StepChoice.Cancel));
                break;
            case BodyStep when !edition.Draft.Passages.IsEmpty:
                await visit.Prompt(WritingPrompts.BodyProgress(edition), WritingPrompts.DoneKeys(row, BodyStep));
                break;
            case BodyStep:
                await visit.Prompt(MenulisTeks.TanyaIsi(), WritingPrompts.BackKeys(row, BodyStep));
                break;
            case PhotosStep when !edition.Draft.Photos.IsEmpty:
                await visit.Prompt(MenulisTeks.FotoDiterima(edition.Draft.Photos.Length, edition.Draft.Photos.Count(photo => photo.Caption is null)), WritingPrompts.PhotoKeys(row, edition, rules));
                break;
            case PhotosStep:
                await visit.Prompt(MenulisTeks.TanyaFoto(), WritingPrompts.PhotoKeys(row, edition, rules));
                break;
            case CategoryStep:
                var categories = await visit.Db.Categories.OrderBy(each => each.Order).ToListAsync(visit.Cancel);
                await WritingPrompts.AskCategory(visit, row, categories);
                break;
        }
    }

    private async Task ToPreview(Visit visit, ConversationRow row, Edition edition)
    {
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        visit.Keep(row, DraftPreview.Step, state with { Pending = [], Caption = 0, ReturnTo = DraftPreview.Step }, ConversationJson.Default.WritingState);
        await preview.Show(visit, row, edition);
    }

    /// <summary>After photos comes the category, unless the draft has all that already and was only being changed.</summary>
    private Task AfterPhotos(Visit visit, ConversationRow row, Edition edition, WritingState state)
        => state.ReturnTo == DraftPreview.Step || edition.Draft.CategoryCode is not null ? ToPreview(visit, row, edition) : Continue(visit, row, CategoryStep);

    private async Task StepBack(Visit visit, ConversationRow row, Edition edition, WritingState state)
    {
        var changing = state.ReturnTo == DraftPreview.Step || edition.Draft.CategoryCode is not null;
        await (row.Step switch
        {
            BodyStep => Continue(visit, row, TitleStep),
            PhotosStep or CategoryStep or NewTitleStep or NewBodyStep or PlaceStep when changing => ToPreview(visit, row, edition),
            PhotosStep => Continue(visit, row, BodyStep),
            CategoryStep or CaptionStep => Continue(visit, row, PhotosStep),
            _ => ToPreview(visit, row, edition),
        });
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

    private void TakeWhole(Visit visit, Edition edition, StyledText text, SourceMessage? source = null)
    {
        source ??= visit.Source;
        var (title, body) = DraftSplit.Split(text, rules.TitleMaximum);
        if (title is not null) Drafts.SetTitle(edition, title, source, visit.Now);
        Drafts.AppendPassage(edition, body, source, visit.Now);
    }

    private async Task PickCategory(Visit visit, ConversationRow row, Edition edition, string code)
    {
        if (!await visit.Db.Categories.AnyAsync(each => each.Code == code, visit.Cancel)) return;
        Drafts.SetCategory(edition, code, visit.Now);
        await ToPreview(visit, row, edition);
    }

    private async Task Place(Visit visit, ConversationRow row, Edition edition, WritingState state, StepChoice choice)
    {
        if (choice == StepChoice.Anew)
        {
            await StartWhole(visit, state.Pending, null, null, visit.Actor.WritesFor(state.SkpdCode) ? null : state.SkpdCode);
            return;
        }
        Drafts.ReplaceBody(edition, choice == StepChoice.Replace ? state.Pending : edition.Draft.Passages.AddRange(state.Pending), visit.Now);
        await ToPreview(visit, row, edition);
    }

    private async Task NextCaption(Visit visit, ConversationRow row, Edition edition, int from)
    {
        var state = Visit.State(row, ConversationJson.Default.WritingState);
        var position = Drafts.Uncaptioned(edition, from);
        if (position == 0)
        {
            await Continue(visit, row, PhotosStep);
            return;
        }
        visit.Keep(row, CaptionStep, state with { Caption = position }, ConversationJson.Default.WritingState);
        await visit.Prompt(MenulisTeks.TanyaKeterangan(position, edition.Draft.Photos[position - 1].Name), Keyboard.OneRow(WritingPrompts.StepKey(row, CaptionStep, "Lewati", StepChoice.Skip), WritingPrompts.StepKey(row, CaptionStep, "Selesai", StepChoice.Done)));
    }
}
