using System.Text.RegularExpressions;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>Finds what Telegram marks by itself: commands, mentions, hashtags, addresses.</summary>
internal static partial class EntityFinder
{
    public static IEnumerable<TextEntity> Find(string text, IReadOnlyList<TextEntity> present)
    {
        var closed = present.Where(entity => entity.Type is "code" or "pre" or "text_link" or "url" or "mention" or "hashtag" or "bot_command" or "email").ToList();
        var found = new List<TextEntity>();
        foreach (Match match in Pattern().Matches(text))
        {
            var group = match.Groups.Cast<Group>().Skip(1).First(group => group.Success);
            if (closed.Exists(entity => group.Index < entity.Offset + entity.Length && entity.Offset < group.Index + group.Length))
                continue;
            found.Add(new TextEntity(group.Name, group.Index, group.Length));
        }
        return found;
    }

    [GeneratedRegex(
        @"(?<email>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]*[A-Za-z0-9])" +
        @"|(?<url>https?://[^\s<>""]*[^\s<>"".,;:!?)\]])" +
        @"|(?<=^|[^\w/<])(?<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])" +
        @"|(?<=^|\W)(?<mention>@[A-Za-z0-9_]{4,32})\b" +
        @"|(?<=^|[^\w&])(?<hashtag>\#[\w]*[^\W\d][\w]*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
