using System.Globalization;
using KominfoBot.Bot.Hosting;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Office;

/// <summary>The office's agencies and kinds of news, read from its files and put into the store where they are not there yet.</summary>
public sealed record OfficeData(IReadOnlyList<Skpd> Skpds, IReadOnlyList<Category> Categories)
{
    /// <exception cref="OperatorException">A file is missing, or a line of it is wrong: file, line and value are named.</exception>
    public static OfficeData Load(OfficeOptions options)
    {
        var categories = ReadCategories(options.CategoryFile ?? Shipped("kategori.csv"));
        return new OfficeData(ReadSkpds(options.SkpdFile ?? Shipped("skpd.csv"), categories), categories);
    }

    /// <summary>Inserts what is missing; what is there, perhaps edited by chat, stays as it is.</summary>
    public async Task Seed(NewsroomStore store, CancellationToken cancel)
    {
        var (skpds, categories) = await store.Read(Present, cancel);
        if (Skpds.All(skpd => skpds.Contains(skpd.Code)) && Categories.All(category => categories.Contains(category.Code))) return;
        await store.Write(async db =>
        {
            var (skpdsNow, categoriesNow) = await Present(db);
            db.Categories.AddRange(Categories.Where(category => !categoriesNow.Contains(category.Code)));
            db.Skpds.AddRange(Skpds.Where(skpd => !skpdsNow.Contains(skpd.Code)));
        }, cancel);

        async Task<(HashSet<string> Skpds, HashSet<string> Categories)> Present(NewsroomDb db)
            => ([.. await db.Skpds.Select(row => row.Code).ToListAsync(cancel)], [.. await db.Categories.Select(row => row.Code).ToListAsync(cancel)]);
    }

    /// <summary>A file that comes with the program.</summary>
    internal static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, "Office", "Data", name);

    private static List<Category> ReadCategories(string path)
    {
        Dictionary<string, Category> found = [];
        foreach (var row in OfficeTable.Read("Office:CategoryFile", path, ["code", "name", "order"], []).Rows)
        {
            var code = row.Required("code");
            if (code.Length > 30 || !code.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-'))
                throw row.Fault("code", "harus huruf kecil a-z, angka, atau tanda hubung, paling panjang 30");
            if (!int.TryParse(row.Required("order"), NumberStyles.None, CultureInfo.InvariantCulture, out var order))
                throw row.Fault("order", "harus bilangan bulat");
            if (!found.TryAdd(code, new Category { Code = code, Name = row.Required("name"), Order = order })) throw row.Fault("code", "sudah ada di baris sebelumnya");
        }
        return found.Count > 0 ? [.. found.Values] : throw new OperatorException($"{path} tidak memuat satu kategori pun.");
    }

    private static List<Skpd> ReadSkpds(string path, List<Category> categories)
    {
        List<Skpd> found = [];
        foreach (var entry in SkpdTable.Read("Office:SkpdFile", path, [.. categories.Select(known => known.Code)]))
        {
            var skpd = new Skpd { Code = entry.Code, Name = entry.Code, ShortName = entry.Code };
            foreach (var (field, value) in entry.Values) field.Set(skpd, value);
            found.Add(skpd);
        }
        return found;
    }

    internal static bool YesNo(OfficeTable.OfficeRow row, string column) => row.Optional(column)?.ToLowerInvariant() switch
    {
        null or "tidak" => false,
        "ya" => true,
        _ => throw row.Fault(column, "harus \"ya\" atau \"tidak\""),
    };
}
