using System.Collections.Immutable;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Cards;

/// <summary>All that a card shows.</summary>
/// <param name="Findings">What the checks say to the reviewer now: warnings and hints.</param>
/// <param name="IsLastStep">The step that publishes.</param>
/// <param name="Changes">What a correction under review changes in the public text, marked; null for a first edition.</param>
public sealed record CardFacts(Edition Edition, Content Content, string SkpdName, string CategoryName, string AuthorName, ImmutableArray<Finding> Findings, bool IsLastStep, StyledText? Changes = null);

/// <summary>How a reviewer's card looks: always a text message, so that it can be edited.</summary>
public static class CardText
{
    /// <summary>Up to here the whole body stands on the card, folded (UTF-16 units); a message holds 4096.</summary>
    public const int BodyOnCard = 3500;

    private const int Beginning = 1200;

    /// <summary>As much of a correction's changes stands on the card.</summary>
    private const int ChangesOnCard = 1200;

    /// <summary>What Setujui may mean.</summary>
    private static readonly ImmutableArray<Act> agreeing = [Act.Agree, Act.Endorse, Act.Approve, Act.PublishFix];

    private static readonly Grounds returning = new(CardChoice.ReturnFor, 0, null, KartuTeks.AlasanKembali);

    private static readonly Grounds rejecting = new(CardChoice.RejectFor, 1, (KartuTeks.YaTolak, CardChoice.RejectYes), KartuTeks.AlasanTolak);

    /// <summary>Its reasons are what the public reads.</summary>
    private static readonly Grounds retracting = new(CardChoice.RetractFor, 2, (KartuTeks.YaCabut, CardChoice.RetractYes), KartuTeks.AlasanCabut);

    /// <summary>A ready reason by its place among the buttons; null when there is none.</summary>
    public static string? ReadyReason(Act act, int index) => GroundsOf(act).Ready is var ready && index < ready.Length ? ready[index].Reason : null;

    /// <summary>For which act the reason is typed.</summary>
    public static Act OwnWordsFor(int argument) => argument switch { 1 => Act.Reject, 2 => Act.Retract, _ => Act.Return };

    public static StyledText Text(CardFacts card, OfficeProfile office, DateTimeOffset now, string? footnote = null)
    {
        // A card is one message, since several cannot be edited: where the remarks leave no room for the whole body, its beginning stands there.
        var text = Text(card, office, now, footnote, isWhole: card.Content.Body.Text.Length <= BodyOnCard);
        return text.Text.Length <= ChatText.MessageLimit ? text : Text(card, office, now, footnote, isWhole: false);
    }

    /// <summary>Whether a body of that length can stand on a card in part only.</summary>
    public static bool MayBeCut(Content content) => content.Body.Text.Length > Beginning;

    /// <summary>Whether the whole body stands on the card.</summary>
    public static bool HoldsWhole(CardFacts card, OfficeProfile office, DateTimeOffset now)
        => !MayBeCut(card.Content) || (card.Content.Body.Text.Length <= BodyOnCard && Text(card, office, now, null, isWhole: true).Text.Length <= ChatText.MessageLimit);

    private static StyledText Text(CardFacts card, OfficeProfile office, DateTimeOffset now, string? footnote, bool isWhole)
    {
        var (edition, content) = (card.Edition, card.Content);
        TimeSpan? waited = now - edition.SubmittedAt!.Value is { TotalHours: >= 1 } span ? span : null;
        var endorsed = edition.LastEndorsement;
        var body = isWhole ? content.Body : content.Body.Slice(0, Cut(content.Body.Text));

        var text = Join(KartuTeks.Kepala(TinjauTeks.Menunggu(edition, card.IsLastStep), edition.Item!.Number!, office.Time.Kapan(edition.SubmittedAt.Value, now), waited, endorsed, endorsed is null ? "" : office.Time.Kapan(endorsed.At, now)),
            ChatText.Of($"<b>{content.Title}</b>\n{KartuTeks.Perihal(card.SkpdName, card.AuthorName, card.CategoryName, content)}"));
        if (card.Changes is { } changes) text = Join(Join(text, TinjauTeks.Perubahan(changes, ChangesOnCard)), KartuTeks.Seluruhnya());
        text = Join(text, ChatText.Of($"<fq>{WithoutMarks(body)}</fq>"));
        if (!isWhole) text = Join(text, KartuTeks.Awal());
        text = Join(text, StyledText.Plain(Remarks(card)));
        if (TindakanTeks.PadaKartu(edition, office.Time, now) is { } remarks) text = Join(text, StyledText.Plain(remarks));
        return footnote is null ? text : Join(text, StyledText.Plain(footnote));
    }

