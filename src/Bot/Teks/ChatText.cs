using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>Texts for the chat: words and their formatting side by side, never markup, so that nothing can be escaped wrongly.</summary>
public static class ChatText
{
    /// <summary>The Bot API's limit of a message's text, in UTF-16 units without markup.</summary>
    public const int MessageLimit = 4096;

    /// <summary>The Bot API's limit of a caption, in UTF-16 units.</summary>
    public const int CaptionLimit = 1024;

    /// <summary>
    /// <c>ChatText.Of($"&lt;b&gt;{title}&lt;/b&gt; · {number}")</c>. In the literal parts the tags b, i, u, s, q (quote), fq (folded quote), code and
    /// <c>&lt;a={address}&gt;…&lt;/a&gt;</c> format; what is filled in is always plain text, except a <see cref="StyledText"/>, which keeps its marks.
    /// </summary>
    /// <remarks>The office may have words of its own for it (<see cref="WordingFile"/>), as for <see cref="Line"/>.</remarks>
    /// <exception cref="FormatException">Tags that do not match.</exception>
    public static StyledText Of(ref ChatTextHandler text) => text.ToStyledText();

    /// <summary>The same for what has no formatting: alerts, titles of offices, parts of sentences.</summary>
    public static string Line(ref ChatTextHandler text) => text.ToStyledText().Text;

    /// <summary>Parts of at most <paramref name="limit"/> UTF-16 units, cut where it hurts least.</summary>
    public static IReadOnlyList<StyledText> Split(StyledText text, int limit = MessageLimit) => ChatTextSplitter.Split(text, limit);

    /// <summary>The text, or its beginning and an ellipsis, in at most <paramref name="limit"/> UTF-16 units.</summary>
    public static string Cut(string text, int limit)
        => text.Length <= limit ? text : text[..ChatTextSplitter.LastBorder(text, limit - 1)].TrimEnd() + "…";
}
