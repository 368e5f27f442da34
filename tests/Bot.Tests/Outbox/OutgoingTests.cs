using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Tests.Outbox;

public sealed class OutgoingTests
{
    private static readonly StyledText text = new("halo </b> 😀 \u0001", [new(0, 4, MarkKind.Link, "https://a.go.id"), new(0, 2, MarkKind.FoldedQuote)]);
    private static readonly Keyboard keys = Keyboard.OneRow(new Key("Ya", "ya", style: KeyStyle.Success), new Key("Buka", url: "https://a.go.id")).Row(new Key("Batal", "batal", style: KeyStyle.Danger));

    public static TheoryData<Outgoing> Kinds =>
    [
        new TextMessage(text, keys, 5, true, false), new TextMessage(text), new PhotoAlbum([new("a1", "file", "ket"), new("b2")], true, true), new DocumentFile("/x", "y.pdf", text, "file"), new MadeFile("a;b", "y.csv", text), new DrawnFile("rekap-Pdf:202647", "y.pdf", text, text),
        new EditText(text, Keyboard.None), new EditText(text), new ClearKeys(), new DeletePosted(), new PressAnswer("9", "teks", true), new PressAnswer("9"),
        new CommandMenu(7, [new("tulis", "Tulis berita")]), new CommandMenu(null, []), new Typing(),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Comes_back_from_the_store_as_it_went_in(Outgoing message) => Assert.Equal(message, Outgoing.FromPayload(message.ToPayload()));

    [Fact]
    public void New_messages_are_told_by_how_their_payload_begins()
        => Assert.Equal(["PhotoAlbum", "TextMessage", "MadeFile", "DrawnFile", "DocumentFile"],
            Kinds.Select(row => row.Data).Where(message => Outgoing.IsNewMessage(message.ToPayload()[..Math.Min(20, message.ToPayload().Length)]))
                .Select(message => message.GetType().Name).Distinct().OrderByDescending(name => name == "PhotoAlbum").ThenByDescending(name => name));

    [Fact]
    public void A_button_takes_64_bytes_and_no_more()
    {
        Assert.Equal(64, new Key("x", new string('a', 64)).Data!.Length);
        Assert.Throws<ArgumentException>(() => new Key("x", new string('a', 65)));
        Assert.Throws<ArgumentException>(() => new Key("x", new string('é', 33)));
        Assert.Throws<ArgumentException>(() => new Key("x", ""));
        Assert.Throws<ArgumentException>(() => new Key("x"));
        Assert.Throws<ArgumentException>(() => new Key("x", "a", "https://b"));
        Assert.Throws<ArgumentException>(() => new Key(" ", "a"));
    }
}
