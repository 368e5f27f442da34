using System.Globalization;
using KominfoBot.Bot.Photos;

namespace KominfoBot.Bot.Teks;

/// <summary>Why a photo was not taken, and what to do instead.</summary>
public static class FotoTeks
{
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static string TerlaluBesar(long bytes)
        => $"Fotonya {(bytes / 1048576.0).ToString("0.0", Indonesian)} MB; batas Telegram untuk bot 20 MB. Kirim sebagai foto biasa (bukan berkas), ukurannya akan mengecil sendiri.";

    public static string Ditolak(PhotoRefusal refusal, string? name) => $"{Nama(name)} {refusal switch
    {
        PhotoRefusal.Empty => "kosong. Mohon kirim ulang.",
        PhotoRefusal.TooManyBytes => "lebih dari 20 MB, batas Telegram untuk bot. Kirim sebagai foto biasa (bukan berkas), ukurannya akan mengecil sendiri.",
        PhotoRefusal.NotAnImage => "bukan foto. Saya menerima foto JPEG, PNG, atau WebP.",
        PhotoRefusal.Heic => "berformat HEIC, belum dapat ditampilkan portal. Kirim sebagai foto biasa, Telegram mengubahnya sendiri.",
        PhotoRefusal.Gif => "berformat GIF. Saya menerima foto JPEG, PNG, atau WebP.",
        PhotoRefusal.OtherFormat => "berformat lain. Saya menerima foto JPEG, PNG, atau WebP.",
        PhotoRefusal.TooManyPixels => $"terlalu besar ukurannya (batas {PhotoProbe.MaxPixels / 1_000_000} megapiksel). Kirim sebagai foto biasa, ukurannya akan mengecil sendiri.",
        PhotoRefusal.CutOff => "terpotong: tidak terkirim utuh. Mohon kirim ulang.",
        PhotoRefusal.Broken => "rusak atau terpotong. Mohon kirim ulang.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without a sentence."),
    }}";

    public static string TidakTerunduh(string? name) => $"{Nama(name)} tidak dapat diambil dari Telegram. Mohon kirim ulang.";

    public static string DiskPenuh() => "Fotonya belum tersimpan: ruang penyimpanan penuh. Pengelola sudah diberi tahu; mohon kirim ulang nanti.";

    public static string BukanFoto(string? name) => $"{Nama(name)} bukan foto. Untuk berita saya hanya menerima teks, foto (JPEG, PNG, atau WebP), dan dokumen Word (.docx).";

    /// <summary>Why its variants could not be made.</summary>
    public static string Gagal(ImageFailure failure) => failure switch
    {
        ImageFailure.Unreadable => "gambarnya rusak atau terpotong.",
        ImageFailure.TooHeavy => "gambarnya terlalu besar untuk diolah.",
        _ => "pengolah gambar bermasalah.",
    };

    private static string Nama(string? name) => string.IsNullOrWhiteSpace(name) ? "Foto ini" : $"“{ChatText.Cut(name, 60)}”";
}
