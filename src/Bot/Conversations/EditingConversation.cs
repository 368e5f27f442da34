using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>
/// Sunting: a reviewer takes a text in hand for half an hour and changes title, body, captions, category or the order of photos, part by part or word by word,
/// or takes a photo or the PDF out.
/// Nothing counts before Simpan, which makes one revision, voids every decision and shows the author the difference.
/// </summary>
public sealed class EditingConversation(NewsDesk desk, ReviewConversation reviewing, CardDesk cards, Announcer announcer, TextRules rules, OfficeProfile office)
{
    public const string Kind = "editing";
    public const string MenuStep = "Edit";

    private const string TitleStep = "EditTitle", BodyStep = "EditBody", PhotoStep = "EditPhoto", CaptionStep = "EditCaption", OrderStep = "EditOrder", DropStep = "EditDrop", CategoryStep = "EditCategory";

    /// <summary>The text is taken in hand; the others see by whom and until when.</summary>
    public async Task Start(Visit visit, Edition edition, ActButton button)
    {
        var outcome = await desk.Carry(visit.Db, edition, ReviewConversation.Seen(edition, button.SeenText, button.Act, null), visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved)
        {
            await reviewing.Refuse(visit, edition, (Refusal)outcome);
            return;
        }
        visit.Answer();
        await cards.Update(visit.Db, visit.Outbox, edition, visit.Now, visit.Cancel, visit.ChatId);
        var row = await visit.Begin(Kind, MenuStep, new EditingState(edition.Id, button.SeenText, NewsDesk.CurrentContent(edition), []), ConversationJson.Default.EditingState);
        await ShowMenu(visit, row, edition);
    }

    public async Task OnPress(Visit visit, ConversationRow row, StepButton button)
    {
        if (await InHand(visit, row) is not { } edition) return;
        var state = Visit.State(row, ConversationJson.Default.EditingState);
        visit.Answer();
        switch (button.Choice)
        {
            case StepChoice.Title:
                await Ask(visit, row, state, TitleStep, SuntingTeks.TulisJudul(state.Working.Title));
                break;
            case StepChoice.Body:
                visit.Say(state.Working.Body);
                await Ask(visit, row, state with { Pending = [] }, BodyStep, SuntingTeks.TulisIsi());
                break;
            case StepChoice.Done when row.Step == BodyStep && !state.Pending.IsEmpty:
                var body = state.Pending.Aggregate(StyledText.Empty, (text, part) => text.Append(part.Trim()));
                await Change(visit, row, edition, state with { Working = state.Working with { Body = body }, Pending = [] });
                break;
            case StepChoice.Caption when state.Working.Photos.Length == 1:
                await Ask(visit, row, state with { Photo = 1 }, CaptionStep, MenulisTeks.KeteranganBaru(1, state.Working.Photos[0].Caption));
                break;
            case StepChoice.Caption:
                await AskPhoto(visit, row, state, PhotoStep, MenulisTeks.FotoYangMana);
                break;
            case StepChoice.Photo when Position(button, state) is { } at && row.Step == PhotoStep:
                await Ask(visit, row, state with { Photo = at }, CaptionStep, MenulisTeks.KeteranganBaru(at, state.Working.Photos[at - 1].Caption));
                break;
            case StepChoice.Order:
                await AskPhoto(visit, row, state, OrderStep, SuntingTeks.Urutan);
                break;
            case StepChoice.Photo when Position(button, state) is { } first && row.Step == OrderStep:
                var chosen = state.Working.Photos[first - 1];
                await Change(visit, row, edition, state with { Working = state.Working with { Photos = state.Working.Photos.RemoveAt(first - 1).Insert(0, chosen) } });
                break;
            case StepChoice.DropPhotos:
                await AskPhoto(visit, row, state, DropStep, SuntingTeks.KeluarkanFoto);
                break;
            case StepChoice.Photo when Position(button, state) is { } gone && row.Step == DropStep:
                await Change(visit, row, edition, state with { Working = state.Working with { Photos = state.Working.Photos.RemoveAt(gone - 1) } });
                break;
            case StepChoice.Detach:
                await Change(visit, row, edition, state with { Working = state.Working with { Attachment = null } });
                break;
            case StepChoice.PickCategory:
                await AskCategory(visit, row, state);
                break;
            case StepChoice.Category when await visit.Db.Categories.AnyAsync(category => category.Code == button.Argument, visit.Cancel):
                await Change(visit, row, edition, state with { Working = state.Working with { CategoryCode = button.Argument } });
                break;
            case StepChoice.Save:
                await Save(visit, edition, state);
                break;
            case StepChoice.Cancel:
                await Release(visit, edition);
                break;
            default:
                await Change(visit, row, edition, state with { Pending = [], Photo = 0 });
                break;
        }
    }