    /// <summary>Only what the table offers this reviewer.</summary>
    public static Keyboard Keys(Edition edition, IReadOnlySet<Act> offered)
    {
        var (mayReject, mayReturn) = (offered.Contains(Act.Reject), offered.Contains(Act.Return));
        var seen = Seen(edition);
        Key Of(string text, CardChoice choice, KeyStyle style = KeyStyle.Plain) => new(text, new CardButton(choice, edition.Id, seen).Pack(), style: style);
        var keys = edition.Ordinal > 1
            ? Keyboard.OneRow(Of(KartuTeks.BacaLengkap, CardChoice.Read), Of(KartuTeks.Perubahan, CardChoice.Changes), Of(KartuTeks.Riwayat, CardChoice.History))
            : Keyboard.OneRow(Of(KartuTeks.BacaLengkap, CardChoice.Read), Of(KartuTeks.Riwayat, CardChoice.History));
        List<Key> against = [];
        if (mayReject) against.Add(Of(KartuTeks.Tolak, CardChoice.Reject, KeyStyle.Danger));
        if (mayReturn) against.Add(Of(KartuTeks.Kembalikan, CardChoice.Return));
        keys = keys.Row([.. against]);
        List<Key> last = [];
        if (offered.Contains(Act.Claim)) last.Add(new Key(KartuTeks.Sunting, new ActButton(Act.Claim, edition.Id, seen).Pack()));
        if (offered.Overlaps(agreeing)) last.Add(Of(edition.State == EditionState.PublishFailed ? KartuTeks.CobaLagi : KartuTeks.Setujui, CardChoice.Agree, KeyStyle.Success));
        keys = keys.Row([.. last]);
        if (offered.Contains(Act.TakeBack)) keys = keys.Row(Of(KartuTeks.BatalkanPersetujuan, CardChoice.TakeBack));
        return HasMore(edition, offered) ? keys.Row(Of(KartuTeks.Lainnya, CardChoice.More)) : keys;
    }

    /// <summary>What a person may do beside the card's own buttons, each with words of its own.</summary>
    public static Keyboard MoreKeys(Edition edition, IReadOnlySet<Act> offered)
    {
        var keys = new Keyboard([]);
        foreach (var pair in Labelled(edition, offered).Select(act => new Key(TindakanTeks.Label(act, edition.Item!)!, new ActButton(act, edition.Id, Seen(edition)).Pack())).Chunk(2)) keys = keys.Row(pair);
        return keys.Row(new Key(KartuTeks.Kembali, new CardButton(CardChoice.Back, edition.Id, Seen(edition)).Pack()));
    }

    private static bool HasMore(Edition edition, IReadOnlySet<Act> offered) => Labelled(edition, offered).Any();

    private static IEnumerable<Act> Labelled(Edition edition, IReadOnlySet<Act> offered) => offered.Where(act => TindakanTeks.Label(act, edition.Item!) is not null).Order();

    /// <summary>The ready reasons of an act, and KartuTeks.AlasanLain.</summary>
    public static Keyboard ReasonKeys(Edition edition, Act act)
    {
        var (seen, grounds) = (Seen(edition), GroundsOf(act));
        var keys = new Keyboard([]);
        foreach (var pair in grounds.Ready.Select((ready, index) => new Key(ready.Label, new CardButton(grounds.Pick, edition.Id, seen, index).Pack())).Chunk(2)) keys = keys.Row(pair);
        return keys.Row(
            new Key(KartuTeks.AlasanLain, new CardButton(CardChoice.OwnWords, edition.Id, seen, grounds.OwnWords).Pack()),
            new Key(KartuTeks.Kembali, new CardButton(CardChoice.Back, edition.Id, seen).Pack()));
    }

    /// <summary>"Ya, …" of a rejection or retraction.</summary>
    /// <param name="argument">Place of the ready reason plus one; 0: the typed one.</param>
    public static Keyboard ConfirmReasonKeys(Edition edition, Act act, int argument = 0)
    {
        var (label, choice) = GroundsOf(act).Yes ?? throw new ArgumentOutOfRangeException(nameof(act), act, "Carried out without asking again.");
        return ConfirmKeys(edition, label, choice, KeyStyle.Danger, argument);
    }

    /// <summary>What can still be done about a decided text by who decided it.</summary>
    /// <param name="all">Every act with its own button, not behind Lainnya; and buttons that do not need the card.</param>
    /// <param name="isAtAnotherStep">Its acts are on that step's cards.</param>
    public static Keyboard KeysAfter(Edition edition, IReadOnlySet<Act> offered, bool all = false, bool isAtAnotherStep = false)
    {
        var seen = Seen(edition);
        Key Of(string label, Act act, KeyStyle style = KeyStyle.Plain) => new(label, new ActButton(act, edition.Id, seen).Pack(), style: style);
        Key Retract() => all ? Of(KartuTeks.Cabut, Act.Retract, KeyStyle.Danger) : new Key(KartuTeks.Cabut, new CardButton(CardChoice.Retract, edition.Id, seen).Pack(), style: KeyStyle.Danger);
        var keys = Keyboard.None;
        if (offered.Contains(Act.TakeBack)) keys = keys.Row(new Key(KartuTeks.BatalkanPersetujuan, new CardButton(CardChoice.TakeBack, edition.Id, seen).Pack()));
        if (offered.Contains(Act.Reschedule)) keys = keys.Row(Of(KartuTeks.JadwalUlang, Act.Reschedule), Of(KartuTeks.BatalkanJadwal, Act.Unschedule));
        if (offered.Contains(Act.Confirm)) keys = keys.Row(Of(KartuTeks.Benarkan, Act.Confirm, KeyStyle.Success));
        if (offered.Contains(Act.Revise) && offered.Contains(Act.Retract)) keys = keys.Row(Of(KartuTeks.BuatKoreksi, Act.Revise), Retract());
        else if (offered.Contains(Act.Revise)) keys = keys.Row(Of(edition.State == EditionState.Retracted ? KartuTeks.TerbitkanLagi : KartuTeks.BuatKoreksi, Act.Revise));
        else if (offered.Contains(Act.Retract)) keys = keys.Row(Retract());
        if (all)
        {
            foreach (var act in Labelled(edition, offered)) keys = keys.Row(Of(TindakanTeks.Label(act, edition.Item!)!, act));
            return keys;
        }
        return !isAtAnotherStep && HasMore(edition, offered) ? keys.Row(new Key(KartuTeks.Lainnya, new CardButton(CardChoice.More, edition.Id, seen).Pack())) : keys;
    }

