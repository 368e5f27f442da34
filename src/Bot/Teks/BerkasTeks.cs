using System.Globalization;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said about files that a register asked for.</summary>
public static class BerkasTeks
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static string TerlaluBesar(long bytes, long limit) => ChatText.Line($"Berkasnya {Ukuran(bytes)}; batasnya {Ukuran(limit)}. Mohon kirim berkas yang lebih kecil.");

    public static string TidakTerunduh(string name) => ChatText.Line($"Berkas “{name}” tidak dapat diunduh dari Telegram. Mohon kirim sekali lagi.");

    public static string BukanPdf(string name) => ChatText.Line($"“{name}” bukan PDF. Mohon simpan sebagai PDF, lalu kirim lagi.");

    public static string BukanUtf8(string name) => ChatText.Line($"“{name}” bukan teks UTF-8. Di Excel pilih Simpan Sebagai “CSV UTF-8”, lalu kirim lagi.");

    public const string DiskPenuh = "Berkasnya belum tersimpan: ruang penyimpanan penuh. Mohon hubungi pengelola mesin, lalu kirim lagi.";

    public static string Ukuran(long bytes) => bytes < 1024 * 1024 ? ChatText.Line($"{Math.Max(1, bytes / 1024).ToString("0", Indonesian)} KB") : ChatText.Line($"{(bytes / 1048576.0).ToString("0.0", Indonesian)} MB");
}
