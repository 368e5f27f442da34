using System.Globalization;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What AdminPortal hears about holidays.</summary>
public static class LiburTeks
{
    /// <summary>How a list looks that can be read.</summary>
    public const string Contoh = "date;name;kind;estimated\n2027-01-01;Tahun Baru Masehi;libur-nasional;\n2027-03-12;Cuti Bersama Idul Fitri;cuti-bersama;ya";

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static StyledText Daftar(int year, IReadOnlyCollection<Holiday> holidays)
    {
        if (holidays.Count == 0) return ChatText.Of($"<b>Hari libur {year}</b>\nDaftarnya belum ada, jadi semua Senin–Jumat terhitung hari kerja. Impor daftarnya atau tambahkan satu per satu.");
        var text = ChatText.Of($"<b>Hari libur {year}</b> ({holidays.Count})");
        foreach (var month in holidays.GroupBy(holiday => holiday.Date.Month).OrderBy(month => month.Key))
        {
            text = ChatText.Of($"{text}\n<b>{month.First().Date.ToString("MMMM", Indonesian)}</b>");
            foreach (var holiday in month.OrderBy(holiday => holiday.Date)) text = ChatText.Of($"{text}\n{Baris(holiday)}");
        }
        return holidays.Any(holiday => holiday.Provisional) ? ChatText.Of($"{text}\n\n(?) sementara: menunggu keputusan bersama atau penetapan tanggal.") : text;
    }

    public static string Baris(Holiday holiday)
        => $"{holiday.Date.ToString("ddd d MMM", Indonesian)}  {holiday.Name}{Jenis(holiday.Kind)}{(holiday.Provisional ? " (?)" : "")}";

    public static string Tanggal(Holiday holiday) => holiday.Date.ToString("dddd d MMMM yyyy", Indonesian);

    public static StyledText TanyaTambah(int year)
        => ChatText.Of($"Tulis tanggal dan namanya dalam satu pesan, misalnya:\n<code>{year}-11-25 Pilkada serentak</code>");

    public static StyledText TanggalSalah(string word, int year)
        => ChatText.Of($"“{word}” bukan tanggal. Tulis TTTT-BB-HH dengan nol di depan, misalnya {year}-06-07, lalu spasi dan namanya.");

    public static StyledText NamaSalah(int length, int limit)
        => StyledText.Plain(length == 0 ? ChatText.Line($"Nama harinya belum ada. Tulis tanggal, spasi, lalu namanya.") : ChatText.Line($"Nama hari terlalu panjang ({length} karakter, batas {limit}). Mohon dipersingkat."));

    public static StyledText TanyaJenis(Holiday holiday) => ChatText.Of($"<b>{Tanggal(holiday)}</b>: {holiday.Name}. Libur apa ini?");

    public static StyledText Ditambah(Holiday holiday) => ChatText.Of($"✔ {Tanggal(holiday)}, {holiday.Name}: ditambahkan. Pengingat dan tenggat langsung mengikutinya.");

    public static StyledText SudahAda(Holiday holiday) => ChatText.Of($"{Tanggal(holiday)}, {holiday.Name}, sudah ada dalam daftar.");

    public static StyledText PilihHapus(int year) => ChatText.Of($"Hari libur {year} mana yang dihapus?");

    public static StyledText HapusYakin(Holiday holiday) => ChatText.Of($"Hapus {Tanggal(holiday)}, {holiday.Name}? Hari itu lalu terhitung hari kerja biasa.");

    public static StyledText Dihapus(Holiday holiday) => ChatText.Of($"✔ {Tanggal(holiday)}, {holiday.Name}: dihapus.");

    public const string SudahTidakAda = "Hari libur itu sudah tidak ada dalam daftar.";

    public static StyledText TanyaImpor()
        => ChatText.Of($"Kirim daftarnya sebagai berkas CSV atau tempel teksnya di sini; daftar itu menggantikan tahun-tahun yang disebutnya. Bentuknya:\n<code>{Contoh}</code>\nkind: libur-nasional, cuti-bersama, atau kantor-tutup; estimated: ya bila masih perkiraan.");

    public static StyledText ImporSalah(string fault) => ChatText.Of($"Belum ada yang diimpor. {fault} Mohon diperbaiki, lalu kirim lagi seluruh daftarnya.");

    public static StyledText ImporYakin(IReadOnlyList<Holiday> list, IReadOnlyCollection<Holiday> present)
    {
        var text = ChatText.Of($"<b>Daftar terbaca: {list.Count} hari</b>");
        foreach (var year in list.GroupBy(holiday => holiday.Date.Year).OrderBy(year => year.Key))
        {
            var before = present.Where(holiday => holiday.Date.Year == year.Key && holiday.Kind != HolidayKind.OfficeClosing).ToList();
            var (added, gone) = (year.Except(before).ToList(), before.Except(year).ToList());
            text = ChatText.Of($"{text}\n<b>{year.Key}</b>: {year.Count()} hari ({year.Count(holiday => holiday.Kind == HolidayKind.National)} libur nasional, {year.Count(holiday => holiday.Kind == HolidayKind.CollectiveLeave)} cuti bersama)");
            if (added.Count > 0 && before.Count > 0) text = ChatText.Of($"{text}\nBaru: {string.Join("; ", added.Take(12).Select(Baris))}{Lagi(added.Count - 12)}");
            if (gone.Count > 0) text = ChatText.Of($"{text}\nHilang: {string.Join("; ", gone.Take(12).Select(Baris))}{Lagi(gone.Count - 12)}");
        }
        return ChatText.Of($"{text}\n\nPakai daftar ini?");

        static string Lagi(int more) => more > 0 ? ChatText.Line($"; dan {more} lagi") : "";
    }

    public static StyledText Diimpor(IReadOnlyList<Holiday> list)
        => ChatText.Of($"✔ Daftar hari libur {string.Join(" dan ", list.Select(holiday => holiday.Date.Year).Distinct().Order())} dipakai: {list.Count} hari.");

    /// <summary>December's warning.</summary>
    public static StyledText TahunDepan(int year, bool missing)
        => missing
            ? ChatText.Of($"Daftar hari libur <b>{year}</b> belum ada. Tanpa daftar itu pengingat dan tenggat menganggap semua Senin–Jumat hari kerja. Mohon diimpor lewat /libur.")
            : ChatText.Of($"Daftar hari libur <b>{year}</b> masih sementara. Bila keputusan bersama sudah terbit, mohon diperbarui lewat /libur.");

    private static string Jenis(HolidayKind kind) => kind switch
    {
        HolidayKind.CollectiveLeave => ChatText.Line($" · cuti bersama"),
        HolidayKind.OfficeClosing => ChatText.Line($" · kantor tutup"),
        _ => "",
    };
}
