using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Conversations;

/// <summary>Buat koreksi: a new edition in the chat of who presses, with its public note first and then the preview of writing. The live edition stays until this one is approved.</summary>
public sealed class CorrectionConversation(NewsDesk desk, ReviewConversation reviewing, WritingConversation writing, Aftermath aftermath, OfficeProfile office)
{
    public const string NoteStep = "Note";
    public const string TakeOverStep = "TakeOver";

    /// <summary>It stands on the page and in the feeds, above the text.</summary>
    public const int LongestNote = 300;

    public async Task Start(Visit visit, Edition edition, string seenText)
    {
        var order = ReviewConversation.Seen(edition, seenText, Act.Revise, null) with { ChatId = visit.ChatId };
        var outcome = await desk.Carry(visit.Db, edition, order, visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved { Started: { } started })
        {
            await reviewing.Refuse(visit, edition, (Refusal)outcome);
            return;
        }
        visit.Answer();
        await Ask(visit, started);
    }

    /// <summary>Somebody else's correction lies unfinished: its words are gone on with, if the reviewer wants that.</summary>
    public async Task AskTakeOver(Visit visit, Edition edition, string seenText)
    {
        if (NewsDesk.LaterThan(edition) is not { } left) return;
        visit.Answer();
        await visit.Begin(AfterConversation.Kind, TakeOverStep, new AfterState(edition.Id, seenText, Act.TakeOverCorrection), ConversationJson.Default.AfterState);
        var author = (await PeopleDesk.ById(visit.Db, left.AuthorId, visit.Cancel)).DisplayName;
        await visit.Prompt(TerbitTeks.AmbilAlihKoreksi(edition.Item!.Number!, author, office.Time.Kapan(left.ChangedAt, visit.Now)), Keyboard.OneRow(
            new Key("Batal", new AfterButton(AfterChoice.Stop, edition.Id, seenText).Pack()), new Key("Ya, ambil alih", new AfterButton(AfterChoice.Yes, edition.Id, seenText).Pack(), style: KeyStyle.Primary)));
    }

    public async Task TakeOver(Visit visit, Edition edition, string seenText)
    {
        var left = NewsDesk.LaterThan(edition);
        var order = ReviewConversation.Seen(edition, seenText, Act.TakeOverCorrection, null) with { ChatId = visit.ChatId };
        await visit.End();
        var outcome = await desk.Carry(visit.Db, edition, order, visit.Actor, visit.Now, visit.Cancel);
        if (outcome is not Outcome.Moved { Started: { } taken } moved)
        {
            await reviewing.Refuse(visit, edition, (Refusal)outcome);
            return;
        }
        visit.Answer();
        await aftermath.TellTakenOver(visit.Db, visit.Outbox, left!, moved, visit.ChatId, visit.Now, visit.Cancel);
        if (taken.CorrectionNote is null) await Ask(visit, taken);
        else await writing.Open(visit, taken);
    }

    /// <summary>The note of a correction in the making, also a second time.</summary>
    public async Task AskNote(Visit visit, Edition edition)
    {
        if (!Drafts.IsOpen(edition) || edition.Ordinal < 2 || !Drafts.MayWrite(visit.Actor, edition))
        {
            visit.Alert(ObrolanTeks.TombolLama("Lanjutkan lewat /draf."));
            return;
        }
        visit.Answer();
        await Ask(visit, edition);
    }

    public async Task OnNote(Visit visit, Edition edition, StyledText text)
    {
        if (!Drafts.IsOpen(edition) || !Drafts.MayWrite(visit.Actor, edition))
        {
            await visit.End();
            visit.Say(MenulisTeks.TidakAdaDraf(), MenuKeys.For(visit.Actor));
            return;
        }
        var note = PlainText.OneLine(text.Text);
        if (note.Length is 0 or > LongestNote)
        {
            visit.Say(TerbitTeks.CatatanPanjang(note.Length, LongestNote));
            return;
        }
        edition.CorrectionNote = note;
        await writing.Open(visit, edition);
    }

    private static async Task Ask(Visit visit, Edition edition)
    {
        await visit.Begin(AfterConversation.Kind, NoteStep, new AfterState(edition.Id, "", Act.Revise), ConversationJson.Default.AfterState);
        await visit.Prompt(TerbitTeks.ApaYangDikoreksi(edition.Item!.Number!), Keyboard.OneRow(new Key("Nanti saja", new ItemButton(ItemChoice.Open, edition.Id).Pack())));
    }
}
