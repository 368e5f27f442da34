using System.Collections.Immutable;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// Guided writing: title → body (messages until Selesai) → photos (until Selesai) → category → preview, where each part can be changed until Kirim.
/// The draft is in the store from its first word; this conversation only knows which step is open.
/// </summary>
public sealed class WritingConversation(DraftPreview preview, DraftFixes fixes, Submitting submitting, DraftLimits limits, TextRules rules, OfficeTime office)
{
    public const string Kind = "writing";

    private readonly WritingSteps steps = new(preview, rules);

    private readonly PhotoArrangement arrangement = new(new WritingSteps(preview, rules));

    private readonly WritingReleases releases = new(new WritingSteps(preview, rules));

    private readonly WritingMessages messages = new(new WritingSteps(preview, rules), preview, rules, office);

    /// <summary>/tulis: asks for the SKPD only when there are several, then for the title.</summary>
    /// <param name="skpdCode">Where it is known already, from a reminder.</param>
    public async Task Start(Visit visit, string? skpdCode = null)
    {
        if (!await limits.Allow(visit)) return;
        var skpds = skpdCode is null ? await WritingDraft.SkpdsFor(visit) : [skpdCode];
        var row = await visit.Begin(Kind, WritingSteps.Title, new WritingState(0, skpds[0], []), ConversationJson.Default.WritingState);
        if (skpds.Count == 1)
        {
            await steps.AskTitle(visit, row);
            return;
        }
        visit.Keep(row, WritingSteps.Skpd, new WritingState(0, "", []), ConversationJson.Default.WritingState);
        var names = await visit.Db.Skpds.Where(skpd => skpds.Contains(skpd.Code)).ToDictionaryAsync(skpd => skpd.Code, skpd => skpd.ShortName, visit.Cancel);
        await visit.Prompt(MenulisTeks.TanyaSkpd(), WritingPrompts.SkpdKeys(row, WritingSteps.Skpd, [.. skpds.Select(code => (code, names[code]))]));
    }

    /// <summary>A whole item, or its first photo, sent without being asked: a draft by itself.</summary>
    public Task StartWhole(Visit visit, StyledText? text, ArrivedPhoto? photo, string? caption)
        => StartWhole(visit, text is null ? [] : [new DraftPassage(visit.Source, text)], photo, caption);

    private async Task StartWhole(Visit visit, ImmutableArray<DraftPassage> text, ArrivedPhoto? photo, string? caption, string? skpdCode = null)
    {
        if (await StartDraft(visit, skpdCode) is not ({ } row, { } edition)) return;
        if (photo is not null)
        {
            await Drafts.Keep(visit.Db, photo, visit.Now, visit.Cancel);
            Drafts.AddPhoto(edition, photo, caption, visit.Source!, visit.Now);
        }
        if (text.IsEmpty)
        {
            await steps.Continue(visit, row, WritingSteps.Title);
            return;
        }
        edition.AuthorMessageId ??= text[0].Source?.MessageId;
        messages.TakeWhole(visit, edition, text[0].Text, text[0].Source);
        foreach (var more in text[1..]) Drafts.AppendPassage(edition, more.Text, more.Source, visit.Now);
        await preview.Show(visit, row, edition);
    }

    /// <summary>A release from a document, sent without being asked: a draft by itself.</summary>
    public async Task StartRelease(Visit visit, string name, ArrivedRelease release)
    {
        if (await StartDraft(visit, null) is not ({ } row, { } edition)) return;
        WritingReleases.Take(visit, edition, name, release, await WritingReleases.Keep(visit, release));
        await preview.Show(visit, row, edition);
    }

    /// <summary>A new draft at its preview; nothing when there are too many already.</summary>
    private async Task<(ConversationRow? Row, Edition? Edition)> StartDraft(Visit visit, string? skpdCode)
    {
        if (!await limits.Allow(visit)) return default;
        var skpd = skpdCode ?? WritingDraft.SkpdsOf(visit)[0];
        var row = await visit.Begin(Kind, DraftPreview.Step, new WritingState(0, skpd, []), ConversationJson.Default.WritingState);
        var edition = await WritingDraft.OpenOrStart(visit, row);
        WritingDraft.SetDefaultCategory(edition, await visit.Db.Skpds.FirstAsync(each => each.Code == skpd, visit.Cancel), visit.Now);
        return (row, edition);
    }

