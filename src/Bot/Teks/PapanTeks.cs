using System.Globalization;
using KominfoBot.Bot.Board;
using KominfoBot.Bot.Papers;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Teks;

/// <summary>The words of the board, and of the message that opens it.</summary>
public static class PapanTeks
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public const string Buka = "Buka papan";

    public const string Judul = "Papan Berita Perangkat Daerah";

    public const string KeIsi = "Langsung ke isi";

    public const string Pekan = "Pekan";

    public const string Status = "Status";

    public const string Semua = "semua";

    public const string Cari = "Cari SKPD";

    public const string Saringan = "Saringan";

    public const string Terapkan = "Terapkan";

    public const string TanpaSaringan = "Tampilkan semua";

    public const string TidakAda = "Tidak ada perangkat daerah yang cocok dengan saringan ini.";

    public const string Tahun = "Satu tahun terakhir";

    public const string ArtiPeta = "Angka: berita yang terhitung pada pekan itu; 1+1: satu terhitung, satu sedang diperiksa; –: tidak wajib; kosong: belum tercatat.";

    public const string Tren = "Perangkat daerah yang memenuhi";

    public const string ArtiWaktu = "Median waktu dari pengiriman pertama sampai terbit, dibagi menurut siapa yang memegang naskahnya.";

    public const string BelumAdaWaktu = "Waktu peninjauan dihitung pada rekap hari Senin; belum ada rekap dengan berita terbit.";

    public const string AngkaPerPekan = "Angka per pekan";

    public const string TanpaKunci = "Papan ini dibuka dari bot: kirim /rekap, lalu tekan Papan. Tautannya berlaku 24 jam dan hanya untuk Anda.";

    public const string TidakBerlaku = "Tautan ini sudah tidak berlaku. Minta yang baru dari bot: kirim /rekap, lalu tekan Papan.";

    public const string TerlaluSering = "Terlalu banyak permintaan dari alamat ini. Mohon tunggu sebentar.";

    public static IReadOnlyList<string> KolomTren { get; } = ["Pekan", "Memenuhi", "Wajib", "Bagian"];

    public static IReadOnlyList<string> KolomWaktu { get; } = ["Pekan", "Sampai terbit", "SKPD", "Kominfo"];

    /// <summary>The name of what can be moved sideways.</summary>
    public static string Grafik(string title) => $"Grafik: {title}";

    /// <summary>The message with the link.</summary>
    public static StyledText Tautan(OfficeTime office, DateTimeOffset until, DateTimeOffset now)
        => ChatText.Of($"<b>Papan berita</b> semua perangkat daerah: pekan ini, satu tahun, waktu peninjauan. Tautan ini hanya untuk Bapak/Ibu, berlaku sampai {office.Kapan(until, now)}; mohon tidak diteruskan.");

    /// <summary>With the address to be copied, where no button can hold it.</summary>
    public static StyledText Dengan(StyledText words, string address) => ChatText.Of($"{words}\n<code>{address}</code>");

    public static string Keadaan(OfficeTime office, DateTimeOffset? changed) => changed is { } at ? $"Perubahan terakhir {office.Tanggal(at)}" : "Belum ada catatan";

    public static string Berlaku(OfficeTime office, DateTimeOffset until) => $"Tautan ini hanya untuk Anda dan berlaku sampai {office.Tanggal(until)}. Halaman diperbarui sendiri selama terbuka.";

    public static string Berjalan(bool present) => present ? "Pekan berjalan; angka ditetapkan pada rekap hari Senin." : "Pekan ini tidak memiliki rekap; angka menurut keadaan sekarang.";

    public static string PilihanPekan(IsoWeek week, bool present) => present ? $"Pekan ini ({RekapTeks.Rentang(week)})" : $"{RekapTeks.Rentang(week)} {week.Sunday.Year}";

    public static string JudulTabel(int shown, int all) => shown == all ? $"{all} perangkat daerah, yang perlu perhatian lebih dahulu" : $"{shown} dari {all} perangkat daerah";

    public static string JudulPeta(IsoWeek first, IsoWeek last) => $"Berita yang terhitung per pekan, {Saat.Pendek(first.Monday)} sampai {Saat.Pendek(last.Sunday)}";

    /// <summary>Cut to what fits above so many weeks.</summary>
    public static string Bulan(DateOnly monday, int weeks) => weeks < 2 ? "" : monday.Month == 1 ? $"Jan {monday.Year % 100:00}" : monday.ToString("MMM", Indonesian);

    public static string Sel(BoardCell cell) => !cell.IsKnown ? ""
        : cell.Provisional > 0 ? $"{cell.Counted}+{cell.Provisional}"
        : cell.Verdict == Verdict.NotDue && cell.Counted == 0 ? "–" : $"{cell.Counted}";

    /// <summary>The bar in words.</summary>
    public static string Bagian(WeekReport report)
        => $"Dari {report.Due} perangkat daerah yang wajib: {report.Count(Verdict.Met)} memenuhi, {report.Count(Verdict.Pending)} menunggu tinjauan, {report.Count(Verdict.Missed)} belum.";

    public static string ArtiTren(IReadOnlyList<BoardWeek> weeks)
        => weeks.LastOrDefault(week => week.Due > 0) is { } last ? $"Bagian perangkat daerah wajib yang memenuhi, per pekan. Terakhir, {RekapTeks.Rentang(last.Week)}: {last.Met} dari {last.Due}." : "Belum ada pekan yang wajib.";

    public static string BatangTren(BoardWeek week) => $"{RekapTeks.Rentang(week.Week)}: {week.Met} dari {week.Due} ({KertasTeks.Persen(week.Met, week.Due)})";

    public static string BatangWaktu(BoardWeek week) => $"{RekapTeks.Rentang(week.Week)}: SKPD {KertasTeks.Lama(week.Figures?.MedianWithSkpd)}, Kominfo {KertasTeks.Lama(week.Figures?.MedianWithKominfo)}";

    /// <summary>Short, for an axis: "3 j", "2 hr", "40 mnt".</summary>
    public static string Sumbu(TimeSpan span) => span switch
    {
        { TotalMinutes: < 90 } => $"{Math.Round(span.TotalMinutes)} mnt",
        { TotalHours: < 48 } => $"{Math.Round(span.TotalHours)} jam",
        _ => $"{Math.Round(span.TotalDays)} hari",
    };
}
