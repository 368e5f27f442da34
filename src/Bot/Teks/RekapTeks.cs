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
        List<string> parts = [standing.Obligation == Obligation.Due ? ChatText.Line($"{standing.Counted} dari {standing.Required} terbit") : ChatText.Line($"{standing.Counted} terbit")];
        if (standing.Provisional > 0) parts.Add(ChatText.Line($"{standing.Provisional} diperiksa"));
        if (standing.Items.Count(item => item.Credit == Credit.Returned) is > 0 and var returned) parts.Add(ChatText.Line($"{returned} dikembalikan"));
        return string.Join(", ", parts);
    }

    /// <summary>"Pekan ini: ●○ (1 dari 2 terbit, 1 diperiksa)", for receipts.</summary>
    public static string PekanIni(WeekStanding standing)
        => standing.Obligation == Obligation.Due ? ChatText.Line($"Pekan ini: {Titik(standing)} ({Rincian(standing)}).") : ChatText.Line($"Pekan ini: {Rincian(standing)}.");

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
        { TotalMinutes: < 60 } => ChatText.Line($"{Math.Round(span.TotalMinutes)} mnt"),
        { TotalHours: < 24 } => span.Minutes == 0 ? ChatText.Line($"{span.Hours} jam") : ChatText.Line($"{span.Hours} jam {span.Minutes} mnt"),
        _ => span.Hours == 0 ? ChatText.Line($"{(int)span.TotalDays} hari") : ChatText.Line($"{(int)span.TotalDays} hari {span.Hours} jam"),
    };

    /// <summary>Why nothing is owed.</summary>
    public static string Alasan(Obligation obligation) => obligation switch
    {
        Obligation.Exempt => ChatText.Line($"dibebaskan dari kewajiban"),
        Obligation.Excused => ChatText.Line($"pekan libur, tidak ada kewajiban"),
        Obligation.NoAdmin => ChatText.Line($"belum ada admin"),
        Obligation.NotBegun => ChatText.Line($"aturan berlaku mulai Senin depan"),
        Obligation.Closed => ChatText.Line($"tidak aktif"),
        _ => "",
    };

    private static string Nilai(Credit credit) => credit switch
    {
        Credit.Counted => ChatText.Line($"✔ terhitung"),
        Credit.Provisional => ChatText.Line($"⏳ diperiksa, terhitung bila terbit"),
        Credit.Returned => ChatText.Line($"↩ dikembalikan, perbaiki lalu kirim lagi"),
        Credit.Duplicate => ChatText.Line($"sama dengan naskah lain, tidak dihitung"),
        Credit.RetractedForFault => ChatText.Line($"dicabut, tidak dihitung"),
        _ => ChatText.Line($"tidak dilanjutkan"),
    };

    /// <summary>/rekap of an SKPD: this week, what counts, what is left, and how it went before.</summary>
    public static StyledText PekanSkpd(WeekStanding standing, PostingRow row, OfficeTime office, DateTimeOffset now)
    {
        var left = standing.Week.Sunday.DayNumber - office.Today(now).DayNumber;
        var text = ChatText.Of($"<b>{standing.Skpd.ShortName}</b>, {Rentang(standing.Week)}");
        text = standing.Obligation == Obligation.Due
            ? ChatText.Of($"{text}\n{Titik(standing)} {Rincian(standing)}. {Kurang(standing, left)}")
            : ChatText.Of($"{text}\n{Alasan(standing.Obligation)}; {Rincian(standing)}.");
        foreach (var item in standing.Items) text = ChatText.Of($"{text}\n{(item.Item.IsOnSite ? SitusTeks.Sumber : item.Item.Number)}: {Nilai(item.Credit)}");
        return ChatText.Of($"{text}\n\n{Riwayat(row, isOver: false)}");
    }

    /// <summary>Monday's recap of an SKPD's own last week.</summary>
    public static StyledText RekapSkpd(WeekStanding standing, PostingRow row, WeekFigures? figures)
    {
        var verdict = standing.Verdict switch
        {
            Verdict.Met => ChatText.Line($"memenuhi"),
            Verdict.Pending => ChatText.Line($"memenuhi bila yang diperiksa terbit"),
            Verdict.Missed => ChatText.Line($"kurang {standing.Required - standing.Counted - standing.Provisional}"),
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
        var waiting = pending == 0 ? "" : ChatText.Line($", {pending} lagi bila yang diperiksa terbit");
        var text = ChatText.Of($"<b>Rekap {Rentang(week)}</b>: {met} dari {due} SKPD memenuhi{waiting}");
        if (figures is not null)
        {
            var first = figures.Decided == 0 ? "" : ChatText.Line($" · {Persen(figures.FirstPass, figures.Decided)} lolos tanpa dikembalikan");
            text = ChatText.Of($"{text}\n{figures.Submitted} dikirim · {figures.Published} terbit{first}");
            if (figures is { Median: { } median, MedianWithSkpd: { } skpd, MedianWithKominfo: { } kominfo })
                text = ChatText.Of($"{text}\nMedian {Lama(median)} sampai terbit (SKPD {Lama(skpd)}, Kominfo {Lama(kominfo)})");
        }
        var missed = cells.Where(pair => pair.Cell.Verdict == Verdict.Missed).OrderBy(pair => pair.Cell.Counted).Select(pair => $"{pair.Skpd.ShortName} {pair.Cell.Counted + pair.Cell.Provisional}").ToList();
        text = ChatText.Of($"{text}\nBelum: {(missed.Count == 0 ? "tidak ada" : Singkat(missed, 400))}");
        List<string> rest = [];
        if (cells.Where(pair => pair.Cell.Obligation == Obligation.NoAdmin).Select(pair => pair.Skpd.ShortName).ToList() is { Count: > 0 } without) rest.Add(ChatText.Line($"Belum ada admin: {Singkat(without, 140)}"));
        if (PostingTable.Corrections(rows).ToList() is { Count: > 0 } corrections) rest.Add(ChatText.Line($"Koreksi setelah rekap: {Singkat([.. corrections.Select(Koreksi)], 180)}"));
        return rest.Count == 0 ? text : ChatText.Of($"{text}\n{string.Join(" · ", rest)}");
    }

    private static string Koreksi(RecapCorrection correction)
        => $"{correction.Skpd.ShortName} {Rentang(correction.Cell.Week)} {correction.Cell.Recap!.Counted}→{correction.Cell.Counted}";

    private static string Kurang(WeekStanding standing, int left) => standing.Verdict switch
    {
        Verdict.Met => ChatText.Line($"Sudah memenuhi, terima kasih."),
        Verdict.Pending => ChatText.Line($"Sudah cukup bila yang diperiksa terbit."),
        _ => ChatText.Line($"Kurang {standing.Required - standing.Counted - standing.Provisional} lagi, sisa {(left > 0 ? $"{left} hari" : "hari ini")} sampai Minggu 24.00."),
    };

    /// <param name="isOver">Whether the last week is over; one that is not counts once it is met.</param>
    private static string Riwayat(PostingRow row, bool isOver)
    {
        var due = row.WeeksDue - (!isOver && row.Weeks[^1] is { Obligation: Obligation.Due, Verdict: not Verdict.Met } ? 1 : 0);
        var streak = row.Streak == 0 ? ChatText.Line($"Belum ada pekan beruntun") : ChatText.Line($"{row.Streak} pekan beruntun memenuhi");
        return due == 0 ? $"{streak}." : ChatText.Line($"{streak}; {row.WeeksMet} dari {due} pekan terakhir yang wajib.");
    }

    private static string Persen(int part, int whole) => $"{Math.Round(100.0 * part / whole)} %";

    /// <summary>As many names as fit in so many characters, and how many more there are: a caption holds 1024.</summary>
    private static string Singkat(List<string> names, int limit)
    {
        var shown = 1;
        for (var length = names[0].Length; shown < names.Count && length + names[shown].Length + 2 <= limit; shown++) length += names[shown].Length + 2;
        return shown == names.Count ? string.Join(", ", names) : ChatText.Line($"{string.Join(", ", names.Take(shown))}, dan {names.Count - shown} lainnya");
    }
}
