namespace KominfoBot.Bot.Releases;

/// <summary>What a run of text looks like; null: as the style says.</summary>
internal readonly record struct RunLook(bool? Bold = null, bool? Italic = null, bool? Underline = null, bool? Strike = null, bool? Hidden = null)
{
    /// <summary>This one where it says something, else the other.</summary>
    public RunLook Over(RunLook other) => new(Bold ?? other.Bold, Italic ?? other.Italic, Underline ?? other.Underline, Strike ?? other.Strike, Hidden ?? other.Hidden);

    /// <summary>Reads a property of w:rPr.</summary>
    public RunLook With(WordXml xml) => xml.Name switch
    {
        "b" => this with { Bold = xml.IsOn },
        "i" => this with { Italic = xml.IsOn },
        "u" => this with { Underline = xml.Value() is not ("none" or null) },
        "strike" or "dstrike" => this with { Strike = xml.IsOn },
        "vanish" or "specVanish" => this with { Hidden = xml.IsOn },
        _ => this,
    };
}

/// <summary>A list that a paragraph belongs to, and its level from 0.</summary>
internal readonly record struct ListPlace(int? List, int? Level)
{
    public ListPlace Over(ListPlace other) => new(List ?? other.List, Level ?? other.Level);
}

/// <summary>A style with all that it inherits.</summary>
/// <param name="Name">As Word itself calls it in every language: "title", "heading 1", "caption". Lower-case.</param>
internal sealed record DocxStyle(string Name, RunLook Look, ListPlace Place)
{
    public static DocxStyle None { get; } = new("", default, default);
}

/// <summary>The styles of a document (word/styles.xml).</summary>
internal sealed class DocxStyles
{
    private const int LongestLine = 20;

    private readonly Dictionary<string, (DocxStyle Own, string? Parent)> styles = new(StringComparer.Ordinal);

    /// <param name="xml">Null when the document has none.</param>
    public DocxStyles(WordXml? xml)
    {
        xml?.All(() =>
        {
            if (xml is not { IsWord: true, Name: "style" } || xml.Value("styleId") is not { } id) return;
            var (name, parent, look, place) = (id, (string?)null, default(RunLook), default(ListPlace));
            xml.Each(() =>
            {
                switch (xml.Name)
                {
                    case "name":
                        name = xml.Value() ?? id;
                        break;
                    case "basedOn":
                        parent = xml.Value();
                        break;
                    case "rPr":
                        xml.Each(() => look = look.With(xml));
                        break;
                    case "numId":
                        place = place with { List = xml.Number() };
                        break;
                    case "ilvl":
                        place = place with { Level = xml.Number() };
                        break;
                    case "tblStylePr":
                        xml.Skip();
                        break;
                }
            });
            styles.TryAdd(id, (new DocxStyle(name.ToLowerInvariant(), look, place), parent));
        });
    }

    public DocxStyle Of(string? id)
    {
        if (id is null) return DocxStyle.None;
        if (!styles.TryGetValue(id, out var found)) return DocxStyle.None with { Name = id.ToLowerInvariant() };
        var style = found.Own;
        for (var steps = 0; steps < LongestLine && found.Parent is { } parent && styles.TryGetValue(parent, out found); steps++)
            style = style with { Look = style.Look.Over(found.Own.Look), Place = style.Place.Over(found.Own.Place) };
        return style;
    }
}