    public async Task OnText(Visit visit, ConversationRow row, StyledText text)
    {
        if (await InHand(visit, row) is not { } edition) return;
        var state = Visit.State(row, ConversationJson.Default.EditingState);
        var line = PlainText.OneLine(text.Text);
        switch (row.Step)
        {
            case TitleStep when TitleCheck.Block(line, rules) is { } fault:
                visit.Say(StyledText.Plain(TemuanTeks.Kalimat(fault)), replyTo: visit.MessageId);
                break;
            case TitleStep:
                await Change(visit, row, edition, state with { Working = state.Working with { Title = line } });
                break;
            case CaptionStep:
                var photos = state.Working.Photos;
                await Change(visit, row, edition, state with { Working = state.Working with { Photos = photos.SetItem(state.Photo - 1, photos[state.Photo - 1] with { Caption = line }) }, Photo = 0 });
                break;
            case BodyStep:
                var pending = state.Pending.Add(text);
                visit.Keep(row, BodyStep, state with { Pending = pending }, ConversationJson.Default.EditingState);
                await visit.Prompt(SuntingTeks.IsiDiterima(pending.Length, pending.Sum(part => Words.Count(part.Text))), Keyboard.OneRow(Key(row, BodyStep, "Kembali", StepChoice.Back), Key(row, BodyStep, "Selesai", StepChoice.Done, KeyStyle.Primary)));
                break;
            default:
                await Substitute(visit, row, edition, state, line);
                break;
        }
    }

    /// <summary>"kata lama → kata baru", everywhere in title, body and captions.</summary>
    private async Task Substitute(Visit visit, ConversationRow row, Edition edition, EditingState state, string line)
    {
        if (WordSubstitution.Parse(line) is not { } substitution)
        {
            visit.Say(SuntingTeks.PilihBagian());
            return;
        }
        var (content, count) = substitution.In(state.Working);
        if (count == 0)
        {
            visit.Say(SuntingTeks.KataTidakAda(substitution.Old), replyTo: visit.MessageId);
            return;
        }
        visit.Say(SuntingTeks.KataDiganti(count), replyTo: visit.MessageId);
        await Change(visit, row, edition, state with { Working = content });
    }

    private async Task Save(Visit visit, Edition edition, EditingState state)
    {
        var order = ReviewConversation.Seen(edition, state.SeenText, Act.Edit, null) with { Text = state.Working };
        var outcome = await desk.Carry(visit.Db, edition, order, visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved moved)
        {
            visit.Say(StyledText.Plain(outcome is Refusal.Unchanged ? SuntingTeks.BelumBerubah : PenolakanTeks.Kalimat((Refusal)outcome, office.Time, visit.Now)));
            return;
        }
        await visit.End();
        visit.Say(SuntingTeks.Tersimpan(edition.Item!.Number!));
        await announcer.Tell(visit.Db, visit.Outbox, edition, moved, visit.ChatId, visit.Now, visit.Cancel);
    }

    private async Task Release(Visit visit, Edition edition)
    {
        NewsDesk.Release(edition, visit.Actor);
        await visit.End();
        visit.Say(SuntingTeks.Dilepas(edition.Item!.Number!));
        await cards.Update(visit.Db, visit.Outbox, edition, visit.Now, visit.Cancel, visit.ChatId);
    }

