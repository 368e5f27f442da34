using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.Bot.Teks;

/// <summary>What the public channel says.</summary>
public static class SaluranTeks
{
    private const int Lead = 400;

    /// <summary>A corrected item names its corrections; a retracted one only its number and the reason, as its page does.</summary>
    public static StyledText Pos(PublishedItem item, string link) => item.Status switch
    {
        PublicationStatus.Published => ChatText.Of($"<b>{item.Title}</b>\n\n{First(item.Body.Text)}\n\n{item.SkpdName} · {item.CategoryName}\n{link}"),
        PublicationStatus.Corrected => ChatText.Of($"<b>{item.Title}</b>\n\n{First(item.Body.Text)}\n\n<b>Ralat</b>: {Corrections(item)}\n\n{item.SkpdName} · {item.CategoryName}\n{link}"),
        _ => ChatText.Of($"Berita {item.Number} dari {item.SkpdName} telah dicabut.\nAlasan: {item.RetractionNotice ?? "tidak disebutkan."}\n{link}"),
    };

    private static string Corrections(PublishedItem item) => ChatText.Cut(string.Join(" ", item.Corrections.Select(correction => correction.Note)), Lead);

    private static string First(string body)
    {
        var text = body.Trim();
        return ChatText.Cut(text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? text[..end].TrimEnd() : text, Lead);
    }
}
