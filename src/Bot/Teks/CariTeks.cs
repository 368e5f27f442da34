using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Search;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said to who searches.</summary>
public static class CariTeks
{
    public static StyledText CaraMencari() => ChatText.Of(
        $"<b>Mencari naskah</b>\nKetik /cari dan kata yang dicari, misalnya:\n<code>/cari posyandu Suliki</code>\n<code>/cari jalan skpd:DISDIK status:terbit</code>\n<code>/cari kategori:kesehatan dari:2026-11-01 sampai:2026-11-30</code>\nDicari pada judul, isi, keterangan foto, nomor, dan nama SKPD; cukup awal katanya.");

    public static StyledText Hasil(string typed, FoundPage found, OfficeTime office, DateTimeOffset now)
    {
        if (found.Total == 0) return ChatText.Of($"Tidak ada naskah untuk “{typed}”. Coba kata yang lebih umum atau kurangi saringannya.");
        var pages = found.Pages > 1 ? ChatText.Line($", halaman {found.Number + 1} dari {found.Pages}") : "";
        var text = ChatText.Of($"<b>{found.Total} naskah</b> untuk “{typed}”{pages}");
        for (var at = 0; at < found.Items.Count; at++)
        {
            var item = found.Items[at];
            text = ChatText.Of($"{text}\n\n{found.Number * NewsSearch.PageSize + at + 1}. <b>{item.Number}</b> · {KeadaanTeks.Kini(item.State)} · masuk {office.Kapan(item.FirstSubmittedAt, now)}\n{ChatText.Cut(item.Title, 160)}");
        }
        return text;
    }

    public static string TerlaluPanjang(int length, int limit) => ChatText.Line($"Pencarian terlalu panjang ({length} karakter, batas {limit}). Mohon dipersingkat.");

    public static string SkpdTidakAda(string typed) => ChatText.Line($"SKPD “{Kutip(typed)}” tidak ada dalam daftar. Pakai kodenya, misalnya skpd:DISDIK.");

    public static string KategoriTidakAda(string typed, IEnumerable<string> codes) => ChatText.Line($"Kategori “{Kutip(typed)}” tidak ada. Yang ada: {string.Join(", ", codes)}.");

    public static string StatusTidakAda(string typed, IEnumerable<string> words) => ChatText.Line($"Status “{Kutip(typed)}” tidak ada. Yang ada: {string.Join(", ", words)}.");

    public static string BukanTanggal(string filter, string typed) => ChatText.Line($"“{Kutip(typed)}” bukan tanggal. Contoh: {filter}:2026-11-30 atau {filter}:30/11/2026.");

    public static string TanggalTerbalik(DateOnly from, DateOnly until) => ChatText.Line($"Tanggal akhir ({until:yyyy-MM-dd}) mendahului tanggal awal ({from:yyyy-MM-dd}). Mohon ditukar.");

    private static string Kutip(string typed) => ChatText.Cut(typed, 40);
}