    /// <summary>The edition while it is in this person's hands; else the conversation ends with the reason.</summary>
    private async Task<Edition?> InHand(Visit visit, ConversationRow row)
    {
        var state = Visit.State(row, ConversationJson.Default.EditingState);
        if (await NewsDesk.Open(visit.Db, state.EditionId, visit.Cancel) is not { } edition) return null;
        if (Lifecycle.Decide(desk.StandingOf(edition, visit.Now), ReviewConversation.Seen(edition, state.SeenText, Act.Edit, null), visit.Actor) is not Refusal refusal) return edition;
        await visit.End();
        await reviewing.Refuse(visit, edition, refusal);
        return null;
    }

    private async Task Change(Visit visit, ConversationRow row, Edition edition, EditingState state)
    {
        visit.Keep(row, MenuStep, state, ConversationJson.Default.EditingState);
        await ShowMenu(visit, row, edition);
    }

    private async Task ShowMenu(Visit visit, ConversationRow row, Edition edition)
    {
        var state = Visit.State(row, ConversationJson.Default.EditingState);
        var categories = await visit.Db.Categories.ToDictionaryAsync(category => category.Code, category => category.Name, visit.Cancel);
        var difference = PerbedaanTeks.Naskah(ContentDifference.Between(NewsDesk.CurrentContent(edition), state.Working), code => categories.GetValueOrDefault(code, code));
        var keys = Keyboard.OneRow(Key(row, MenuStep, "Judul", StepChoice.Title), Key(row, MenuStep, "Isi", StepChoice.Body));
        var photos = state.Working.Photos.Length;
        keys = photos == 0 ? keys.Row(Key(row, MenuStep, "Kategori", StepChoice.PickCategory)) : keys.Row(Key(row, MenuStep, "Keterangan foto", StepChoice.Caption), Key(row, MenuStep, "Kategori", StepChoice.PickCategory));
        if (photos > 1) keys = keys.Row(Key(row, MenuStep, "Urutan foto", StepChoice.Order), Key(row, MenuStep, "Keluarkan foto", StepChoice.DropPhotos));
        if (state.Working.Attachment is not null) keys = keys.Row(Key(row, MenuStep, LampiranTeks.Lepas, StepChoice.Detach));
        await visit.Prompt(SuntingTeks.Menu(edition.Item!.Number!, office.Time.Jam(edition.EditingUntil!.Value), difference), keys.Row(Key(row, MenuStep, "Batal", StepChoice.Cancel), Key(row, MenuStep, "Simpan", StepChoice.Save, KeyStyle.Success)));
    }

    private static async Task AskCategory(Visit visit, ConversationRow row, EditingState state)
    {
        var keys = new Keyboard([]);
        foreach (var pair in (await visit.Db.Categories.OrderBy(category => category.Order).ToListAsync(visit.Cancel)).Select(category => Key(row, CategoryStep, category.Name, StepChoice.Category, argument: category.Code)).Chunk(2)) keys = keys.Row(pair);
        await Ask(visit, row, state, CategoryStep, SuntingTeks.PilihKategori(), keys.Row(Key(row, CategoryStep, "Kembali", StepChoice.Back)));
    }

    private static Task Ask(Visit visit, ConversationRow row, EditingState state, string step, StyledText question, Keyboard? keys = null)
    {
        visit.Keep(row, step, state, ConversationJson.Default.EditingState);
        return visit.Prompt(question, keys ?? Keyboard.OneRow(Key(row, step, "Kembali", StepChoice.Back)));
    }

    private static Task AskPhoto(Visit visit, ConversationRow row, EditingState state, string step, Func<IReadOnlyList<string?>, StyledText> question)
        => Ask(visit, row, state, step, question([.. state.Working.Photos.Select(photo => photo.Caption)]), WritingPrompts.PhotoPicks(row, step, state.Working.Photos.Length));

    private static int? Position(StepButton button, EditingState state) => int.TryParse(button.Argument, out var at) && at >= 1 && at <= state.Working.Photos.Length ? at : null;

    private static Key Key(ConversationRow row, string step, string label, StepChoice choice, KeyStyle style = KeyStyle.Plain, string argument = "") => WritingPrompts.StepKey(row, step, label, choice, style, argument);
}
