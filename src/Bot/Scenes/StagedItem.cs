using System.Security.Cryptography;
using System.Text.RegularExpressions;
using KominfoBot.Sandbox;
using KominfoBot.Sandbox.Page;

namespace KominfoBot.Bot.Scenes;

/// <summary>A manuscript on its way through the office, by the taps that people make.</summary>
public sealed partial class StagedItem
{
    private readonly Stage stage;
    private readonly Manuscript text;
    private readonly long author;
    private readonly List<string> photos = [];
    private string body = "";
    private string number = "";

    private StagedItem(Stage stage, Manuscript text) => (this.stage, this.text, author) = (stage, text, Cast.AuthorOf(text.Skpd));

    /// <summary>Its author sends the photos and pastes the text; it stays a draft.</summary>
    /// <param name="damaged">The photos arrive with only their first part whole.</param>
    public static async Task<StagedItem> Draft(Stage stage, string id, CancellationToken cancel, bool damaged = false)
    {
        var item = new StagedItem(stage, Manuscript.Named(id));
        await item.Write(damaged, cancel);
        return item;
    }

    /// <summary>Drafts of different authors, written side by side; in the order of their ids.</summary>
    public static Task<StagedItem[]> Drafts(Stage stage, CancellationToken cancel, params IEnumerable<string> ids) => Task.WhenAll(ids.Select(id => Draft(stage, id, cancel)));

    /// <summary>The author's Kirim.</summary>
    public async Task Send(CancellationToken cancel)
    {
        var since = stage.Phones.Revision;
        await stage.Tap(author, "Kirim", Preview, cancel);
        // The sample photos are few: that they were used before is acknowledged, as an author would.
        var answer = await stage.Phones.HearsAsync(author, message => Stage.Has(message, "Tetap kirim") || IsReceipt(message), since, stop: cancel);
        if (Stage.Has(answer, "Tetap kirim")) await stage.Tap(author, "Tetap kirim", message => message.Id == answer.Id, cancel);
        await Receipt(since, cancel);
    }

    /// <summary>The Kabid's Setujui.</summary>
    public Task Endorse(CancellationToken cancel) => stage.Tap(Cast.Kabid, "Setujui", Card, cancel);

    /// <summary>The Kadis's Setujui and Ya, terbitkan.</summary>
    public async Task Approve(CancellationToken cancel)
    {
        await stage.PhotosReady(cancel, [.. photos]);
        await stage.Tap(Cast.Kadis, "Setujui", Card, cancel);
        await stage.Tap(Cast.Kadis, "Ya, terbitkan", Card, cancel);
    }

    /// <summary>The Kabid's Kembalikan, for one of the reasons on the buttons.</summary>
    public async Task Return(string reason, CancellationToken cancel)
    {
        await stage.Tap(Cast.Kabid, "Kembalikan", Card, cancel);
        await stage.Tap(Cast.Kabid, reason, Card, cancel);
    }

    /// <summary>The Kabid's Kembalikan, in words of one's own.</summary>
    public async Task ReturnSaying(string reason, CancellationToken cancel)
    {
        await stage.Tap(Cast.Kabid, "Kembalikan", Card, cancel);
        var since = stage.Phones.Revision;
        await stage.Tap(Cast.Kabid, "Alasan lain", Card, cancel);
        await stage.Phones.HearsAsync(Cast.Kabid, message => message.Text.Contains(number, StringComparison.Ordinal) && Stage.Has(message, "Batal"), since, stop: cancel);
        stage.Phones.Say(Cast.Kabid, reason);
    }

    /// <summary>The Kabid's Tolak.</summary>
    public async Task Reject(string reason, CancellationToken cancel)
    {
        await stage.Tap(Cast.Kabid, "Tolak", Card, cancel);
        await stage.Tap(Cast.Kabid, reason, Card, cancel);
        await stage.Tap(Cast.Kabid, "Ya, tolak", Card, cancel);
    }

    /// <summary>The author's answer to a return; the same text goes back to the Kabid.</summary>
    public async Task Answer(string words, CancellationToken cancel)
    {
        var since = stage.Phones.Revision;
        await stage.Tap(author, "Jawab", About, cancel);
        await stage.Phones.HearsAsync(author, message => About(message) && Stage.Has(message, "Batal"), since, stop: cancel);
        stage.Phones.Say(author, words);
        await Receipt(since, cancel);
    }

