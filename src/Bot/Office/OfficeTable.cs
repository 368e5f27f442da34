using System.Text;
using KominfoBot.Bot.Hosting;

namespace KominfoBot.Bot.Office;

/// <summary>
/// A data file of the office: semicolon-separated, first line the column names, <c>#</c> begins a comment line, UTF-8; a field may stand in double quotes
/// (as spreadsheets write it). Faults are named with file, line and value.
/// </summary>
internal sealed class OfficeTable
{
    private readonly string path;
    private readonly Dictionary<string, int> columns;
    private readonly List<OfficeRow> rows = [];

    private OfficeTable(string path, Dictionary<string, int> columns) => (this.path, this.columns) = (path, columns);

    public IReadOnlyList<OfficeRow> Rows => rows;

    /// <exception cref="OperatorException">The file is missing, or a line is not as it should be.</exception>
    public static OfficeTable Read(string setting, string path, ReadOnlySpan<string> required, ReadOnlySpan<string> optional)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"Setelan {setting}: berkas {path} tidak dapat dibaca. Periksa letak dan hak aksesnya.");
        }
        catch (DecoderFallbackException)
        {
            throw new OperatorException($"Setelan {setting}: berkas {path} bukan teks UTF-8. Simpan ulang sebagai \"CSV UTF-8\".");
        }
        return Parse(path, lines, required, optional) ?? throw new OperatorException($"Setelan {setting}: berkas {path} kosong. Baris pertamanya harus nama kolom: {string.Join(';', required)}.");
    }

    /// <summary>The same from a text that somebody sent.</summary>
    /// <param name="name">Stands where a file's path would, in sentences.</param>
    /// <exception cref="OperatorException">A line is not as it should be.</exception>
    public static OfficeTable Parse(string name, string text, ReadOnlySpan<string> required, ReadOnlySpan<string> optional)
        => Parse(name, text.Split('\n'), required, optional) ?? throw new OperatorException($"{name} kosong. Baris pertamanya harus nama kolom: {string.Join(';', required)}.");

    private static OfficeTable? Parse(string path, string[] lines, ReadOnlySpan<string> required, ReadOnlySpan<string> optional)
    {
        OfficeTable? table = null;
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1].TrimEnd('\r').TrimStart('\uFEFF');
            if (line.AsSpan().Trim().IsEmpty || line.StartsWith('#')) continue;
            var fields = Split(line) ?? throw new OperatorException($"{path} baris {number}: tanda kutip tidak ditutup: {line}");
            if (table is null) table = new OfficeTable(path, Header(path, number, fields, required, optional));
            else if (fields.Count > table.columns.Count) throw new OperatorException($"{path} baris {number}: ada {fields.Count} kolom, judulnya hanya {table.columns.Count}: {line}");
            else table.rows.Add(new OfficeRow(table, number, fields));
        }
        return table;
    }

    private static Dictionary<string, int> Header(string path, int number, List<string> names, ReadOnlySpan<string> required, ReadOnlySpan<string> optional)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < names.Count; index++)
        {
            if (!required.Contains(names[index].ToLowerInvariant()) && !optional.Contains(names[index].ToLowerInvariant()))
                throw new OperatorException($"{path} baris {number}: kolom \"{names[index]}\" tidak dikenal. Kolom yang ada: {string.Join(", ", [.. required, .. optional])}.");
            if (!columns.TryAdd(names[index], index)) throw new OperatorException($"{path} baris {number}: kolom \"{names[index]}\" disebut dua kali.");
        }
        foreach (var name in required)
            if (!columns.ContainsKey(name)) throw new OperatorException($"{path} baris {number}: kolom \"{name}\" tidak ada.");
        return columns;
    }

    /// <summary>Whether the table has a column, empty or not.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>A value as a field of a table. What a spreadsheet would take for a formula gets an apostrophe before it, which reading takes away again.</summary>
    public static string Field(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        if (LooksLikeFormula(value)) value = "'" + value;
        return value.AsSpan().ContainsAny(";\"\r\n") || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) || value[0] == '#' ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }

    private static bool LooksLikeFormula(string value) => value.AsSpan().TrimStart('\'') is [var first, ..] && first is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static List<string>? Split(string line)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (quoted && line[at] == '"' && at + 1 < line.Length && line[at + 1] == '"') field.Append(line[at++]);
            else if (line[at] == '"' && (quoted || field.Length == 0)) quoted = !quoted;
            else if (line[at] == ';' && !quoted) Add();
            else field.Append(line[at]);
        }
        Add();
        return quoted ? null : fields;

        void Add()
        {
            var text = field.ToString().Trim();
            fields.Add(text.StartsWith('\'') && LooksLikeFormula(text) ? text[1..] : text);
            field.Clear();
        }
    }

    /// <summary>One line of the file.</summary>
    public sealed class OfficeRow(OfficeTable table, int number, List<string> fields)
    {
        /// <summary>The field's text; null when the column is absent or empty.</summary>
        public string? Optional(string column)
            => table.columns.TryGetValue(column, out var index) && index < fields.Count && fields[index].Length > 0 ? fields[index] : null;

        public string Required(string column) => Optional(column) ?? throw Fault(column, "tidak boleh kosong");

        public OperatorException Fault(string column, string why) => new($"{table.path} baris {number}, kolom {column}: \"{Optional(column)}\" {why}.");
    }
}
