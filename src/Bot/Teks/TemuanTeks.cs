using KominfoBot.Workflow.Checks;

namespace KominfoBot.Bot.Teks;

/// <summary>What the checks found, in a sentence: the limit, the value, the next step.</summary>
public static class TemuanTeks
{
    /// <summary>Room for a list below a text, UTF-16 units.</summary>
    private const int Short = 1500;

    /// <summary>Room for a list that is a message of its own.</summary>
    private const int Long = 3500;

    public static string Kalimat(Finding finding) => finding switch
    {
        { Code: "title.missing" } => ChatText.Line($"Judul belum ada. Mohon tulis judulnya."),
        { Code: "title.short", Values: [var length, var limit] } => ChatText.Line($"Judul terlalu pendek ({length} karakter, paling sedikit {limit}). Mohon dilengkapi."),
        { Code: "title.long", Values: [var length, var limit] } => ChatText.Line($"Judul terlalu panjang ({length} karakter, batas {limit}). Mohon dipersingkat."),
        { Code: "title.longish", Values: [var length, var limit] } => ChatText.Line($"Judul {length} karakter; lebih enak dibaca bila paling banyak {limit}."),
        { Code: "title.capitals" } => ChatText.Line($"Judul berhuruf besar semua; sebaiknya huruf biasa."),
        { Code: "title.clickbait", Values: [var ending] } => ChatText.Line($"Akhir judul (“{ending}”) menahan isi berita; sebaiknya sebutkan intinya."),
        { Code: "body.missing", Values: [var limit] } => ChatText.Line($"Isi belum ada (paling sedikit {limit} kata). Tekan Ubah isi."),
        { Code: "body.short", Values: [var words, var limit] } => ChatText.Line($"Isi baru {words} kata, paling sedikit {limit}. Mohon ditambah."),
        { Code: "category.missing" } => ChatText.Line($"Kategori belum dipilih. Tekan Kategori."),
        { Code: "attachment.category", Values: [var name] } => ChatText.Line($"Lampiran PDF (“{ChatText.Cut(name, 40)}”) hanya untuk pengumuman. Ganti kategorinya menjadi Pengumuman, atau lepas lampirannya; untuk rilis, kirim .docx."),
        { Code: "attachment.scan", Values: [var name] } => ChatText.Line($"Lampiran “{ChatText.Cut(name, 40)}” hasil pindaian, jadi isinya tidak dapat saya periksa. Pastikan tidak memuat data pribadi (NIK, alamat, nomor telepon)."),
        { Code: "exempted" } => ChatText.Line($"Berita ini berkelas dikecualikan, jadi tidak boleh terbit. Ubah kelasnya lebih dulu bila keliru."),
        { Code: "photo.missing" } => ChatText.Line($"Belum ada foto. Kirim paling sedikit satu foto."),
        { Code: "photo.small", Values: [var position, var size, var limit] } => ChatText.Line($"Foto {position} kecil ({size}); sebaiknya paling kecil {limit}."),
        { Code: "photo.uncaptioned", Values: [var positions, var total] } => ChatText.Line($"Foto {positions} dari {total} belum berketerangan."),
        { Code: "photo.used", Values: [var positions, var number] } => ChatText.Line($"Foto {positions} mirip foto {number}; mohon pastikan itu memang foto kegiatan ini."),
        { Code: "nik", Values: ["judul", _, var digits] } => ChatText.Line($"Judul memuat NIK/KK ({digits}). Data pribadi tidak boleh terbit; mohon dihapus."),
        { Code: "nik", Values: ["isi", var line, var digits] } => ChatText.Line($"Baris {line} isi memuat NIK/KK ({digits}). Data pribadi tidak boleh terbit; mohon dihapus."),
        { Code: "nik", Values: ["keterangan foto", var position, var digits] } => ChatText.Line($"Keterangan foto {position} memuat NIK/KK ({digits}). Data pribadi tidak boleh terbit; mohon dihapus."),
        { Code: "nik", Values: ["lampiran", var page, var digits] } => ChatText.Line($"Halaman {page} lampiran PDF memuat NIK/KK ({digits}). Data pribadi tidak boleh terbit; hapus dari berkasnya, lalu kirim lagi."),
        { Code: "nik", Values: [_, var position, var digits] } => ChatText.Line($"Nama berkas foto {position} memuat NIK/KK ({digits}). Mohon dihapus."),
        { Code: "duplicate", Values: [var number] } => ChatText.Line($"Naskah yang sama sudah ada: {number}. Mohon periksa; satu berita cukup dikirim sekali."),
        { Code: "similar", Values: [var number, var percent] } => ChatText.Line($"Naskah ini {percent} persen sama dengan {number}; mohon pastikan ini berita yang lain."),
        { Code: "gambling.link", Values: [var host] } => ChatText.Line($"Ada tautan ke situs judi ({host}). Tautan itu harus dihapus."),
        { Weight: Weight.Block, Code: "gambling.words", Values: [var words] } => ChatText.Line($"Naskah memuat kata-kata iklan judi ({words}). Mohon dihapus; bila disisipkan orang lain, beri tahu Kominfo."),
        { Code: "gambling.words", Values: [var words] } => ChatText.Line($"“{words}” biasa dipakai iklan judi; mohon pastikan memang perlu."),
        { Code: "contact.phone", Values: [var numbers] } => ChatText.Line($"Nomor telepon pribadi ({numbers})? Cantumkan nomor kantor, atau hapus."),
        { Code: "contact.mail", Values: [var mails] } => ChatText.Line($"Alamat surel pribadi ({mails})? Cantumkan alamat kantor, atau hapus."),
        { Code: "victim", Values: [var topic] } => ChatText.Line($"Naskah menyebut “{topic}”. Apakah identitas anak atau korban sudah disamarkan (nama, foto, alamat, sekolah, keluarga)?"),
        { Code: "victim.masked" } => ChatText.Line($"pengirim menyatakan identitas korban sudah disamarkan"),
        { Code: "date.weekday", Values: [var weekday, var date, var right] } => ChatText.Line($"Hari dan tanggal tidak cocok: {date} adalah {right}, bukan {weekday}."),
        { Code: "date.impossible", Values: [var date] } => ChatText.Line($"Tanggal {date} tidak ada."),
        { Code: "date.order", Values: [var from, var to] } => ChatText.Line($"Tanggal terbalik: {from} sampai {to}."),
        { Code: "date.contradiction", Values: [var one, var other] } => ChatText.Line($"“Hari ini” disebut {one} dan juga {other}. Mohon dipastikan."),
        { Code: "name.variants", Values: [var one, var other] } => ChatText.Line($"Satu nama dengan dua ejaan? “{one}” dan “{other}”."),
        { Code: "spelling" } => ChatText.Line($"Ejaan: {Ejaan(finding)}."),
        { Code: "sentence.long", Values: ["1", var words, var limit, var beginning] } => ChatText.Line($"Ada kalimat {words} kata (sebaiknya paling banyak {limit}): “{beginning} …”"),
        { Code: "sentence.long", Values: [var count, var words, var limit, var beginning] } => ChatText.Line($"{count} kalimat lebih dari {limit} kata; yang terpanjang {words} kata: “{beginning} …”"),
        { Code: "link.short", Values: [var links] } => ChatText.Line($"Tautan singkat ({links}) tidak menunjukkan tujuannya; sebaiknya alamat lengkap."),
        { Code: "questions", Values: [var open] } => ChatText.Line($"5W1H: belum tampak {open}"),
        { Code: "quotation.missing" } => ChatText.Line($"tanpa kutipan"),
        { Code: "acronym", Values: [var acronyms] } => ChatText.Line($"singkatan belum dijelaskan: {acronyms}"),
        { Code: "superlative", Values: [var claims] } => ChatText.Line($"klaim tertinggi perlu sumber: {claims}"),
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Code, "A finding without a sentence."),
    };

    /// <summary>Blocks first, one line each; all spelling in one line.</summary>
    public static string Daftar(IEnumerable<Finding> findings) => Daftar(findings, Short);

    /// <summary>The same with more room.</summary>
    public static string DaftarPanjang(IEnumerable<Finding> findings) => Daftar(findings, Long);

    /// <summary>Hints for the reviewer, in one line.</summary>
    public static string Catatan(IEnumerable<Finding> hints)
    {
        var lines = hints.Select(Kalimat).ToList();
        if (!hints.Any(hint => hint.Code == "questions")) lines.Insert(0, "5W1H lengkap");
        return ChatText.Line($"Catatan: {ChatText.Cut(string.Join(" · ", lines), Short / 3)}");
    }

    /// <summary>A misspelling and its fix: “ijin” → “izin” (2×).</summary>
    public static string Ejaan(Finding finding) => finding.Values is [var wrong, var right, var times] ? $"“{wrong}” → “{right}”{(times == "1" ? "" : $" ({times}×)")}" : finding.Code;

    private static string Daftar(IEnumerable<Finding> findings, int room)
    {
        var all = findings.ToList();
        var spelling = all.Where(finding => finding.Code == "spelling").ToList();
        var lines = all.Where(finding => finding.Code != "spelling").Select(finding => $"{Tanda(finding)} {Kalimat(finding)}").ToList();
        if (spelling.Count > 0) lines.Add(ChatText.Line($"⚠ Ejaan: {Terpotong(spelling.Select(Ejaan), ", ", room / 2)}"));
        return Terpotong(lines, "\n", room);
    }

    private static string Tanda(Finding finding) => finding.Weight switch { Weight.Block => "⛔", Weight.Warn => "⚠", _ => "ℹ" };

    /// <summary>As many as there is room for, and how many more there are.</summary>
    private static string Terpotong(IEnumerable<string> parts, string between, int room)
    {
        var all = parts.ToList();
        if (all.Count == 0) return "";
        var shown = all.TakeWhile((_, index) => index == 0 || all.Take(index + 1).Sum(part => part.Length + between.Length) <= room).ToList();
        shown[0] = ChatText.Cut(shown[0], room);
        return string.Join(between, shown) + (shown.Count < all.Count ? ChatText.Line($"{between}dan {all.Count - shown.Count} lagi") : "");
    }
}