    /// <summary>The Kadis's Setujui and Jadwalkan…, in words as he types them ("10.00", "besok 07.30").</summary>
    public async Task Schedule(string time, CancellationToken cancel)
    {
        await stage.PhotosReady(cancel, [.. photos]);
        await stage.Tap(Cast.Kadis, "Setujui", Card, cancel);
        await stage.Tap(Cast.Kadis, "Jadwalkan…", Card, cancel);
        await Types(Cast.Kadis, time, cancel);
    }

    /// <summary>The Kabid's Terbitkan serta-merta: public at once, looked at by a second person afterwards.</summary>
    public async Task PublishUrgently(string reason, CancellationToken cancel)
    {
        await stage.PhotosReady(cancel, [.. photos]);
        await stage.Tap(Cast.Kabid, "Lainnya", Card, cancel);
        await stage.Tap(Cast.Kabid, "Terbitkan serta-merta", Card, cancel);
        await Types(Cast.Kabid, reason, cancel);
        await stage.Tap(Cast.Kabid, "Ya, terbitkan", About, cancel);
    }

    /// <summary>The Kadis's Cabut, for one of the reasons on the buttons.</summary>
    public async Task Retract(string reason, CancellationToken cancel)
    {
        await stage.Tap(Cast.Kadis, "Cabut", Card, cancel);
        await stage.Tap(Cast.Kadis, reason, Card, cancel);
        await stage.Tap(Cast.Kadis, "Ya, cabut", Card, cancel);
    }

    /// <summary>The author's Buat koreksi: what readers are told, and other words in the text; it goes to the Kabid like any text.</summary>
    public async Task Correct(string note, string old, string better, CancellationToken cancel)
    {
        await stage.Tap(author, "Buat koreksi", About, cancel);
        await Types(author, note, cancel);
        await stage.Tap(author, "Ubah isi", Preview, cancel);
        await Types(author, body.Replace(old, better, StringComparison.Ordinal), cancel);
        await stage.Tap(author, "Selesai", _ => true, cancel);
        await Send(cancel);
    }

    /// <summary>The author takes it back.</summary>
    public async Task Withdraw(CancellationToken cancel)
    {
        await stage.Tap(author, "Tarik kembali", About, cancel);
        await stage.Tap(author, "Ya, tarik", About, cancel);
    }

    /// <summary>The author throws the draft away.</summary>
    public async Task Discard(CancellationToken cancel)
    {
        await stage.Tap(author, "Hapus draf", Preview, cancel);
        await stage.Tap(author, "Ya, hapus", _ => true, cancel);
    }

    private async Task Write(bool damaged, CancellationToken cancel)
    {
        stage.HurryMessages();
        var since = stage.Phones.Revision;
        foreach (var photo in text.Photos)
        {
            var bytes = SamplePhotos.Read(photo.Sample);
            if (damaged) bytes = Cut(bytes);
            stage.Phones.SendPhoto(author, bytes, photo.Caption);
            photos.Add(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        // As people do: the bot asks for the title before the text is pasted.
        await stage.Phones.HearsAsync(author, "Judul", since, stop: cancel);
        body = text.BodyOn(stage.Now);
        stage.Phones.Say(author, $"{text.Title}\n\n{body}");
        await stage.Phones.HearsAsync(author, message => Preview(message) && message.Text.Contains($" {text.Photos.Length} foto ", StringComparison.Ordinal), since, stop: cancel);
        stage.Written();
    }

    /// <summary>Answers what the bot asks for.</summary>
    private async Task Types(long who, string words, CancellationToken cancel)
    {
        await stage.Settle(cancel);
        stage.HurryMessages();
        stage.Phones.Say(who, words);
        await stage.Settle(cancel);
    }

    private async Task Receipt(long since, CancellationToken cancel)
    {
        var receipt = await stage.Phones.HearsAsync(author, IsReceipt, since, stop: cancel);
        number = Number().Match(receipt.Text).Value;
    }

    private static bool IsReceipt(SeenMessage message) => message.Text.StartsWith("Terkirim", StringComparison.Ordinal);

    /// <summary>A JPEG that begins and ends as it should, with nothing for its lower part.</summary>
    private static byte[] Cut(byte[] jpeg) => [.. jpeg[..(jpeg.Length / 2)], 0xFF, 0xD9];

    private bool Preview(SeenMessage message) => Stage.Has(message, "Kirim") && message.Text.Contains(text.Title, StringComparison.Ordinal);

    private bool Card(SeenMessage message) => About(message) && message.Text.Contains(text.Title, StringComparison.Ordinal);

    private bool About(SeenMessage message) => number.Length > 0 && message.Text.Contains(number, StringComparison.Ordinal);

    [GeneratedRegex("[A-Z0-9-]+-[0-9]{4}-[0-9]{4}")]
    private static partial Regex Number();
}
