using System.Globalization;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Office;

/// <summary>The office's list of holidays, read whole or not at all.</summary>
public static class HolidayFile
{
    private static readonly string[] required = ["date", "name", "kind"];
    private static readonly string[] optional = ["estimated"];

    /// <exception cref="Hosting.OperatorException">The file is missing, or a line of it is wrong: file, line and value are named.</exception>
    public static IReadOnlyList<Holiday> Load(OfficeOptions options)
        => Holidays(OfficeTable.Read("Office:HolidayFile", options.HolidayFile ?? OfficeData.Shipped("libur.csv"), required, optional));

    /// <summary>A list that somebody sent: whole, or the one sentence that says what is wrong with it.</summary>
    public static (IReadOnlyList<Holiday> List, string? Fault) Read(string name, string text)
    {
        try
        {
            var list = Holidays(OfficeTable.Parse(name, text, required, optional));
            return list.Count == 0 ? ([], $"{name} tidak memuat satu hari pun.") : (list, null);
        }
        catch (Hosting.OperatorException fault)
        {
            return ([], fault.Message);
        }
    }

    private static List<Holiday> Holidays(OfficeTable table)
    {
        Dictionary<(DateOnly, string), Holiday> found = [];
        foreach (var row in table.Rows)
        {
            if (!DateOnly.TryParseExact(row.Required("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                throw row.Fault("date", "bukan tanggal; tulis TTTT-BB-HH dengan nol di depan, misalnya 2025-06-07");
            if (date.Year is < 2020 or >= 2200) throw row.Fault("date", "tahunnya harus 2020 sampai 2199");
            var kind = row.Required("kind") switch
            {
                "libur-nasional" => HolidayKind.National,
                "cuti-bersama" => HolidayKind.CollectiveLeave,
                "kantor-tutup" => HolidayKind.OfficeClosing,
                _ => throw row.Fault("kind", "harus \"libur-nasional\", \"cuti-bersama\", atau \"kantor-tutup\""),
            };
            var holiday = new Holiday(date, row.Required("name"), kind, OfficeData.YesNo(row, "estimated"));
            if (!found.TryAdd((date, holiday.Name), holiday)) throw row.Fault("date", "dengan nama yang sama sudah ada di baris sebelumnya");
        }
        return [.. found.Values.OrderBy(holiday => holiday.Date)];
    }
}