    /// <summary>The irreversible act's confirmation, under the card that stays as it is.</summary>
    public static Keyboard ConfirmKeys(Edition edition, string yes, CardChoice choice, KeyStyle style, int argument = 0)
    {
        var seen = Seen(edition);
        return Keyboard.OneRow(
            new Key(KartuTeks.Batal, new CardButton(CardChoice.Back, edition.Id, seen).Pack()),
            new Key(yes, new CardButton(choice, edition.Id, seen, argument).Pack(), style: style));
    }

    /// <summary>Under Setujui of the step that publishes: now, or at another time.</summary>
    public static Keyboard PublishKeys(Edition edition, bool maySchedule)
    {
        var seen = Seen(edition);
        List<Key> keys = [new(KartuTeks.Batal, new CardButton(CardChoice.Back, edition.Id, seen).Pack())];
        if (maySchedule) keys.Add(new Key(KartuTeks.Jadwalkan, new ActButton(Act.Schedule, edition.Id, seen).Pack()));
        return Keyboard.OneRow([.. keys, new Key(KartuTeks.YaTerbitkan, new CardButton(CardChoice.Publish, edition.Id, seen).Pack(), style: KeyStyle.Success)]);
    }

    /// <summary>What a decided card says.</summary>
    public static StyledText Decided(CardFacts card, string line, string? footnote = null)
    {
        var text = KartuTeks.Diputuskan(line, card.Content.Title, card.Edition.Item!.Number!, card.SkpdName, card.AuthorName);
        return footnote is null ? text : Join(text, StyledText.Plain(footnote));
    }

    /// <summary>The hash of the text on the card, as its buttons carry it.</summary>
    public static string Seen(Edition edition) => new RevisionHash(edition.CurrentHash!).Token;

    private static Grounds GroundsOf(Act act) => act switch
    {
        Act.Return => returning,
        Act.Reject => rejecting,
        Act.Retract => retracting,
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Needs no reason."),
    };

    /// <summary>Hints, the warnings that the sender saw, and those that nobody has seen yet.</summary>
    private static string Remarks(CardFacts card)
    {
        var acknowledged = (card.Edition.AcknowledgedWarnings ?? "").Split('\n').ToHashSet();
        var warnings = card.Findings.RemoveAll(finding => finding.Weight == Weight.Info);
        var (seen, unseen) = (warnings.RemoveAll(warning => !acknowledged.Contains(warning.Key)), warnings.RemoveAll(warning => acknowledged.Contains(warning.Key)));
        List<string> remarks = [TemuanTeks.Catatan(card.Findings.RemoveAll(finding => finding.Weight != Weight.Info))];
        if (!seen.IsEmpty) remarks.Add(KartuTeks.Diakui(seen));
        if (!unseen.IsEmpty) remarks.Add(KartuTeks.Baru(unseen));
        return string.Join('\n', remarks);
    }

    /// <summary>Quotes cannot hold quotes in a chat; the page shows them.</summary>
    private static StyledText WithoutMarks(StyledText body) => body with { Marks = body.Marks.RemoveAll(mark => mark.Kind is MarkKind.Quote or MarkKind.FoldedQuote or MarkKind.Code) };

    private static StyledText Join(StyledText first, StyledText second) => ChatText.Of($"{first}\n{second}");

    private static int Cut(string text)
    {
        if (text.Length <= Beginning) return text.Length;
        var space = text.LastIndexOf(' ', Beginning);
        return space > Beginning / 2 ? space : char.IsHighSurrogate(text[Beginning - 1]) ? Beginning - 1 : Beginning;
    }

    /// <summary>On what grounds an act is carried out.</summary>
    /// <param name="OwnWords">Argument of "Alasan lain".</param>
    /// <param name="Yes">The confirmation; null: a reason is enough.</param>
    private sealed record Grounds(CardChoice Pick, int OwnWords, (string Label, CardChoice Choice)? Yes, ImmutableArray<(string Label, string Reason)> Ready);
}
