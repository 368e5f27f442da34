using System.Globalization;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.Api;

/// <summary>Some changes as JSON, with the token that asks for those after them: what <c>/api/changes</c> answers and what a portal is called with.</summary>
internal static class ChangesDocument
{
    /// <param name="after">Where they begin, when there are none.</param>
    public static byte[] Write(FeedSite site, IReadOnlyList<PublicationChange> changes, IReadOnlyList<PublishedItem> items, long after)
    {
        var byNumber = items.ToDictionary(item => item.Number);
        var next = Token(changes.Count > 0 ? changes[^1].Sequence : after);
        return JsonBytes.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("changes");
            foreach (var change in changes)
            {
                json.WriteStartObject();
                json.WriteString("number", change.Number);
                if (byNumber.TryGetValue(change.Number, out var item)) json.WriteString("id", FeedEntry.IdOf(item));
                json.WriteString("at", Instants.Exact(change.At));
                json.WriteString("status", JsonItem.StatusWord(change.Status));
                json.WriteString("url", item is null ? site.Address[$"/berita/{Uri.EscapeDataString(change.Number)}"] : site.Address.Item(item));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("next", next);
            json.WriteString("next_url", site.Address[$"/api/changes?since={next}"]);
            json.WriteEndObject();
        });
    }

    public static long? Sequence(string token)
        => token is ['c', .. var digits] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;

    private static string Token(long sequence) => string.Create(CultureInfo.InvariantCulture, $"c{sequence}");
}
