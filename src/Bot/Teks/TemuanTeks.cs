using KominfoBot.Workflow.Checks;

namespace KominfoBot.Bot.Teks;

/// <summary>What the checks found, in a sentence: the limit, the value, the next step.</summary>
public static class TemuanTeks
{
    public static string Kalimat(Finding finding) => finding switch
    {
        { Code: "title.missing" } => "Judul belum ada. Mohon tulis judulnya.",
        { Code: "title.short", Values: [var length, var limit] } => $"Judul terlalu pendek ({length} karakter, paling sedikit {limit}). Mohon dilengkapi.",
        { Code: "title.long", Values: [var length, var limit] } => $"Judul terlalu panjang ({length} karakter, batas {limit}). Mohon dipersingkat.",
        { Code: "title.longish", Values: [var length, var limit] } => $"Judul {length} karakter; lebih enak dibaca bila paling banyak {limit}.",
        { Code: "title.capitals" } => "Judul berhuruf besar semua; sebaiknya huruf biasa.",
        { Code: "body.missing", Values: [var limit] } => $"Isi belum ada (paling sedikit {limit} kata). Tekan Ubah isi.",
        { Code: "body.short", Values: [var words, var limit] } => $"Isi baru {words} kata, paling sedikit {limit}. Mohon ditambah.",
        { Code: "category.missing" } => "Kategori belum dipilih. Tekan Kategori.",
        { Code: "photo.missing" } => "Belum ada foto. Kirim paling sedikit satu foto.",
        { Code: "photo.small", Values: [var position, var size, var limit] } => $"Foto {position} kecil ({size}); sebaiknya paling kecil {limit}.",
        { Code: "photo.uncaptioned", Values: [var positions, var total] } => $"Foto {positions} dari {total} belum berketerangan.",
        { Code: "nik", Values: ["keterangan foto", var position, var digits] } => $"Keterangan foto {position} memuat NIK/KK ({digits}). Data pribadi tidak boleh terbit; mohon dihapus.",
        { Code: "nik", Values: ["judul", _, var digits] } => $"Judul memuat NIK/KK ({digits}). Data pribadi tidak boleh terbit; mohon dihapus.",
        { Code: "nik", Values: [_, var line, var digits] } => $"Baris {line} isi memuat NIK/KK ({digits}). Data pribadi tidak boleh terbit; mohon dihapus.",
        { Code: "exempted" } => "Berita ini berkelas dikecualikan, jadi tidak boleh terbit. Ubah kelasnya lebih dulu bila keliru.",
        { Code: "duplicate", Values: [var number] } => $"Naskah yang sama sudah ada: {number}. Mohon periksa; satu berita cukup dikirim sekali.",
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Code, "A finding without a sentence."),
    };

    public static string Baris(Finding finding) => $"{(finding.Weight == Weight.Block ? "⛔" : "⚠")} {Kalimat(finding)}";

    public static string Daftar(IEnumerable<Finding> findings) => string.Join("\n", findings.Select(Baris));
}
