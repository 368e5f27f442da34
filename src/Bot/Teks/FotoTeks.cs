using System.Globalization;
using KominfoBot.Bot.Photos;

namespace KominfoBot.Bot.Teks;

/// <summary>Why a photo was not taken, and what to do instead.</summary>
public static class FotoTeks
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static string TerlaluBesar(long bytes)
        => ChatText.Line($"Fotonya {(bytes / 1048576.0).ToString("0.0", Indonesian)} MB; batas Telegram untuk bot 20 MB. Kirim sebagai foto biasa (bukan berkas), ukurannya akan mengecil sendiri.");

    public static string Ditolak(PhotoRefusal refusal, string? name) => ChatText.Line($"{Nama(name)} {refusal switch
    {
        PhotoRefusal.Empty => ChatText.Line($"kosong. Mohon kirim ulang."),
        PhotoRefusal.TooManyBytes => ChatText.Line($"lebih dari 20 MB, batas Telegram untuk bot. Kirim sebagai foto biasa (bukan berkas), ukurannya akan mengecil sendiri."),
        PhotoRefusal.NotAnImage => ChatText.Line($"bukan foto. Saya menerima foto JPEG, PNG, atau WebP."),
        PhotoRefusal.Heic => ChatText.Line($"berformat HEIC, belum dapat ditampilkan portal. Kirim sebagai foto biasa, Telegram mengubahnya sendiri."),
        PhotoRefusal.Gif => ChatText.Line($"berformat GIF. Saya menerima foto JPEG, PNG, atau WebP."),
        PhotoRefusal.OtherFormat => ChatText.Line($"berformat lain. Saya menerima foto JPEG, PNG, atau WebP."),
        PhotoRefusal.TooManyPixels => ChatText.Line($"terlalu besar ukurannya (batas {PhotoProbe.MaxPixels / 1_000_000} megapiksel). Kirim sebagai foto biasa, ukurannya akan mengecil sendiri."),
        PhotoRefusal.CutOff => ChatText.Line($"terpotong: tidak terkirim utuh. Mohon kirim ulang."),
        PhotoRefusal.Broken => ChatText.Line($"rusak atau terpotong. Mohon kirim ulang."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without a sentence."),
    }}");

    public static string TidakTerunduh(string? name) => ChatText.Line($"{Nama(name)} tidak dapat diambil dari Telegram. Mohon kirim ulang.");

    public static string DiskPenuh() => ChatText.Line($"Fotonya belum tersimpan: ruang penyimpanan penuh. Pengelola sudah diberi tahu; mohon kirim ulang nanti.");

    public static string BukanFoto(string? name) => ChatText.Line($"{Nama(name)} bukan foto. Untuk berita saya hanya menerima teks, foto (JPEG, PNG, atau WebP), dan dokumen Word (.docx).");

    /// <summary>Why its variants could not be made.</summary>
    public static string Gagal(ImageFailure failure) => failure switch
    {
        ImageFailure.Unreadable => ChatText.Line($"gambarnya rusak atau terpotong."),
        ImageFailure.TooHeavy => ChatText.Line($"gambarnya terlalu besar untuk diolah."),
        _ => ChatText.Line($"pengolah gambar bermasalah."),
    };

    private static string Nama(string? name) => string.IsNullOrWhiteSpace(name) ? ChatText.Line($"Foto ini") : $"“{ChatText.Cut(name, 60)}”";
}
