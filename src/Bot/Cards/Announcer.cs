using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Conversations;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Waiting;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Cards;

/// <summary>Says what an act brought: to the reviewers by their cards, to the author as a reply to his own message, never to the actor; and has it called to mind when it waits too long.</summary>
public sealed class Announcer(NewsDesk desk, CardDesk cards, Aftermath aftermath, Escalations escalations, ChannelPost channel, OfficeProfile office)
{
    /// <param name="actorChat">Where the act came from; null for the system's own acts.</param>
    public async Task Tell(NewsroomDb db, OutboxWriter outbox, Edition edition, Outcome.Moved moved, long? actorChat, DateTimeOffset now, CancellationToken cancel)
    {
        await cards.Update(db, outbox, edition, now, cancel, actorChat, rings: Brings(moved));
        if (moved.To is EditionState.Published or EditionState.Retracted) await channel.Tell(db, outbox, edition.ItemId, cancel);
        await TellReviewers(db, outbox, edition, moved, actorChat, now, cancel);
        await escalations.Follow(db, edition, moved, now, cancel);
        if (edition.AuthorChatId != actorChat && moved.Act is not (Act.Submit or Act.Withdraw or Act.Discard) && Notice(edition, moved) is var (text, keys))
            outbox.Send(edition.AuthorChatId, new TextMessage(text, keys, edition.AuthorMessageId) { Urgent = moved.Act is Act.PublishUrgently or Act.PullNow }, Priority.Notice, again: true);
        await aftermath.Follow(db, outbox, edition, moved, actorChat, now, cancel);
    }

    /// <summary>What edits of a card do not ring for: the author's word, and a colleague's edit with its difference.</summary>
    private async Task TellReviewers(NewsroomDb db, OutboxWriter outbox, Edition edition, Outcome.Moved moved, long? actorChat, DateTimeOffset now, CancellationToken cancel)
    {
        var (number, who) = (edition.Item!.Number!, Jabatan.Oleh(moved.ActorName, moved.Capacity));
        var text = moved.Act switch
        {
            Act.Answer => TindakanTeks.Dijawab(number, edition.Reply!, who),
            Act.ContestEdit => TindakanTeks.Keberatan(number, who, edition.Reply),
            Act.Edit => TindakanTeks.DisuntingBersama(number, who, Difference(edition)),
            _ => null,
        };
        if (text is null || desk.TurnOf(edition) is not { } turn) return;
        foreach (var reviewer in (await PeopleDesk.Holders(db, turn.Role, turn.SkpdCode, now, cancel)).Where(reviewer => reviewer.Reachable && reviewer.ChatUserId != actorChat))
            // An act is refused when nothing changed, so each of these is a fact of its own, also when the words are the same as minutes ago.
            outbox.Send(reviewer.ChatUserId!.Value, new TextMessage(text), Priority.Notice, again: true);
    }

    /// <summary>What the newest revision changed in the one before.</summary>
    private static StyledText Difference(Edition edition)
    {
        var newest = edition.Revisions.OrderByDescending(revision => revision.Ordinal).Take(2).Select(revision => revision.Content).ToList();
        return newest is [var after, var before] ? PerbedaanTeks.Naskah(ContentDifference.Between(before, after), code => code) : StyledText.Empty;
    }

    private static Keyboard Withdrawing(Edition edition) => Keyboard.OneRow(new Key("Tarik kembali", new ItemButton(ItemChoice.Withdraw, edition.Id).Pack()));

    /// <summary>What may be done about what was published, and the way to the next one.</summary>
    private static Keyboard Published(Edition edition)
        => Keyboard.OneRow(ActKey("Buat koreksi", Act.Revise, edition), new Key("Lainnya", new ViewButton(ViewChoice.Open, edition.Id).Pack())).Row([.. MenuKeys.Writing.Rows[0]]);

    private static Key ActKey(string label, Act act, Edition edition, KeyStyle style = KeyStyle.Plain) => new(label, new ActButton(act, edition.Id, CardText.Seen(edition)).Pack(), style: style);

    /// <summary>Whether the text has come to another step.</summary>
    private static bool Brings(Outcome.Moved moved)
        => moved.Act is Act.Submit or Act.Agree or Act.Endorse or Act.TakeBack or Act.SendBack or Act.Reopen or Act.FailPublishing or Act.Unschedule;

    private (StyledText Text, Keyboard? Keys)? Notice(Edition edition, Outcome.Moved moved)
    {
        var number = edition.Item!.Number!;
        var who = Jabatan.Oleh(moved.ActorName, moved.Capacity);
        return moved switch
        {
            { Act: Act.Agree } => (TindakanTeks.DisetujuiKepala(number, who), null),
            { Act: Act.Reopen } => (TindakanTeks.DibukaLagi(number, who), null),
            { Act: Act.Ask } => (TindakanTeks.Ditanya(number, edition.Question!, who), Keyboard.OneRow(ActKey("Jawab", Act.Answer, edition, KeyStyle.Primary))),
            { Act: Act.Edit } => (TindakanTeks.Disunting(number, who, Difference(edition)), Keyboard.OneRow(ActKey("Keberatan", Act.ContestEdit, edition), ActKey("Terima", Act.AcceptEdit, edition, KeyStyle.Success))),
            { Act: Act.Endorse } => (PengirimTeks.LolosEvaluasi(number, who), null),
            { Act: Act.Schedule or Act.Reschedule } => (JadwalTeks.KabarPenulis(number, office.Time.Tanggal(edition.DueAt!.Value), who), Withdrawing(edition)),
            { Act: Act.Unschedule } => (JadwalTeks.KabarBatal(number, who), null),
            { Act: Act.PublishFix, To: EditionState.Published } => (TerbitTeks.KabarRalat(number, who), null),
            { To: EditionState.Published, From: EditionState.Published } => null,
            { To: EditionState.Published } when edition.Ordinal > 1 => (TerbitTeks.KoreksiTerbit(number, NewsDesk.CurrentContent(edition).Title, office.LinkTo(number, edition.Item.Slug!)), Published(edition)),
            { To: EditionState.Published } => (PengirimTeks.Terbit(number, NewsDesk.CurrentContent(edition).Title, office.LinkTo(number, edition.Item.Slug!)), Published(edition)),
            { Act: Act.Approve } => (PengirimTeks.AkanTerbit(number, who), null),
            { Act: Act.FailPublishing } => (PengirimTeks.GagalTerbit(number, edition.Reason ?? ""), Withdrawing(edition)),
            { Act: Act.Return } => (PengirimTeks.Dikembalikan(number, edition.Reason, who), Keyboard.OneRow(
                new Key("Perbaiki", new ItemButton(ItemChoice.Fix, edition.Id).Pack(), style: KeyStyle.Primary), new Key("Jawab", new ItemButton(ItemChoice.Answer, edition.Id).Pack()))),
            { Act: Act.TakeBack } => (PengirimTeks.DievaluasiLagi(number, who), null),
            { Act: Act.Retract or Act.PullNow } => (PengirimTeks.Dicabut(number, edition.Reason, who), MenuKeys.Writing),
            { Act: Act.Reject } => (PengirimTeks.Ditolak(number, edition.Reason, who), MenuKeys.Writing),
            _ => null,
        };
    }
}
