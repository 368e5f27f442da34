using System.Globalization;
using System.Text;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Teks;

/// <summary>The week in words: of one SKPD, and of all of them.</summary>
public static class RekapTeks
{
    private const int MostDots = 10;
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>●○: one for each item that is owed, filled for what counts.</summary>
    public static string Titik(WeekStanding standing)
    {
        var filled = Math.Min(standing.Counted, MostDots);
        return new StringBuilder().Append('●', filled).Append('○', Math.Clamp(standing.Required - filled, 0, MostDots)).ToString();
    }

    /// <summary>"1 dari 2 terbit, 1 diperiksa".</summary>
    public static string Rincian(WeekStanding standing)
    {
        List<string> parts = [standing.Obligation == Obligation.Due ? $"{standing.Counted} dari {standing.Required} terbit" : $"{standing.Counted} terbit"];
        if (standing.Provisional > 0) parts.Add($"{standing.Provisional} diperiksa");
        if (standing.Items.Count(item => item.Credit == Credit.Returned) is > 0 and var returned) parts.Add($"{returned} dikembalikan");
        return string.Join(", ", parts);
    }

    /// <summary>"Pekan ini: ●○ (1 dari 2 terbit, 1 diperiksa)", for receipts.</summary>
    public static string PekanIni(WeekStanding standing)
        => standing.Obligation == Obligation.Due ? $"Pekan ini: {Titik(standing)} ({Rincian(standing)})." : $"Pekan ini: {Rincian(standing)}.";

    /// <summary>"16–22 Nov", "30 Nov–6 Des".</summary>
    public static string Rentang(IsoWeek week)
        => week.Monday.Month == week.Sunday.Month
            ? $"{week.Monday.Day}–{week.Sunday.Day} {Bulan(week.Sunday)}"
            : $"{week.Monday.Day} {Bulan(week.Monday)}–{week.Sunday.Day} {Bulan(week.Sunday)}";

    /// <summary>"Nov".</summary>
    public static string Bulan(DateOnly date) => date.ToString("MMM", Indonesian);

    /// <summary>"3 jam 10 mnt", "2 hari 4 jam".</summary>
    public static string Lama(TimeSpan span) => span switch
    {
        { TotalMinutes: < 60 } => $"{Math.Round(span.TotalMinutes)} mnt",
        { TotalHours: < 24 } => span.Minutes == 0 ? $"{span.Hours} jam" : $"{span.Hours} jam {span.Minutes} mnt",
        _ => span.Hours == 0 ? $"{(int)span.TotalDays} hari" : $"{(int)span.TotalDays} hari {span.Hours} jam",
    };

    /// <summary>Why nothing is owed.</summary>
    public static string Alasan(Obligation obligation) => obligation switch
    {
        Obligation.Exempt => "dibebaskan dari kewajiban",
        Obligation.Excused => "pekan libur, tidak ada kewajiban",
        Obligation.NoAdmin => "belum ada admin",
        Obligation.NotBegun => "aturan berlaku mulai Senin depan",
        Obligation.Closed => "tidak aktif",
        _ => "",
    };

    private static string Nilai(Credit credit) => credit switch
    {
        Credit.Counted => "✔ terhitung",
        Credit.Provisional => "⏳ diperiksa, terhitung bila terbit",
        Credit.Returned => "↩ dikembalikan, perbaiki lalu kirim lagi",
        Credit.Duplicate => "sama dengan naskah lain, tidak dihitung",
        Credit.RetractedForFault => "dicabut, tidak dihitung",
        _ => "tidak dilanjutkan",
    };

    /// <summary>/rekap of an SKPD: this week, what counts, what is left, and how it went before.</summary>
    public static StyledText PekanSkpd(WeekStanding standing, PostingRow row, OfficeTime office, DateTimeOffset now)
    {
        var left = standing.Week.Sunday.DayNumber - office.Today(now).DayNumber;
        var text = ChatText.Of($"<b>{standing.Skpd.ShortName}</b>, {Rentang(standing.Week)}");
        text = standing.Obligation == Obligation.Due
            ? ChatText.Of($"{text}\n{Titik(standing)} {Rincian(standing)}. {Kurang(standing, left)}")
            : ChatText.Of($"{text}\n{Alasan(standing.Obligation)}; {Rincian(standing)}.");
        foreach (var item in standing.Items) text = ChatText.Of($"{text}\n{item.Item.Number}: {Nilai(item.Credit)}");
        return ChatText.Of($"{text}\n\n{Riwayat(row, isOver: false)}");
    }

