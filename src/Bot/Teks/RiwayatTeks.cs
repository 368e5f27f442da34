using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>An item's life, step by step.</summary>
public static class RiwayatTeks
{
    /// <summary>Of one difference as much as is read in a chat, UTF-16 units.</summary>
    private const int LongestDifference = 2000;

    /// <param name="category">A category's name by its code.</param>
    public static StyledText Riwayat(string number, IReadOnlyList<HistoryStep> steps, OfficeTime office, Func<string, string> category)
    {
        var text = ChatText.Of($"<b>Riwayat {number}</b>");
        foreach (var (entry, difference) in steps)
        {
            var reason = entry.Reason is null ? "" : $" — “{entry.Reason}”";
            var detail = entry.Detail is null ? "" : $" ({entry.Detail})";
            text = ChatText.Of($"{text}\n{office.Tanggal(entry.At)} · {TinjauTeks.Perbuatan(entry.Act)} oleh {Jabatan.Oleh(entry.ActorName, entry.Capacity)}{Lewat(entry.Lane)}{reason}{detail}");
            if (difference is not null) text = ChatText.Of($"{text}\n<fq>{Cut(PerbedaanTeks.Naskah(difference, category))}</fq>");
        }
        return text;
    }

    public static StyledText NaskahMana(int count)
        => StyledText.Plain(count == 0 ? ChatText.Line($"Belum ada naskah yang dikirim. Bila tahu nomornya: /riwayat NOMOR") : ChatText.Line($"Riwayat naskah mana? Pilih di bawah, atau ketik /riwayat NOMOR, misalnya /riwayat DISDIK-2026-0042."));

    /// <summary>An exceptional way is named wherever it was taken.</summary>
    public static string Jalur(string? lane) => lane switch
    {
        nameof(Lane.Emergency) => ChatText.Line($"serta-merta"),
        nameof(Lane.Fast) => ChatText.Line($"ralat ejaan"),
        nameof(Lane.SingleReviewer) => ChatText.Line($"satu peninjau"),
        _ => lane ?? "",
    };

    private static string Lewat(string? lane) => string.IsNullOrEmpty(lane) ? "" : ChatText.Line($", jalur {Jalur(lane)}");

    private static StyledText Cut(StyledText text)
        => text.Text.Length <= LongestDifference ? text : ChatText.Of($"{ChatText.Split(text, LongestDifference)[0]} …\n(Perbedaan selebihnya ada pada berkas ekspor.)");
}