    /// <summary>Opens a draft or a returned text at its preview.</summary>
    public async Task Open(Visit visit, Edition edition)
    {
        var row = await visit.Begin(Kind, DraftPreview.Step, new WritingState(edition.Id, edition.Item!.SkpdCode, []), ConversationJson.Default.WritingState);
        await preview.Show(visit, row, edition);
    }

    /// <summary>A text message at whatever step is open.</summary>
    public Task OnText(Visit visit, ConversationRow row, StyledText text) => messages.OnText(visit, row, text);

    /// <summary>A photo at whatever step is open.</summary>
    public Task OnPhoto(Visit visit, ConversationRow row, ArrivedPhoto photo, StyledText caption) => messages.OnPhoto(visit, row, photo, caption);

    /// <summary>A release from a document at whatever step is open.</summary>
    public Task OnRelease(Visit visit, ConversationRow row, string name, ArrivedRelease release) => releases.OnRelease(visit, row, name, release);

    /// <summary>A PDF for the draft, at whatever step is open.</summary>
    public async Task OnAttachment(Visit visit, ConversationRow row, AttachmentArrival arrival)
    {
        if (arrival.Attachment is not { } attachment)
        {
            visit.Say(StyledText.Plain(arrival.Refusal!), replyTo: visit.MessageId);
            return;
        }
        var edition = await WritingDraft.OpenOrStart(visit, row);
        await Drafts.Keep(visit.Db, attachment, arrival.Text, arrival.ChatFileId, visit.Now, visit.Cancel);
        visit.Say(LampiranTeks.Diterima(attachment, replaced: edition.Draft.Attachment is not null), replyTo: visit.MessageId);
        Drafts.Change(edition, draft => draft with { Attachment = attachment }, visit.Now);
        if (row.Step == DraftPreview.Step) await preview.Show(visit, row, edition);
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
                visit.Keep(row, WritingSteps.Title, state with { SkpdCode = button.Argument }, ConversationJson.Default.WritingState);
                await steps.AskTitle(visit, row);
                return;
            case StepChoice.Cancel:
                await visit.End();
                visit.Say(state.EditionId == 0 ? ObrolanTeks.Dibatalkan() : MenulisTeks.DrafDisimpan(), MenuKeys.For(visit.Actor));
                return;
        }

