using System.Text;
using System.Text.Json;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.EndToEnd.Tests.Newsroom;

/// <summary>An album of ten, a text of 17,734 characters: whatever way Telegram cuts them, they arrive as one item, whole and in order (T19-T21).</summary>
public sealed class Much_at_once
{
    private const int LongestRealArticle = 17_734;

    [Theory, BothStores]
    public async Task An_album_of_ten_over_two_batches_with_a_kill_in_between_is_one_draft(StoreProvider provider)
    {
        await using var office = await Office.Staffed(provider);
        var item = new Sample(900, Photos: 10);
        await office.Kill();
        office.Telegram.UpdatesPerBatch = 5;
        // The first batch passes; the second is kept from this process.
        office.Telegram.Plan(new Fault(FaultKind.ServerError) { Method = "getUpdates", Skip = 1, Times = 1000 });
        var captions = Enumerable.Range(1, 10).Select(number => number == 1 ? item.Whole : $"Keterangan foto {number}").ToArray();
        office.Telegram.SendAlbum(Office.Author.TelegramId, [.. Enumerable.Range(0, 10).Select(Office.Photo)], captions);
        await office.Start();
        await office.Hears(Office.Author, "5 foto ·");

        await office.Kill();
        office.Telegram.ClearFaults();
        await office.Start();

        await office.SendDraft(Office.Author, item);
        await office.Approve(Office.Author, item);
        await office.ShowsPublished(item, photos: 10);
        Assert.Equal(1, await office.Count("Items"));
        var page = await office.Read("/feed.json");
        var places = Enumerable.Range(2, 9).Select(number => page.IndexOf($"Keterangan foto {number}", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        await office.Rests();
        await office.IsInOrder(acts: 1);
    }

    [Fact]
    public async Task A_long_text_in_several_messages_arrives_whole()
    {
        await using var office = await Office.Staffed();
        var item = new Sample(950);
        var body = Article(item);

        await office.SaysAndHears(Office.Author, "/tulis", "Judul");
        await office.SaysAndHears(Office.Author, item.Title, "isi beritanya");
        var parts = office.Telegram.SayLong(Office.Author.TelegramId, body).Count;
        await office.Hears(Office.Author, $"{parts} pesan");
        await office.Press(Office.Author, "Selesai", "pesan");
        await office.Hears(Office.Author, "Foto kegiatan");
        office.Telegram.SendPhoto(Office.Author.TelegramId, Office.Photo(1), "Penyerahan");
        await office.Press(Office.Author, "Selesai", "foto diterima");
        await office.Press(Office.Author, "Pendidikan");
        await office.SendDraft(Office.Author, item);
        await office.Approve(Office.Author, item);

        await office.ShowsPublished(item, photos: 1);
        using var feed = JsonDocument.Parse(await office.Read("/feed.json"));
        var text = feed.RootElement.GetProperty("items")[0].GetProperty("content_text").GetString()!;
        Assert.Equal(Words(body), Words(text)[..Words(body).Length]);
        await office.Rests();
        await office.IsInOrder(acts: 1);
    }

    private static string[] Words(string text) => text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static string Article(Sample item)
    {
        var text = new StringBuilder(item.Beginning);
        for (var paragraph = 1; text.Length < LongestRealArticle - 400; paragraph++)
            text.Append("\n\n").Append(System.Globalization.CultureInfo.InvariantCulture, $"Alinea {paragraph}: para guru di sekolah nomor {paragraph} menata rak, mencatat judul, dan mengajak murid membaca setiap pagi sebelum pelajaran dimulai.");
        text.Append("\n\n").Append(item.Ending);
        return text.ToString();
    }
}
