using System.Collections.Immutable;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Cards;

/// <summary>All that a card shows.</summary>
/// <param name="Warnings">What the checks say to the reviewer.</param>
public sealed record CardFacts(Edition Edition, Content Content, string SkpdName, string CategoryName, string AuthorName, ImmutableArray<Finding> Warnings, string? EndorsedBy);

/// <summary>How a reviewer's card looks: always a text message, so that it can be edited.</summary>
public static class CardText
{
    /// <summary>Up to here the whole body stands on the card, folded (UTF-16 units); a message holds 4096.</summary>
    public const int BodyOnCard = 3500;

    private const int Beginning = 1200;

    private static readonly ImmutableArray<string> ReturnReasons = ["Mohon tambah narasumber.", "Judul kurang jelas.", "Foto kurang tajam.", "Data perlu dicek."];
    private static readonly ImmutableArray<string> ReturnLabels = ["Tambah narasumber", "Judul kurang jelas", "Foto kurang tajam", "Data perlu dicek"];
    private static readonly ImmutableArray<string> RejectReasons = ["Bukan berita pembangunan daerah.", "Sudah pernah terbit.", "Memuat hal yang tidak boleh terbit."];
    private static readonly ImmutableArray<string> RejectLabels = ["Bukan berita daerah", "Sudah pernah terbit", "Tidak boleh terbit"];

    private static readonly ImmutableArray<string> RetractReasons = ["Berita ini memuat data yang tidak akurat.", "Berita ini dimuat dua kali.", "Berita ini memuat data pribadi.", "Berita ini dicabut atas permintaan perangkat daerah."];
    private static readonly ImmutableArray<string> RetractLabels = ["Data tidak akurat", "Dimuat dua kali", "Memuat data pribadi", "Permintaan SKPD"];

    public static string? ReturnReason(int index) => index < ReturnReasons.Length ? ReturnReasons[index] : null;

    public static string? RejectReason(int index) => index < RejectReasons.Length ? RejectReasons[index] : null;

    /// <summary>The public text of a retraction.</summary>
    public static string? RetractReason(int index) => index < RetractReasons.Length ? RetractReasons[index] : null;

    public static StyledText Text(CardFacts card, OfficeProfile office, DateTimeOffset now, Role step, string? footnote = null)
    {
        // A card is one message, since several cannot be edited: where the remarks leave no room for the whole body, its beginning stands there.
        var text = Text(card, office, now, step, footnote, isWhole: card.Content.Body.Text.Length <= BodyOnCard);
        return text.Text.Length <= ChatText.MessageLimit ? text : Text(card, office, now, step, footnote, isWhole: false);
    }

    private static StyledText Text(CardFacts card, OfficeProfile office, DateTimeOffset now, Role step, string? footnote, bool isWhole)
    {
        var (edition, content) = (card.Edition, card.Content);
        var heading = step == Role.Kadis ? "Menunggu persetujuan" : "Menunggu evaluasi";
        var waited = now - edition.SubmittedAt!.Value is { TotalHours: >= 1 } span ? $" · menunggu {(span.TotalDays >= 1 ? $"{(int)span.TotalDays} hari" : $"{(int)span.TotalHours} jam")}" : "";
        var endorsed = step == Role.Kadis && card.EndorsedBy is { } name ? $" · dievaluasi {name} {office.Time.Kapan(edition.EndorsedAt!.Value, now)}" : "";
        var body = isWhole ? content.Body : content.Body.Slice(0, Cut(content.Body.Text));
        var photos = content.Photos.IsEmpty ? "tanpa foto" : $"{content.Photos.Length} foto";

        var text = ChatText.Of($"<b>{heading}</b> · {edition.Item!.Number} · masuk {office.Time.Kapan(edition.SubmittedAt.Value, now)}{waited}{endorsed}\n<b>{content.Title}</b>\n{card.SkpdName} · oleh {card.AuthorName} · {card.CategoryName} · {content.WordCount} kata · {photos}\n<fq>{WithoutMarks(body)}</fq>");
        if (!isWhole) text = Join(text, ChatText.Of($"<i>Ini awal naskah. Tekan Baca lengkap untuk seluruhnya.</i>"));
        if (!card.Warnings.IsEmpty) text = Join(text, StyledText.Plain(TemuanTeks.Daftar(card.Warnings)));
        if (edition.Reply is { } reply) text = Join(text, ChatText.Of($"Jawaban pengirim: “{reply}”"));
        return footnote is null ? text : Join(text, StyledText.Plain(footnote));
    }

