using System.Globalization;
using System.Text.RegularExpressions;

namespace KominfoBot.Bot.Releases;

/// <summary>The lists of a document (word/numbering.xml), counted as its text goes on.</summary>
internal sealed partial class DocxLists
{
    private const int Levels = 9;

    private readonly Dictionary<int, Level[]> kinds = [];
    private readonly Dictionary<int, (int Kind, Dictionary<int, int> Starts)> lists = [];
    private readonly Dictionary<int, int[]> counters = [];

    /// <param name="xml">Null when the document has none.</param>
    public DocxLists(WordXml? xml)
    {
        xml?.All(() =>
        {
            if (xml is { IsWord: true, Name: "abstractNum" } && xml.Number("abstractNumId") is { } kind) ReadKind(xml, kind);
            else if (xml is { IsWord: true, Name: "num" } && xml.Number("numId") is { } list) ReadList(xml, list);
        });
    }

    /// <summary>What stands before the next paragraph of a list: "•", "3.", "b)"; null when it is in none.</summary>
    public string? Next(ListPlace place)
    {
        if (place.List is not { } id || !lists.TryGetValue(id, out var list) || !kinds.TryGetValue(list.Kind, out var levels)) return null;
        var level = Math.Clamp(place.Level ?? 0, 0, Levels - 1);
        // Lists of one kind count on in each other, unless one says where it begins.
        var key = list.Starts.Count > 0 ? id : -1 - list.Kind;
        if (!counters.TryGetValue(key, out var counter)) counters[key] = counter = new int[Levels];
        counter[level]++;
        Array.Clear(counter, level + 1, Levels - level - 1);
        var own = levels[level];
        if (own.Format == "none") return null;
        if (own.Format == "bullet") return level == 0 ? "•" : "◦";
        return Place().Replace(own.Text, match =>
        {
            var at = match.ValueSpan[1] - '1';
            var start = list.Starts.TryGetValue(at, out var given) ? given : levels[at].Start;
            return Written(levels[at].Format, start + Math.Max(counter[at], 1) - 1);
        });
    }

    private void ReadKind(WordXml xml, int kind)
    {
        var levels = new Level[Levels];
        Array.Fill(levels, new Level("decimal", "%1.", 1));
        var at = 0;
        xml.Each(() =>
        {
            switch (xml.Name)
            {
                case "lvl":
                    at = Math.Clamp(xml.Number("ilvl") ?? 0, 0, Levels - 1);
                    levels[at] = new Level("decimal", $"%{at + 1}.", 1);
                    break;
                case "start":
                    levels[at] = levels[at] with { Start = xml.Number() ?? 1 };
                    break;
                case "numFmt":
                    levels[at] = levels[at] with { Format = xml.Value() ?? "decimal" };
                    break;
                case "lvlText":
                    levels[at] = levels[at] with { Text = xml.Value() is { Length: <= 30 } text ? text : "" };
                    break;
            }
        });
        kinds.TryAdd(kind, levels);
    }

    private void ReadList(WordXml xml, int list)
    {
        var (kind, at, starts) = (-1, 0, new Dictionary<int, int>());
        xml.Each(() =>
        {
            switch (xml.Name)
            {
                case "abstractNumId":
                    kind = xml.Number() ?? -1;
                    break;
                case "lvlOverride":
                    at = Math.Clamp(xml.Number("ilvl") ?? 0, 0, Levels - 1);
                    break;
                case "startOverride":
                    starts[at] = xml.Number() ?? 1;
                    break;
                case "lvl":
                    xml.Skip();
                    break;
            }
        });
        lists.TryAdd(list, (kind, starts));
    }

    private static string Written(string format, int number) => format switch
    {
        "lowerLetter" or "upperLetter" when number is > 0 and <= 26 => ((char)((format[0] == 'l' ? 'a' : 'A') + number - 1)).ToString(),
        "lowerRoman" when number is > 0 and < 4000 => Roman(number).ToLowerInvariant(),
        "upperRoman" when number is > 0 and < 4000 => Roman(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int number)
    {
        var text = "";
        foreach (var (value, sign) in (ReadOnlySpan<(int, string)>)[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
            for (; number >= value; number -= value) text += sign;
        return text;
    }

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place();

    private sealed record Level(string Format, string Text, int Start);
}
