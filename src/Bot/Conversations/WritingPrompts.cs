using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Conversations;

/// <summary>How the steps of writing look: progress in one message that is edited, and the buttons below it.</summary>
internal static class WritingPrompts
{
    public static Task AskCategory(Visit visit, ConversationRow row, IEnumerable<Workflow.People.Category> categories)
    {
        var keys = new Keyboard([]);
        foreach (var pair in categories.Select(each => StepKey(row, WritingSteps.Category, each.Name, StepChoice.Category, argument: each.Code)).Chunk(2)) keys = keys.Row(pair);
        return visit.Prompt(MenulisTeks.TanyaKategori(), keys.Row(StepKey(row, WritingSteps.Category, "Kembali", StepChoice.Back)));
    }

    public static StyledText BodyProgress(Edition edition) => MenulisTeks.IsiDiterima(edition.Draft.Passages.Length, edition.Draft.WordCount, edition.Draft.Photos.Length);

    /// <param name="anew">As a message of its own; else the one that is there changes.</param>
    public static Task ShowBodyProgress(Visit visit, ConversationRow row, Edition edition, bool anew)
        => anew
            ? visit.Prompt(BodyProgress(edition), DoneKeys(row, WritingSteps.Body))
            : visit.Redraw(BodyProgress(edition), DoneKeys(row, WritingSteps.Body));

    /// <param name="anew">As a message of its own; else the one that is there changes.</param>
    public static Task ShowNewBodyProgress(Visit visit, ConversationRow row, bool anew)
    {
        var pending = Visit.State(row, ConversationJson.Default.WritingState).Pending;
        var text = MenulisTeks.IsiDiterima(pending.Length, pending.Sum(passage => Words.Count(passage.Text.Text)), 0);
        return anew ? visit.Prompt(text, DoneKeys(row, WritingSteps.NewBody)) : visit.Redraw(text, DoneKeys(row, WritingSteps.NewBody));
    }

    /// <param name="anew">As a message of its own; else the one that is there changes.</param>
    public static Task ShowPhotoProgress(Visit visit, ConversationRow row, Edition edition, TextRules rules, bool anew)
    {
        var text = MenulisTeks.FotoDiterima(edition.Draft.Photos.Length, edition.Draft.Photos.Count(photo => photo.Caption is null));
        return anew ? visit.Prompt(text, PhotoKeys(row, edition, rules)) : visit.Redraw(text, PhotoKeys(row, edition, rules));
    }

    public static Task AskDropPhotos(Visit visit, ConversationRow row, Edition edition) => visit.Redraw(MenulisTeks.HapusFoto(edition.Draft.Photos.Length), Keyboard.OneRow(
        StepKey(row, WritingSteps.Photos, "Batal", StepChoice.KeepPhotos), StepKey(row, WritingSteps.Photos, "Ya, hapus semua", StepChoice.DropPhotosYes, KeyStyle.Danger)));

    public static Keyboard PhotoKeys(ConversationRow row, Edition edition, TextRules rules)
    {
        var keys = new Keyboard([]);
        if (Drafts.Uncaptioned(edition) > 0) keys = keys.Row(StepKey(row, WritingSteps.Photos, "Beri keterangan", StepChoice.Caption));
        if (!edition.Draft.Photos.IsEmpty) keys = keys.Row(StepKey(row, WritingSteps.Photos, "Atur foto", StepChoice.Order), StepKey(row, WritingSteps.Photos, "Hapus semua foto", StepChoice.DropPhotos, KeyStyle.Danger));
        var back = StepKey(row, WritingSteps.Photos, "Kembali", StepChoice.Back);
        if (!edition.Draft.Photos.IsEmpty) return keys.Row(back, StepKey(row, WritingSteps.Photos, "Selesai", StepChoice.Done, KeyStyle.Primary));
        return rules.PhotoRequired ? keys.Row(back) : keys.Row(back, StepKey(row, WritingSteps.Photos, "Lewati", StepChoice.Skip));
    }

    /// <summary>What a text or a document is for that came into a draft with text.</summary>
    public static Keyboard PlaceKeys(ConversationRow row) => Keyboard.OneRow(
        StepKey(row, WritingSteps.Place, "Ganti isi", StepChoice.Replace), StepKey(row, WritingSteps.Place, "Tambahkan", StepChoice.Append), StepKey(row, WritingSteps.Place, "Berita baru", StepChoice.Anew));

    public static Keyboard DoneKeys(ConversationRow row, string step)
        => Keyboard.OneRow(StepKey(row, step, "Kembali", StepChoice.Back), StepKey(row, step, "Selesai", StepChoice.Done, KeyStyle.Primary));

    public static Keyboard BackKeys(ConversationRow row, string step, string label = "Kembali", StepChoice choice = StepChoice.Back) => Keyboard.OneRow(StepKey(row, step, label, choice));

    /// <summary>A row each for the few of a person; in pairs for all of an office.</summary>
    public static Keyboard SkpdKeys(ConversationRow row, string step, IReadOnlyList<(string Code, string Name)> skpds)
    {
        var keys = new Keyboard([]);
        foreach (var some in skpds.Select(skpd => StepKey(row, step, skpd.Name, StepChoice.Skpd, argument: skpd.Code)).Chunk(skpds.Count > 8 ? 2 : 1)) keys = keys.Row(some);
        return keys;
    }

    /// <summary>A button for each photo by its position, four to a row, and the way back.</summary>
    public static Keyboard PhotoPicks(ConversationRow row, string step, int count)
    {
        var keys = new Keyboard([]);
        foreach (var some in Enumerable.Range(1, count).Select(at => StepKey(row, step, $"Foto {at}", StepChoice.Photo, argument: $"{at}")).Chunk(4)) keys = keys.Row(some);
        return keys.Row(StepKey(row, step, "Kembali", StepChoice.Back));
    }

    public static Key StepKey(ConversationRow row, string step, string label, StepChoice choice, KeyStyle style = KeyStyle.Plain, string argument = "")
        => new(label, new StepButton(row.Number, step, choice, argument).Pack(), style: style);
}
