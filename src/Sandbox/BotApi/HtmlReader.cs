using System.Globalization;
using System.Text;

namespace KominfoBot.Sandbox.BotApi;

/// <summary>Telegram's HTML style (Bot API, "HTML style"): a few tags, four named and all numeric references, nothing else.</summary>
internal sealed class HtmlReader
{
    private readonly string source;
    private readonly StringBuilder text = new();
    private readonly List<TextEntity> entities = [];
    private readonly Stack<(string Tag, int Start, Dictionary<string, string> Attributes)> open = new();
    private int at;

    private HtmlReader(string source) => this.source = source;

    /// <exception cref="BotApiError">400, "can't parse entities", as Telegram words it.</exception>
    public static (string Text, List<TextEntity> Entities) Parse(string source)
    {
        var parser = new HtmlReader(source);
        parser.Run();
        return (parser.text.ToString(), parser.entities);
    }

    private void Run()
    {
        while (at < source.Length)
        {
            if (source[at] == '&')
                Reference();
            else if (source[at] == '<')
                Tag();
            else
                text.Append(source[at++]);
        }
        if (open.TryPeek(out var unclosed))
            throw Complaint($"Can't find end tag corresponding to start tag \"{unclosed.Tag}\"");
    }

    private void Reference()
    {
        var end = source.IndexOf(';', at);
        if (end > at && end - at <= 10 && Resolve(source[(at + 1)..end]) is { } resolved)
        {
            text.Append(resolved);
            at = end + 1;
            return;
        }
        text.Append(source[at++]);
    }

    private static string? Resolve(string name)
    {
        if (name.StartsWith('#'))
        {
            var hex = name.Length > 1 && name[1] is 'x' or 'X';
            var parsed = int.TryParse(hex ? name[2..] : name[1..], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code);
            return parsed && code > 0 && Rune.IsValid(code) ? new Rune(code).ToString() : null;
        }
        return name switch { "lt" => "<", "gt" => ">", "amp" => "&", "quot" => "\"", _ => null };
    }

    private void Tag()
    {
        var start = at;
        var end = source.IndexOf('>', at);
        if (end < 0)
            throw Complaint($"Unclosed start tag at byte offset {Offset(start)}");
        var inside = source[(at + 1)..end];
        at = end + 1;
        if (inside.StartsWith('/'))
            Close(inside[1..].Trim().ToLowerInvariant(), start);
        else
            Open(inside, start);
    }

    private void Open(string inside, int start)
    {
        var nameEnd = inside.IndexOfAny([' ', '\t', '\n']);
        var name = (nameEnd < 0 ? inside : inside[..nameEnd]).ToLowerInvariant();
        if (name is not ("b" or "strong" or "i" or "em" or "u" or "ins" or "s" or "strike" or "del" or "span" or "tg-spoiler" or "a" or "code" or "pre" or "blockquote" or "tg-emoji" or "tg-time"))
            throw Complaint($"Unsupported start tag \"{name}\" at byte offset {Offset(start)}");
        var attributes = nameEnd < 0 ? [] : ReadAttributes(inside[nameEnd..], start);
        if (name == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
            throw Complaint($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Offset(start)}");
        open.Push((name, text.Length, attributes));
    }

    private Dictionary<string, string> ReadAttributes(string rest, int start)
    {
        var attributes = new Dictionary<string, string>();
        var i = 0;
        while (true)
        {
            while (i < rest.Length && char.IsWhiteSpace(rest[i]))
                i++;
            if (i >= rest.Length)
                return attributes;
            var nameStart = i;
            while (i < rest.Length && !char.IsWhiteSpace(rest[i]) && rest[i] != '=')
                i++;
            var name = rest[nameStart..i].ToLowerInvariant();
            if (name.Length == 0)
                throw Complaint($"Empty attribute name in the tag at byte offset {Offset(start)}");
            var value = "";
            if (i < rest.Length && rest[i] == '=')
            {
                i++;
                var quote = i < rest.Length && rest[i] is '"' or '\'' ? rest[i++] : ' ';
                var valueEnd = rest.IndexOf(quote, i);
                if (valueEnd < 0)
                    valueEnd = quote == ' ' ? rest.Length : throw Complaint($"Unclosed attribute value in the tag at byte offset {Offset(start)}");
                value = Unescape(rest[i..valueEnd]);
                i = Math.Min(rest.Length, valueEnd + 1);
            }
            attributes[name] = value;
        }
    }

    private static string Unescape(string value) => value.Contains('&', StringComparison.Ordinal)
        ? value.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
        : value;

    private void Close(string name, int start)
    {
        if (!open.TryPop(out var opened))
            throw Complaint($"Unexpected end tag at byte offset {Offset(start)}");
        if (name.Length > 0 && name != opened.Tag)
            throw Complaint($"Unmatched end tag at byte offset {Offset(start)}, expected \"</{opened.Tag}>\", found \"</{name}>\"");
        var length = text.Length - opened.Start;
        if (length == 0)
            return;
        switch (opened.Tag)
        {
            case "b" or "strong": Add("bold"); break;
            case "i" or "em": Add("italic"); break;
            case "u" or "ins": Add("underline"); break;
            case "s" or "strike" or "del": Add("strikethrough"); break;
            case "span" or "tg-spoiler": Add("spoiler"); break;
            case "blockquote": Add(opened.Attributes.ContainsKey("expandable") ? "expandable_blockquote" : "blockquote"); break;
            case "a":
                var url = opened.Attributes.GetValueOrDefault("href") is { Length: > 0 } href ? href : text.ToString(opened.Start, length);
                if (Links.IsAccepted(url))
                    entities.Add(new TextEntity("text_link", opened.Start, length, url));
                break;
            case "pre": AddPre(opened.Start, length); break;
            case "code": entities.Add(new TextEntity("code", opened.Start, length, Language: LanguageOf(opened.Attributes))); break;
        }

        void Add(string type) => entities.Add(new TextEntity(type, opened.Start, length));
    }

    /// <summary>pre around exactly one code with a language is one block in that language.</summary>
    private void AddPre(int start, int length)
    {
        var language = (string?)null;
        if (entities is [.., { Type: "code", Language: not null } code] && code.Offset == start && code.Length == length)
        {
            language = code.Language;
            entities.RemoveAt(entities.Count - 1);
        }
        entities.Add(new TextEntity("pre", start, length, Language: language));
    }

    private static string? LanguageOf(Dictionary<string, string> attributes) =>
        attributes.GetValueOrDefault("class") is { } name && name.StartsWith("language-", StringComparison.Ordinal) ? name["language-".Length..] : null;

    private int Offset(int index) => Encoding.UTF8.GetByteCount(source.AsSpan(0, index));

    private static BotApiError Complaint(string what) => BotApiError.BadRequest("can't parse entities: " + what);
}
