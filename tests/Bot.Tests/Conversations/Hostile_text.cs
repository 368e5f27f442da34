using System.Text.Json;
using System.Xml.Linq;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Tests.Conversations;

public sealed class Hostile_text : Transcript
{
    private const int Items = 3;

    [Fact]
    public async Task The_naughty_strings_go_through_title_body_caption_and_name_into_well_formed_feeds()
    {
        var strings = NaughtyStrings.All.Where(text => text.Trim().Length > 0).ToList();
        var markup = strings.Where(text => text.AsSpan().IndexOfAny("<&]") >= 0).ToList();
        var numbers = new List<string>();
        for (var item = 0; item < Items; item++)
        {
            var author = Office.Stranger($"<b>{markup[item]}</b>");
            await Office.Appoint(author, Role.AdminSkpd, "DISDUKCAPIL");
            var title = string.Concat($"Uji {item} ", string.Join(' ', markup.Skip(item * 5).Where(text => text.Length < 40).Take(4)));
            await author.Says("/tulis");
            await author.Says(PlainText.OneLine(title[..Math.Min(title.Length, 140)]));
            await author.Says(Naskah.Body(item + 1));
            foreach (var chunk in Chunks(strings.Where((_, index) => index % Items == item))) await author.Says(chunk);
            await author.Taps("Selesai");
            await author.SendsPhoto(Naskah.Photo(item + 1), string.Join(' ', strings.Skip(item * 60).Take(20)) is var caption ? caption[..Math.Min(caption.Length, 900)] : null);
            await author.Taps("Selesai");
            await author.Taps("Pengumuman");
            await author.Taps("Kirim");
            if (author.Chat[^1].Labels().Contains("Kirim") || author.Chat.Any(message => message.Labels().Contains("Tetap kirim"))) await author.Taps("Tetap kirim");
            numbers.Add(Naskah.NumberIn(author.Hears("Terkirim").Text));
            await Yeni.Taps("Setujui");
            await Joni.Taps("Setujui");
            await Joni.Taps("Ya, terbitkan");
        }

        foreach (var number in numbers)
        {
            Assert.NotNull(XDocument.Parse(await Office.Reads("/rss.xml", number)).Root);
            Assert.NotNull(XDocument.Parse(await Office.Reads("/atom.xml", number)).Root);
        }
        var items = JsonDocument.Parse(await Office.Reads("/feed.json", numbers[^1])).RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Items, items.Count);
        Assert.DoesNotContain(items, item => item.GetProperty("content_html").GetString()!.Contains("<script", StringComparison.OrdinalIgnoreCase));
        // Nothing was lost on the way but what no document can carry.
        foreach (var text in strings.Where(text => text.All(character => character is > ' ' and < '\x7f')))
            Assert.Contains(items, item => item.GetProperty("content_text").GetString()!.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Messages of at most 3500 units that no client would cut.</summary>
    private static IEnumerable<string> Chunks(IEnumerable<string> strings)
    {
        var chunk = "Bagian:";
        foreach (var text in strings)
        {
            if (chunk.Length + text.Length > 3500)
            {
                yield return chunk;
                chunk = "Bagian:";
            }
            chunk += "\n" + text;
        }
        yield return chunk;
    }
}
