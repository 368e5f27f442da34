using System.Globalization;
using KominfoBot.Bot.Papers;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Teks;

/// <summary>The words of the office's papers, and what is said when one is sent.</summary>
public static class KertasTeks
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public const string JudulRekap = "Rekapitulasi Berita Perangkat Daerah";

    /// <summary>"Pekan 47 tahun 2026, Senin 16 November 2026 sampai Minggu 22 November 2026".</summary>
    public static string Pekan(IsoWeek week) => $"Pekan {week.Number} tahun {week.Year}, {Saat.Hari(week.Monday)} sampai {Saat.Hari(week.Sunday)}";

    /// <summary>"23 November 2026".</summary>
    public static string TanggalSurat(OfficeTime office, DateTimeOffset at) => office.Today(at).ToString("d MMMM yyyy", Indonesian);

    /// <summary>Since when the figures stand.</summary>
    public static string Keadaan(WeekReport report, OfficeTime office)
        => report.FrozenAt is { } frozen ? $"Angka ditetapkan {office.Tanggal(frozen)}."
            : report.Week < IsoWeek.Of(office.Today(report.At)) ? $"Pekan ini tidak memiliki rekap; keadaan {office.Tanggal(report.At)}."
            : $"SEMENTARA: keadaan {office.Tanggal(report.At)}; angka ditetapkan pada rekap hari Senin.";

    public static string Memenuhi(WeekReport report) => report.Due == 0 ? "Pekan ini tidak ada perangkat daerah yang wajib." : $"{report.Count(Verdict.Met)} dari {report.Due} perangkat daerah memenuhi";

    public static string Status(ReportLine line) => line.Verdict switch
    {
        Verdict.Met => "Memenuhi",
        Verdict.Pending => "Menunggu tinjauan",
        Verdict.Missed => $"Belum, kurang {line.Required - line.Counted - line.Provisional}",
        _ => Bebas(line.Obligation),
    };

    /// <summary>Why nothing is owed, as a cell of a table.</summary>
    public static string Bebas(Obligation obligation) => obligation switch
    {
        Obligation.Exempt => "Dibebaskan",
        Obligation.Excused => "Pekan libur",
        Obligation.NoAdmin => "Belum ada admin",
        Obligation.NotBegun => "Mulai Senin depan",
        Obligation.Closed => "Tidak aktif",
        _ => "",
    };

    /// <summary>"2 / 2"; a dash stands for nothing owed.</summary>
    public static string Terhitung(ReportLine line) => line.Obligation == Obligation.Due ? $"{line.Counted} / {line.Required}" : line.Counted == 0 ? "–" : $"{line.Counted}";

    /// <summary>A time, or a dash.</summary>
    public static string Lama(TimeSpan? span) => span is { } known ? RekapTeks.Lama(known) : "–";

    public static string Persen(int part, int whole) => whole == 0 ? "–" : $"{Math.Round(100.0 * part / whole)} %";

    public static string Koreksi(RecapCorrection correction)
        => $"{correction.Skpd.ShortName}: terhitung {correction.Cell.Recap!.Counted} menjadi {correction.Cell.Counted}{(correction.Cell.Recap.Verdict == correction.Cell.Verdict ? "" : $", {Nama(correction.Cell.Recap.Verdict)} menjadi {Nama(correction.Cell.Verdict)}")}.";

    public static string Nama(Verdict verdict) => verdict switch
    {
        Verdict.Met => "memenuhi",
        Verdict.Pending => "menunggu tinjauan",
        Verdict.Missed => "belum",
        _ => "tidak wajib",
    };

    public static string Aturan(int required, bool bySubmission)
        => $"Setiap perangkat daerah wajib mengirim paling sedikit {required} berita sepekan. Berita dihitung untuk pekan {(bySubmission ? "pertama kali dikirim" : "terbit")}, setelah terbit. "
            + "Diperiksa: sudah dikirim dan terhitung bila terbit. Naskah kembar, koreksi, dan berita yang dicabut karena kesalahan tidak dihitung.";

    public static string Waktu(WeekFigures figures) => figures.Median is null ? "Pekan ini tidak ada berita yang terbit." : "Median waktu dari pengiriman pertama sampai terbit, dibagi menurut siapa yang memegang naskahnya: SKPD (setelah dikembalikan, atau sebelum kepala SKPD setuju) dan Kominfo (evaluasi dan persetujuan).";

    /// <summary>At the foot of every sheet.</summary>
    public static string Kaki(string number, OfficeTime office, DateTimeOffset at) => $"{number} · dicetak {office.Tanggal(at)} dari catatan KominfoBot";

    public const string PerangkatDaerah = "Perangkat daerah";

    public const string WaktuPeninjauan = "Waktu peninjauan";

    public const string Penolakan = "Penolakan menurut alasan";

    public const string KoreksiSetelah = "Koreksi setelah rekap";

    public const string Lampiran = "Lampiran: dua belas pekan terakhir";

    public const string Penuh = "Penuh";

    public const string Beruntun = "Beruntun";

    public const string ArtiAngka = "Angka: berita yang terhitung pada pekan itu, menurut keadaan sekarang. Penuh: pekan yang dipenuhi dari pekan yang wajib. Beruntun: pekan wajib yang dipenuhi berturut-turut.";

    /// <summary>The headings of the paper's table.</summary>
    public static IReadOnlyList<string> KolomKertas { get; } = ["No", PerangkatDaerah, "Terhitung / wajib", "Diperiksa", "Status", "Waktu SKPD", "Waktu Kominfo"];

    /// <summary>The headings of the board's table.</summary>
    public static IReadOnlyList<string> KolomPapan { get; } = [PerangkatDaerah, "Status", "Terhitung / wajib", "Diperiksa", Beruntun, "Waktu SKPD", "Waktu Kominfo"];

    public static string Nomor(string number) => $"Nomor: {number}";

    public static string PadaSkpd(TimeSpan time) => $"SKPD {Lama(time)}";

    public static string PadaKominfo(TimeSpan time) => $"Kominfo {Lama(time)}";

    public static string Seluruhnya(TimeSpan time) => $"Seluruhnya {Lama(time)}";

    public static string Ditolak(string reason, int count) => $"{count} × {(reason.Length == 0 ? "tanpa alasan tertulis" : reason)}";

    /// <summary>What a hurried reader takes away: four figures, each with its words.</summary>
    public static IReadOnlyList<(string Number, string Words)> Ringkasan(WeekReport report)
    {
        var met = (report.Due == 0 ? "–" : $"{report.Count(Verdict.Met)} / {report.Due}", "perangkat daerah memenuhi");
        return report.Figures is { } figures
            ? [met, ($"{figures.Published}", $"berita terbit, {figures.Submitted} dikirim"), (Persen(figures.FirstPass, figures.Decided), "lolos tanpa dikembalikan"), (Lama(figures.Median), "median sampai terbit")]
            : [met, ($"{report.Lines.Sum(line => line.Counted)}", "berita terhitung"), ($"{report.Lines.Sum(line => line.Provisional)}", "sedang diperiksa"), ($"{report.Count(Verdict.Missed)}", "belum memenuhi")];
    }

    /// <summary>ECMA-376's codes for the page and the number of pages.</summary>
    public const string HalamanXlsx = "Halaman &P dari &N";

    /// <summary>The headings of the workbook's table.</summary>
    public static IReadOnlyList<string> Kolom { get; } = ["No", "Kode", PerangkatDaerah, "Wajib", "Terhitung", "Diperiksa", "Status", Beruntun, "Waktu sampai terbit (jam:menit)", "Waktu SKPD (jam:menit)", "Waktu Kominfo (jam:menit)"];

    /// <summary>The office's figures in a line.</summary>
    public static string Angka(WeekFigures figures)
        => $"{figures.Submitted} dikirim · {figures.Published} terbit · {Persen(figures.FirstPass, figures.Decided)} lolos tanpa dikembalikan · median {Lama(figures.Median)} sampai terbit (SKPD {Lama(figures.MedianWithSkpd)}, Kominfo {Lama(figures.MedianWithKominfo)})";

    public static string Halaman(int sheet, int of) => $"Halaman {sheet} dari {of}";

    public static string NamaBerkas(IsoWeek week, string ending) => $"rekap-berita-{week}.{ending}";

    /// <summary>The answer to the press.</summary>
    public const string Disiapkan = "Sedang disiapkan, segera dikirim di sini.";

    public static StyledText Keterangan(IsoWeek week) => ChatText.Of($"Rekap <b>{RekapTeks.Rentang(week)} {week.Sunday.Year}</b>");

    /// <summary>The tool that makes it is missing or gave up.</summary>
    public static StyledText PdfGagal() => StyledText.Plain("PDF-nya belum dapat dibuat. Isinya sama dengan XLSX; Admin Portal dapat memeriksa pemasangan rsvg-convert di server.");
}
