using System.Text;

namespace KominfoBot.Workflow.Checks;

/// <summary>
/// A list of words: UTF-8, one entry a line, its fields separated by semicolons; <c>#</c> begins a comment line. Comments at the top say where the list is from.
/// </summary>
/// <param name="Name">As it is called in messages.</param>
internal sealed record WordFile(string Name, IReadOnlyList<WordLine> Lines)
{
    /// <exception cref="FormatException">Not UTF-8, or an entry with too few or too many fields.</exception>
    public static WordFile Parse(string name, byte[] bytes, int fewest, int most)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new FormatException($"{name} bukan teks UTF-8. Simpan ulang sebagai UTF-8.");
        }
        List<WordLine> lines = [];
        var number = 0;
        foreach (var line in text.EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace() || line[0] == '#') continue;
            var fields = line.ToString().Split(';', StringSplitOptions.TrimEntries);
            if (fields.Length < fewest || fields.Length > most || fields[..fewest].Any(field => field.Length == 0))
                throw new FormatException($"{name} baris {number}: \"{line}\" harus berisi {(fewest == most ? $"{fewest}" : $"{fewest} sampai {most}")} kolom yang dipisahkan titik koma.");
            lines.Add(new WordLine(number, fields));
        }
        return lines.Count > 0 ? new WordFile(name, lines) : throw new FormatException($"{name} tidak memuat satu entri pun.");
    }

    /// <summary>The first fields, in lower case.</summary>
    public HashSet<string> Words() => [.. Lines.Select(line => line.Fields[0].ToLowerInvariant())];
}

/// <summary>An entry and where it stands.</summary>
internal sealed record WordLine(int Number, string[] Fields);
