using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What the registers have in common.</summary>
public static class DaftarTeks
{
    public const string TidakAda = "Yang Anda cari sudah tidak ada. Buka lagi daftarnya.";

    public static StyledText TekanTombol() => ChatText.Of($"Mohon pilih dengan tombol di atas, atau /batal.");

    public static StyledText TanggalKeliru(string typed)
        => ChatText.Of($"“{ChatText.Cut(typed, 40)}” bukan tanggal. Mohon tulis seperti 30-11-2026 atau 30 November 2026.");

    public static StyledText TerlaluPanjang(string what, int length, int limit)
        => StyledText.Plain(length == 0 ? ChatText.Line($"{what} belum terbaca. Mohon tulis dalam satu pesan.") : ChatText.Line($"{what} terlalu panjang ({length} karakter, batas {limit}). Mohon dipersingkat."));

    public static string Halaman(int page, int count, int onPage) => count > onPage ? ChatText.Line($" · halaman {page + 1} dari {((count - 1) / onPage) + 1}") : "";
}
