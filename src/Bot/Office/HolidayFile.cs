using System.Globalization;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Office;

/// <summary>The office's list of holidays, read whole or not at all.</summary>
public static class HolidayFile
{
    /// <exception cref="Hosting.OperatorException">The file is missing, or a line of it is wrong: file, line and value are named.</exception>
    public static IReadOnlyList<Holiday> Load(OfficeOptions options)
    {
        Dictionary<(DateOnly, string), Holiday> found = [];
        foreach (var row in OfficeTable.Read("Office:HolidayFile", options.HolidayFile ?? OfficeData.Shipped("libur.csv"), ["date", "name", "kind"], ["estimated"]).Rows)
        {
            if (!DateOnly.TryParseExact(row.Required("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                throw row.Fault("date", "bukan tanggal; tulis TTTT-BB-HH dengan nol di depan, misalnya 2025-06-07");
            var kind = row.Required("kind") switch
            {
                "libur-nasional" => HolidayKind.National,
                "cuti-bersama" => HolidayKind.CollectiveLeave,
                _ => throw row.Fault("kind", "harus \"libur-nasional\" atau \"cuti-bersama\""),
            };
            var holiday = new Holiday(date, row.Required("name"), kind, OfficeData.YesNo(row, "estimated"));
            if (!found.TryAdd((date, holiday.Name), holiday)) throw row.Fault("date", "dengan nama yang sama sudah ada di baris sebelumnya");
        }
        return [.. found.Values];
    }
}
