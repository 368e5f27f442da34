using System.Globalization;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Export;

/// <summary>Texts as cells: nothing that somebody typed is ever taken for a formula (OWASP ASVS 5.0, 1.2.10).</summary>
public static class SpreadsheetText
{
    /// <summary>Also the full-width forms, which some programs take for the same signs.</summary>
    private const string FormulaSigns = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text, with an apostrophe before it when a spreadsheet might calculate it.</summary>
    public static string Safe(string text)
    {
        var clean = PlainText.Clean(text);
        var first = clean.AsSpan().TrimStart(" \u00A0\u200B\uFEFF\"'");
        return clean.Length > 0 && (FormulaSigns.Contains(clean[0], StringComparison.Ordinal) || (first.Length > 0 && FormulaSigns.Contains(first[0], StringComparison.Ordinal))) ? "'" + clean : clean;
    }

    /// <summary>A value as a cell's text: instants and days by the office's clocks, numbers as they are.</summary>
    public static string Of(object? value, OfficeTime office) => value switch
    {
        null => "",
        ExportWord word => Safe(word.Text),
        string text => Safe(text),
        DateTimeOffset instant => office.Local(instant).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(value.GetType().Name),
    };
}