    /// <summary>Monday's recap of an SKPD's own last week.</summary>
    public static StyledText RekapSkpd(WeekStanding standing, PostingRow row, WeekFigures? figures)
    {
        var verdict = standing.Verdict switch
        {
            Verdict.Met => "memenuhi",
            Verdict.Pending => "memenuhi bila yang diperiksa terbit",
            Verdict.Missed => $"kurang {standing.Required - standing.Counted - standing.Provisional}",
            _ => Alasan(standing.Obligation),
        };
        var text = ChatText.Of($"<b>Rekap {Rentang(standing.Week)}</b> · {standing.Skpd.ShortName}\n{(standing.Obligation == Obligation.Due ? $"{Titik(standing)} " : "")}{Rincian(standing)}: {verdict}.");
        if (figures is { Median: { } median, MedianWithSkpd: { } skpd, MedianWithKominfo: { } kominfo }) text = ChatText.Of($"{text}\nSampai terbit: {Lama(median)} (SKPD {Lama(skpd)}, Kominfo {Lama(kominfo)}, median).");
        return ChatText.Of($"{text}\n{Riwayat(row, isOver: true)}");
    }

    /// <summary>The office's recap in five lines.</summary>
    /// <param name="figures">Null while the week is not over.</param>
    public static StyledText RekapKantor(IsoWeek week, IReadOnlyList<PostingRow> rows, WeekFigures? figures)
    {
        var cells = rows.Select(row => (row.Skpd, Cell: row.Weeks[^1])).ToList();
        var (due, met, pending) = (cells.Count(pair => pair.Cell.Obligation == Obligation.Due), cells.Count(pair => pair.Cell.Verdict == Verdict.Met), cells.Count(pair => pair.Cell.Verdict == Verdict.Pending));
        var waiting = pending == 0 ? "" : $", {pending} lagi bila yang diperiksa terbit";
        var text = ChatText.Of($"<b>Rekap {Rentang(week)}</b>: {met} dari {due} SKPD memenuhi{waiting}");
        if (figures is not null)
        {
            var first = figures.Decided == 0 ? "" : $" · {Persen(figures.FirstPass, figures.Decided)} lolos tanpa dikembalikan";
            text = ChatText.Of($"{text}\n{figures.Submitted} dikirim · {figures.Published} terbit{first}");
            if (figures is { Median: { } median, MedianWithSkpd: { } skpd, MedianWithKominfo: { } kominfo })
                text = ChatText.Of($"{text}\nMedian {Lama(median)} sampai terbit (SKPD {Lama(skpd)}, Kominfo {Lama(kominfo)})");
        }
        var missed = cells.Where(pair => pair.Cell.Verdict == Verdict.Missed).OrderBy(pair => pair.Cell.Counted).Select(pair => $"{pair.Skpd.ShortName} {pair.Cell.Counted + pair.Cell.Provisional}").ToList();
        text = ChatText.Of($"{text}\nBelum: {(missed.Count == 0 ? "tidak ada" : Singkat(missed, 400))}");
        List<string> rest = [];
        if (cells.Where(pair => pair.Cell.Obligation == Obligation.NoAdmin).Select(pair => pair.Skpd.ShortName).ToList() is { Count: > 0 } without) rest.Add($"Belum ada admin: {Singkat(without, 140)}");
        if (PostingTable.Corrections(rows).ToList() is { Count: > 0 } corrections) rest.Add($"Koreksi setelah rekap: {Singkat([.. corrections.Select(Koreksi)], 180)}");
        return rest.Count == 0 ? text : ChatText.Of($"{text}\n{string.Join(" · ", rest)}");
    }

    private static string Koreksi(RecapCorrection correction)
        => $"{correction.Skpd.ShortName} {Rentang(correction.Cell.Week)} {correction.Cell.Recap!.Counted}→{correction.Cell.Counted}";

    private static string Kurang(WeekStanding standing, int left) => standing.Verdict switch
    {
        Verdict.Met => "Sudah memenuhi, terima kasih.",
        Verdict.Pending => "Sudah cukup bila yang diperiksa terbit.",
        _ => $"Kurang {standing.Required - standing.Counted - standing.Provisional} lagi, sisa {(left > 0 ? $"{left} hari" : "hari ini")} sampai Minggu 24.00.",
    };

    /// <param name="isOver">Whether the last week is over; one that is not counts once it is met.</param>
    private static string Riwayat(PostingRow row, bool isOver)
    {
        var due = row.WeeksDue - (!isOver && row.Weeks[^1] is { Obligation: Obligation.Due, Verdict: not Verdict.Met } ? 1 : 0);
        var streak = row.Streak == 0 ? "Belum ada pekan beruntun" : $"{row.Streak} pekan beruntun memenuhi";
        return due == 0 ? $"{streak}." : $"{streak}; {row.WeeksMet} dari {due} pekan terakhir yang wajib.";
    }

    private static string Persen(int part, int whole) => $"{Math.Round(100.0 * part / whole)} %";

    /// <summary>As many names as fit in so many characters, and how many more there are: a caption holds 1024.</summary>
    private static string Singkat(List<string> names, int limit)
    {
        var shown = 1;
        for (var length = names[0].Length; shown < names.Count && length + names[shown].Length + 2 <= limit; shown++) length += names[shown].Length + 2;
        return shown == names.Count ? string.Join(", ", names) : $"{string.Join(", ", names.Take(shown))}, dan {names.Count - shown} lainnya";
    }
}
