using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Conversations;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Cards;

/// <summary>Says what an act brought: to the reviewers by their cards, to the author as a reply to his own message. Never to the actor twice.</summary>
public sealed class Announcer(CardDesk cards, OfficeProfile office)
{
    /// <param name="actorChat">Where the act came from; null for the system's own acts.</param>
    public async Task Tell(NewsroomDb db, OutboxWriter outbox, Edition edition, Outcome.Moved moved, long? actorChat, DateTimeOffset now, CancellationToken cancel)
    {
        await cards.Update(db, outbox, edition, now, cancel, actorChat, rings: Brings(moved));
        if (moved.Act is not (Act.Submit or Act.Withdraw or Act.Discard) && Notice(edition, moved) is var (text, keys))
            outbox.Send(edition.AuthorChatId, new TextMessage(text, keys, edition.AuthorMessageId), Priority.Notice);
    }

    /// <summary>Whether the text has come to another step.</summary>
    private static bool Brings(Outcome.Moved moved)
        => moved.Act is Act.Submit or Act.Agree or Act.Endorse or Act.TakeBack or Act.SendBack or Act.Reopen or Act.FailPublishing or Act.Unschedule;

    private (StyledText Text, Keyboard? Keys)? Notice(Edition edition, Outcome.Moved moved)
    {
        var number = edition.Item!.Number!;
        var who = Jabatan.Oleh(moved.ActorName, moved.Capacity);
        return moved switch
        {
            { Act: Act.Endorse } => (PengirimTeks.LolosEvaluasi(number, who), null),
            { To: EditionState.Published } => (PengirimTeks.Terbit(number, NewsDesk.CurrentContent(edition).Title, office.LinkTo(number, edition.Item.Slug!)), MenuKeys.Writing),
            { Act: Act.Approve } => (PengirimTeks.AkanTerbit(number, who), null),
            { Act: Act.FailPublishing } => (PengirimTeks.GagalTerbit(number, edition.Reason ?? ""), null),
            { Act: Act.Return } => (PengirimTeks.Dikembalikan(number, edition.Reason, who), Keyboard.OneRow(
                new Key("Perbaiki", new ItemButton(ItemChoice.Fix, edition.Id).Pack(), style: KeyStyle.Primary), new Key("Jawab", new ItemButton(ItemChoice.Answer, edition.Id).Pack()))),
            { Act: Act.TakeBack } => (PengirimTeks.DievaluasiLagi(number, who), null),
            { Act: Act.Retract } => (PengirimTeks.Dicabut(number, edition.Reason, who), MenuKeys.Writing),
            { Act: Act.Reject } => (PengirimTeks.Ditolak(number, edition.Reason, who), MenuKeys.Writing),
            _ => null,
        };
    }
}
