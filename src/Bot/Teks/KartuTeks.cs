using System.Collections.Immutable;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Teks;

/// <summary>The words of a reviewer's card and of its buttons.</summary>
public static class KartuTeks
{
    public const string BacaLengkap = "Baca lengkap";
    public const string Perubahan = "Perubahan";
    public const string Riwayat = "Riwayat";
    public const string Tolak = "Tolak";
    public const string Kembalikan = "Kembalikan";
    public const string Sunting = "Sunting";
    public const string Setujui = "Setujui";
    public const string CobaLagi = "Coba lagi";
    public const string BatalkanPersetujuan = "Batalkan persetujuan";
    public const string Lainnya = "Lainnya";
    public const string Kembali = "← Kembali";
    public const string Batal = "Batal";
    public const string AlasanLain = "Alasan lain";
    public const string Jadwalkan = "Jadwalkan…";
    public const string YaTerbitkan = "Ya, terbitkan";
    public const string YaTolak = "Ya, tolak";
    public const string YaCabut = "Ya, cabut";
    public const string JadwalUlang = "Jadwal ulang";
    public const string BatalkanJadwal = "Batalkan jadwal";
    public const string Benarkan = "Benarkan";
    public const string BuatKoreksi = "Buat koreksi";
    public const string TerbitkanLagi = "Terbitkan lagi sebagai edisi baru";
    public const string Cabut = "Cabut";

    /// <summary>Ready reasons: the button, and what the author reads.</summary>
    public static ImmutableArray<(string Label, string Reason)> AlasanKembali { get; } =
    [
        ("Tambah narasumber", ChatText.Line($"Mohon tambah narasumber.")), ("Judul kurang jelas", ChatText.Line($"Judul kurang jelas.")),
        ("Foto kurang tajam", ChatText.Line($"Foto kurang tajam.")), ("Data perlu dicek", ChatText.Line($"Data perlu dicek.")),
    ];

    public static ImmutableArray<(string Label, string Reason)> AlasanTolak { get; } =
    [
        ("Bukan berita daerah", ChatText.Line($"Bukan berita pembangunan daerah.")), ("Sudah pernah terbit", ChatText.Line($"Sudah pernah terbit.")), ("Tidak boleh terbit", ChatText.Line($"Memuat hal yang tidak boleh terbit.")),
    ];

    /// <summary>What the public reads.</summary>
    public static ImmutableArray<(string Label, string Reason)> AlasanCabut { get; } =
    [
        ("Data tidak akurat", ChatText.Line($"Berita ini memuat data yang tidak akurat.")), ("Dimuat dua kali", ChatText.Line($"Berita ini dimuat dua kali.")),
        ("Memuat data pribadi", ChatText.Line($"Berita ini memuat data pribadi.")), ("Permintaan SKPD", PostingPolicy.AtItsOwnRequest),
    ];

    /// <summary>The card's first line.</summary>
    /// <param name="waited">How long it has waited; null when not worth saying.</param>
    public static StyledText Kepala(string state, string number, string since, TimeSpan? waited, Endorsement? endorsed, string endorsedAt)
        => ChatText.Of($"<b>{state}</b> · {number} · masuk {since}{(waited is { } span ? $" · menunggu {MenungguTeks.Selama(span)}" : "")}{(endorsed is null ? "" : $" · dievaluasi {endorsed.Name} {endorsedAt}")}");

    public static StyledText Perihal(string skpd, string author, string category, Content content)
        => ChatText.Of($"{skpd} · oleh {author} · {category} · {content.WordCount} kata · {(content.Photos.IsEmpty ? "tanpa foto" : $"{content.Photos.Length} foto")}{(content.Occasion is { } occasion ? $" · {KegiatanTeks.Kapan(occasion)}" : "")}{(content.Attachment is { } attachment ? $" · {LampiranTeks.Singkat(attachment)}" : "")}");

    /// <summary>Between what a correction changes and its whole text.</summary>
    public static StyledText Seluruhnya() => ChatText.Of($"<b>Naskah koreksi</b>");

    public static StyledText Awal() => ChatText.Of($"<i>Ini awal naskah. Tekan {BacaLengkap} untuk seluruhnya.</i>");

    /// <summary>Warnings that the sender saw and sent all the same.</summary>
    public static string Diakui(ImmutableArray<Finding> warnings) => ChatText.Line($"{warnings.Length} peringatan diakui pengirim:\n{TemuanTeks.Daftar(warnings)}");

    /// <summary>Warnings that nobody has seen yet.</summary>
    public static string Baru(ImmutableArray<Finding> warnings) => ChatText.Line($"{warnings.Length} peringatan baru sejak dikirim:\n{TemuanTeks.Daftar(warnings)}");

    public static StyledText Diputuskan(string line, string title, string number, string skpd, string author) => ChatText.Of($"{line}\n<b>{title}</b>\n{number} · {skpd} · oleh {author}");
}
