using System.Collections.Immutable;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Conversations;

/// <summary>The draft as it will look, with what the checks say and a button for each part.</summary>
public sealed class DraftPreview(NewsDesk desk)
{
    public const string Step = "Preview";

    /// <summary>Sends it as the chat's live message.</summary>
    public async Task Show(Visit visit, ConversationRow row, Edition edition)
    {
        var (text, keys) = await Compose(visit, row, edition);
        await visit.Prompt(text, keys);
    }

    /// <summary>Edits the live message.</summary>
    public async Task Redraw(Visit visit, ConversationRow row, Edition edition)
    {
        var (text, keys) = await Compose(visit, row, edition);
        await visit.Redraw(text, keys);
    }

    private async Task<(StyledText Text, Keyboard Keys)> Compose(Visit visit, ConversationRow row, Edition edition)
    {
        var content = edition.Draft.ToContent();
        var findings = (await desk.Check(visit.Db, edition, content, visit.Cancel)).RemoveAll(finding => finding.Weight == Weight.Info);
        var category = await visit.Db.Categories.Where(each => each.Code == content.CategoryCode).Select(each => each.Name).FirstOrDefaultAsync(visit.Cancel);
        var returned = edition.State == EditionState.Returned ? $"“{edition.Reason}” — {Jabatan.Oleh(edition.LastActorName, edition.LastCapacity)}" : null;
        var text = MenulisTeks.Pratinjau(content.Title.Length == 0 ? null : content.Title, content.Body, category, content.Photos.Length, content.WordCount, TemuanTeks.Daftar(findings), returned);
        if (content.Occasion is { } occasion) text = ChatText.Of($"{text}\n{KegiatanTeks.Kapan(occasion)}");
        if (content.Attachment is { } attachment) text = ChatText.Of($"{text}\nLampiran: {LampiranTeks.Keterangan(attachment)}");
        if (edition.CorrectionNote is { } note) text = ChatText.Of($"{text}\nRalat: “{note}”");
        return (text, Keys(row, edition, content.Body.Text.Length > 600, findings));
    }

    private static Keyboard Keys(ConversationRow row, Edition edition, bool isLong, ImmutableArray<Finding> findings)
    {
        Key Of(string label, StepChoice choice, KeyStyle style = KeyStyle.Plain) => new(label, new StepButton(row.Number, Step, choice).Pack(), style: style);
        var keys = isLong ? Keyboard.OneRow(Of("Baca lengkap", StepChoice.Whole)) : new Keyboard([]);
        if (edition.Ordinal > 1) keys = keys.Row(new Key("Catatan ralat", new AfterButton(AfterChoice.Note, edition.Id).Pack()));
        return DraftFixes.Keys(row, findings, keys)
            .Row(Of("Ubah judul", StepChoice.Title), Of("Ubah isi", StepChoice.Body))
            .Row(Of("Foto", StepChoice.Photos), Of("Kategori", StepChoice.PickCategory))
            .Row([.. edition.Draft.Attachment is null ? (Key[])[] : [Of(LampiranTeks.Lepas, StepChoice.Detach)], Of(KegiatanTeks.Tombol, StepChoice.Occasion)])
            .Row(Of("Hapus draf", StepChoice.Delete, KeyStyle.Danger), Of("Kirim", StepChoice.Send, KeyStyle.Success));
    }
}
