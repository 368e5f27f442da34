using System.Text.RegularExpressions;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Outbox;

/// <summary>Whatever names an item opens it: each item number in a text of ours is a link that brings its reader to the item (Bot API, deep linking).</summary>
public static partial class ItemLinks
{
    /// <summary>What follows /start when such a link is opened, before the item's number.</summary>
    public const string StartPrefix = "lihat_";

    /// <summary>The Bot API takes at most a hundred entities of a message.</summary>
    private const int MostLinks = 30;

    public static string To(string username, string number) => $"https://t.me/{username}?start={StartPrefix}{number}";

    /// <summary>The text with its item numbers linked; as it is while the bot's name is not known.</summary>
    internal static StyledText On(StyledText text, string? username)
    {
        if (username is null) return text;
        var links = Number().Matches(text.Text)
            .Where(match => !text.Marks.Any(mark => mark.Kind is MarkKind.Link or MarkKind.Code && mark.Offset < match.Index + match.Length && match.Index < mark.Offset + mark.Length))
            .Take(MostLinks)
            .Select(match => new Mark(match.Index, match.Length, MarkKind.Link, To(username, match.Value)))
            .ToList();
        return links.Count == 0 ? text : text with { Marks = [.. text.Marks.Concat(links).OrderBy(mark => mark.Offset).ThenByDescending(mark => mark.Length)] };
    }

    /// <summary>An item's number that stands alone: not inside an address or a longer word.</summary>
    [GeneratedRegex(@"(?<![\w/.=-])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-20[0-9]{2}-[0-9]{4,6}(?![\w/-])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
