using System.Collections.Immutable;
using System.Text;
using KominfoBot.Bot.Hosting;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Office;

/// <summary>The list of SKPDs as a table: the shipped one, the office's own, one sent to the bot, and the one that it gives out. All of it is right or none of it is taken.</summary>
internal static class SkpdTable
{
    private static readonly string[] required = [SkpdField.Code, "name", "short_name", "category"];

    private static readonly string[] optional = [.. SkpdField.All.Select(field => field.Column).Except(required)];

    /// <exception cref="OperatorException">A line is wrong: name, line, column and value are named.</exception>
    public static IReadOnlyList<SkpdEntry> Read(string setting, string path, IReadOnlyCollection<string> categories) => Entries(OfficeTable.Read(setting, path, required, optional), categories);

    /// <param name="name">What the table is called in sentences.</param>
    /// <exception cref="OperatorException">As above.</exception>
    public static IReadOnlyList<SkpdEntry> Parse(string name, string text, IReadOnlyCollection<string> categories) => Entries(OfficeTable.Parse(name, text, required, optional), categories);

    /// <summary>The register as a table that <see cref="Parse"/> reads. A field that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static string Write(IEnumerable<Skpd> skpds)
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(';', SkpdField.All.Select(field => field.Column).Prepend(SkpdField.Code)).Append("\r\n");
        foreach (var skpd in skpds.OrderBy(skpd => skpd.Code, StringComparer.Ordinal))
            text.AppendJoin(';', SkpdField.All.Select(field => field.Get(skpd)).Prepend(skpd.Code).Select(OfficeTable.Field)).Append("\r\n");
        return text.ToString();
    }

    private static List<SkpdEntry> Entries(OfficeTable table, IReadOnlyCollection<string> categories)
    {
        Dictionary<string, SkpdEntry> found = [];
        foreach (var row in table.Rows)
        {
            var code = row.Required(SkpdField.Code);
            if (!SkpdField.IsCode(code)) throw row.Fault(SkpdField.Code, "harus huruf besar A-Z, angka, atau tanda hubung, paling panjang 30");
            var values = ImmutableArray.CreateBuilder<(SkpdField, string?)>();
            foreach (var field in SkpdField.All.Where(field => table.Has(field.Column)))
            {
                var value = field.Tidy(row.Optional(field.Column) is { } typed ? PlainText.OneLine(typed) : null);
                // An empty ya/tidak column means what the column's absence would.
                if (value is null && field.Kind == SkpdFieldKind.YesNo) continue;
                if (field.Check(value, categories) is { } fault) throw row.Fault(field.Column, Sentence(fault, field, categories));
                values.Add((field, value));
            }
            if (!found.TryAdd(code, new SkpdEntry(code, values.ToImmutable()))) throw row.Fault(SkpdField.Code, "sudah ada di baris sebelumnya");
        }
        return [.. found.Values];
    }

    private static string Sentence(SkpdFieldFault fault, SkpdField field, IReadOnlyCollection<string> categories) => fault switch
    {
        SkpdFieldFault.Missing => "tidak boleh kosong",
        SkpdFieldFault.TooLong => $"terlalu panjang, batas {field.Limit} karakter",
        SkpdFieldFault.NotAnAddress => "harus alamat lengkap yang diawali https:// atau http://",
        SkpdFieldFault.NoSuchCategory => $"tidak ada di daftar kategori ({string.Join(", ", categories)})",
        _ => "harus \"ya\" atau \"tidak\"",
    };
}