        var edition = await WritingDraft.OpenOrStart(visit, row);
        switch (button.Choice)
        {
            case var _ when row.Step == WritingSteps.Arrange:
                await arrangement.OnPress(visit, row, edition, button);
                break;
            case StepChoice.Order when row.Step == WritingSteps.Photos && !edition.Draft.Photos.IsEmpty:
                await PhotoArrangement.Start(visit, row, edition);
                break;
            case StepChoice.Done when row.Step == WritingSteps.Body:
                await (edition.Draft.Passages.IsEmpty ? visit.Prompt(MenulisTeks.TanyaIsi()) : steps.Continue(visit, row, WritingSteps.Photos));
                break;
            case StepChoice.Done when row.Step == WritingSteps.NewBody:
                if (!state.Pending.IsEmpty) Drafts.ReplaceBody(edition, state.Pending, visit.Now);
                await steps.ToPreview(visit, row, edition);
                break;
            case StepChoice.Done when row.Step is WritingSteps.Photos or WritingSteps.Caption:
            case StepChoice.Skip when row.Step == WritingSteps.Photos:
                await steps.AfterPhotos(visit, row, edition, state);
                break;
            case StepChoice.Skip when row.Step == WritingSteps.Caption:
                await steps.NextCaption(visit, row, edition, state.Caption + 1);
                break;
            case StepChoice.Caption:
                await steps.NextCaption(visit, row, edition, 1);
                break;
            case StepChoice.DropPhotos or StepChoice.KeepPhotos:
                await (button.Choice == StepChoice.DropPhotos ? WritingPrompts.AskDropPhotos(visit, row, edition) : WritingPrompts.ShowPhotoProgress(visit, row, edition, rules, anew: false));
                break;
            case StepChoice.DropPhotosYes:
                Drafts.DropPhotos(edition, visit.Now);
                await steps.Continue(visit, row, WritingSteps.Photos);
                break;
            case StepChoice.Category:
                await PickCategory(visit, row, edition, button.Argument);
                break;
            case StepChoice.Back:
                await steps.Back(visit, row, edition, state);
                break;
            case StepChoice.Title:
                visit.Keep(row, WritingSteps.NewTitle, state, ConversationJson.Default.WritingState);
                await visit.Prompt(MenulisTeks.JudulBaru(edition.Draft.Title), WritingPrompts.BackKeys(row, WritingSteps.NewTitle));
                break;
            case StepChoice.Body:
                if (!edition.Draft.Body.IsEmpty) visit.Say(edition.Draft.Body);
                visit.Keep(row, WritingSteps.NewBody, state with { Pending = [] }, ConversationJson.Default.WritingState);
                await visit.Prompt(MenulisTeks.IsiBaru(), WritingPrompts.BackKeys(row, WritingSteps.NewBody));
                break;
            case StepChoice.Photos:
                visit.Keep(row, WritingSteps.Photos, state with { ReturnTo = DraftPreview.Step }, ConversationJson.Default.WritingState);
                await visit.Prompt(edition.Draft.Photos.IsEmpty ? MenulisTeks.TanyaFoto() : MenulisTeks.FotoDiterima(edition.Draft.Photos.Length, edition.Draft.Photos.Count(photo => photo.Caption is null)), WritingPrompts.PhotoKeys(row, edition, rules));
                break;
            case StepChoice.PickCategory:
                await steps.Continue(visit, row, WritingSteps.Category);
                break;
            case StepChoice.Occasion:
                visit.Keep(row, WritingSteps.Occasion, state, ConversationJson.Default.WritingState);
                await visit.Prompt(KegiatanTeks.Tanya(edition.Draft.Occasion), edition.Draft.Occasion is null ? WritingPrompts.BackKeys(row, WritingSteps.Occasion)
                    : Keyboard.OneRow(WritingPrompts.StepKey(row, WritingSteps.Occasion, "Kembali", StepChoice.Back), WritingPrompts.StepKey(row, WritingSteps.Occasion, KegiatanTeks.Kosongkan, StepChoice.Clear)));
                break;
            case StepChoice.Clear when row.Step == WritingSteps.Occasion:
                Drafts.Change(edition, draft => draft with { Occasion = null }, visit.Now);
                await steps.ToPreview(visit, row, edition);
                break;
            case StepChoice.Detach:
                Drafts.Change(edition, draft => draft with { Attachment = null }, visit.Now);
                await preview.Redraw(visit, row, edition);
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

    private async Task PickCategory(Visit visit, ConversationRow row, Edition edition, string code)
    {
        if (!await visit.Db.Categories.AnyAsync(each => each.Code == code, visit.Cancel)) return;
        Drafts.SetCategory(edition, code, visit.Now);
        await steps.ToPreview(visit, row, edition);
    }

    private async Task Place(Visit visit, ConversationRow row, Edition edition, WritingState state, StepChoice choice)
    {
        if (choice == StepChoice.Anew)
        {
            await StartPending(visit, state, visit.Actor.WritesFor(state.SkpdCode) ? null : state.SkpdCode);
            return;
        }
        WritingReleases.Place(edition, state, choice, visit.Now);
        Drafts.ReplaceBody(edition, choice == StepChoice.Replace ? state.Pending : edition.Draft.Passages.AddRange(state.Pending), visit.Now);
        await steps.ToPreview(visit, row, edition);
    }

    private async Task StartPending(Visit visit, WritingState state, string? skpdCode)
    {
        if (state.Photos is not { } photos)
        {
            await StartWhole(visit, state.Pending, null, null, skpdCode);
            return;
        }
        if (await StartDraft(visit, skpdCode) is not ({ } row, { } edition)) return;
        if (state.Title is { } title) Drafts.SetTitle(edition, title, null, visit.Now);
        Drafts.ReplaceBody(edition, state.Pending, visit.Now);
        Drafts.AddPhotos(edition, photos, visit.Now);
        await preview.Show(visit, row, edition);
    }
}