    public static Keyboard Keys(Edition edition, bool mayReject, bool mayReturn = true)
    {
        var seen = Seen(edition);
        Key Of(string text, CardChoice choice, KeyStyle style = KeyStyle.Plain) => new(text, new CardButton(choice, edition.Id, seen).Pack(), style: style);
        var keys = Keyboard.OneRow(Of("Baca lengkap", CardChoice.Read), Of("Riwayat", CardChoice.History));
        if (mayReject && mayReturn) keys = keys.Row(Of("Tolak", CardChoice.Reject, KeyStyle.Danger), Of("Kembalikan", CardChoice.Return));
        else if (mayReturn) keys = keys.Row(Of("Kembalikan", CardChoice.Return));
        return keys.Row(Of("Setujui", CardChoice.Agree, KeyStyle.Success));
    }

    public static Keyboard ReturnKeys(Edition edition) => Reasons(edition, ReturnLabels, CardChoice.ReturnFor, 0);

    public static Keyboard RejectKeys(Edition edition) => Reasons(edition, RejectLabels, CardChoice.RejectFor, 1);

    public static Keyboard RetractKeys(Edition edition) => Reasons(edition, RetractLabels, CardChoice.RetractFor, 2);

    /// <summary>What can still be done about a decided text by who decided it.</summary>
    public static Keyboard KeysAfter(Edition edition, bool mayTakeBack, bool mayRetract)
    {
        var seen = Seen(edition);
        var keys = Keyboard.None;
        if (mayTakeBack) keys = keys.Row(new Key("Batalkan persetujuan", new CardButton(CardChoice.TakeBack, edition.Id, seen).Pack()));
        if (mayRetract) keys = keys.Row(new Key("Cabut", new CardButton(CardChoice.Retract, edition.Id, seen).Pack(), style: KeyStyle.Danger));
        return keys;
    }

    /// <summary>The irreversible act's confirmation, under the card that stays as it is.</summary>
    public static Keyboard ConfirmKeys(Edition edition, string yes, CardChoice choice, KeyStyle style, int argument = 0)
    {
        var seen = Seen(edition);
        return Keyboard.OneRow(
            new Key("Batal", new CardButton(CardChoice.Back, edition.Id, seen).Pack()),
            new Key(yes, new CardButton(choice, edition.Id, seen, argument).Pack(), style: style));
    }

    /// <summary>What a decided card says.</summary>
    public static StyledText Decided(CardFacts card, string line, string? footnote = null)
    {
        var text = ChatText.Of($"{line}\n<b>{card.Content.Title}</b>\n{card.Edition.Item!.Number} · {card.SkpdName} · oleh {card.AuthorName}");
        return footnote is null ? text : Join(text, StyledText.Plain(footnote));
    }

    /// <summary>The hash of the text on the card, as its buttons carry it.</summary>
    public static string Seen(Edition edition) => new RevisionHash(edition.CurrentHash!).Token;

    private static Keyboard Reasons(Edition edition, ImmutableArray<string> labels, CardChoice choice, int ownWordsFor)
    {
        var seen = Seen(edition);
        var keys = new Keyboard([]);
        foreach (var pair in labels.Select((label, index) => new Key(label, new CardButton(choice, edition.Id, seen, index).Pack())).Chunk(2)) keys = keys.Row(pair);
        return keys.Row(
            new Key("Alasan lain", new CardButton(CardChoice.OwnWords, edition.Id, seen, ownWordsFor).Pack()),
            new Key("← Kembali", new CardButton(CardChoice.Back, edition.Id, seen).Pack()));
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
}
