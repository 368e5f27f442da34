using System.Globalization;
using KominfoBot.Bot.Photos;
using KominfoBot.Bot.Releases;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said about releases that come as documents.</summary>
public static class RilisTeks
{
    private const string Tempel = "atau tempel teksnya di sini";

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static StyledText Diterima(string name, string? title, int words, int photos, string omissions)
        => ChatText.Of($"“{Nama(name)}” saya siapkan sebagai draf: {(title is null ? "judul belum ada" : "judul dari dokumen")}, isi {words.ToString("#,0", Indonesian)} kata, {(photos == 0 ? "tanpa foto" : $"{photos} foto")}.{(omissions.Length == 0 ? "" : $"\n{omissions}")}");

    /// <summary>What there is to say, a line each.</summary>
    public static string Baris(params string[] lines) => string.Join('\n', lines.Where(line => line.Length > 0));

    /// <summary>Where a title was typed before, and the document has another one.</summary>
    public static string JudulLain(string title) => ChatText.Line($"Judul yang Anda tulis tetap; di dokumen: “{ChatText.Cut(title, 160)}”.");

    /// <summary>One sentence for all that did not come along, and one for what came otherwise; empty when all is here.</summary>
    public static string TidakIkut(IReadOnlyCollection<Omission> omissions, IReadOnlyList<string> photos)
    {
        List<string> sentences = [];
        List<string> left = [.. omissions.Select(Sebutan).OfType<string>(), .. photos];
        if (left.Count > 0) sentences.Add(ChatText.Line($"Tidak ikut: {Daftar(left)}."));
        if (omissions.Contains(Omission.Tables)) sentences.Add(ChatText.Line($"Tabel menjadi baris teks."));
        if (omissions.Contains(Omission.TrackedChanges)) sentences.Add(ChatText.Line($"Perubahan terlacak: sisipannya dipakai, yang dicoret tidak."));
        if (sentences.Count > 0) sentences.Add(ChatText.Line($"Mohon dicek pratinjaunya."));
        return string.Join(" ", sentences);
    }

    /// <summary>Where something is written below the document.</summary>
    public static string KeteranganDokumen(string caption) => ChatText.Line($"Pesan di bawah dokumen tidak ikut ke naskah: “{ChatText.Cut(caption, 160)}”.");

    public static string FotoDitolak(string part, PhotoRefusal refusal) => ChatText.Line($"gambar “{Path.GetFileName(part)}” ({refusal switch
    {
        PhotoRefusal.TooManyBytes => ChatText.Line($"lebih dari 20 MB"),
        PhotoRefusal.TooManyPixels => ChatText.Line($"lebih dari {PhotoProbe.MaxPixels / 1_000_000} megapiksel"),
        PhotoRefusal.Broken or PhotoRefusal.CutOff or PhotoRefusal.Empty => ChatText.Line($"rusak atau terpotong"),
        _ => ChatText.Line($"bukan JPEG, PNG, atau WebP; kirim sebagai foto"),
    }})");

    public static string Ditolak(ReleaseRefusal refusal, string name) => ChatText.Line($"“{Nama(name)}” {refusal.Fault switch
    {
        ReleaseFault.Empty => ChatText.Line($"kosong. Mohon kirim ulang."),
        ReleaseFault.TooManyBytes => ChatText.Line($"{BerkasTeks.Ukuran(refusal.Value)}; batas Telegram untuk bot {BerkasTeks.Ukuran(ReleaseLimits.MaxBytes)}. Kecilkan gambarnya di Word (Format Gambar, Kompresi), {Tempel} dan kirim fotonya tersendiri."),
        ReleaseFault.OldWord => ChatText.Line($"berformat Word lama (.doc). Buka di Word, pilih Simpan Sebagai “Dokumen Word (.docx)”, lalu kirim lagi, {Tempel}."),
        ReleaseFault.Encrypted => ChatText.Line($"terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu kirim lagi, {Tempel}."),
        ReleaseFault.Rtf => ChatText.Line($"berformat RTF. Buka di Word, simpan sebagai .docx, lalu kirim lagi, {Tempel}."),
        ReleaseFault.OpenDocument => ChatText.Line($"berformat OpenDocument (.odt). Simpan sebagai .docx, lalu kirim lagi, {Tempel}."),
        ReleaseFault.Pdf => ChatText.Line($"adalah PDF. Untuk rilis, kirim dokumen Word-nya (.docx) {Tempel}; sebagai lampiran pengumuman, kirim saat pratinjau drafnya terbuka."),
        ReleaseFault.NotWord => ChatText.Line($"bukan dokumen Word. Simpan sebagai .docx, lalu kirim lagi, {Tempel}."),
        ReleaseFault.Broken => ChatText.Line($"rusak atau terpotong. Buka di Word, simpan ulang, lalu kirim lagi, {Tempel}."),
        ReleaseFault.TooManyEntries => ChatText.Line($"berisi {Angka(refusal.Value)} berkas di dalamnya, batasnya {Angka(ReleaseLimits.MaxEntries)}. Salin teksnya ke dokumen baru, {Tempel}."),
        ReleaseFault.UnsafeName => ChatText.Line($"memuat nama berkas yang menunjuk ke luar dokumen (“{ChatText.Cut(PlainText.OneLine(refusal.Detail), 60)}”), jadi tidak saya buka. Salin teksnya ke dokumen baru, {Tempel}."),
        ReleaseFault.Unpacks => ChatText.Line($"menjadi {BerkasTeks.Ukuran(refusal.Value)} setelah dibuka, batasnya {BerkasTeks.Ukuran(ReleaseLimits.MaxUnpackedBytes)}. Kecilkan gambarnya, {Tempel}."),
        ReleaseFault.Bomb => ChatText.Line($"memuat berkas yang mengembang menjadi {BerkasTeks.Ukuran(refusal.Value)} (lebih dari {ReleaseLimits.MaxRatio} kali lipat), jadi tidak saya buka. Salin teksnya ke dokumen baru, {Tempel}."),
        ReleaseFault.Macros => ChatText.Line($"memuat makro, jadi tidak saya buka. Simpan sebagai “Dokumen Word (.docx)” tanpa makro, lalu kirim lagi, {Tempel}."),
        ReleaseFault.DocumentType => ChatText.Line($"memuat deklarasi XML yang tidak ada pada dokumen Word (DTD), jadi tidak saya buka. Salin teksnya ke dokumen baru, {Tempel}."),
        ReleaseFault.TextTooLarge => ChatText.Line($"terlalu panjang untuk rilis: bagian teksnya lebih dari {BerkasTeks.Ukuran(ReleaseLimits.MaxXmlBytes)}. Kirim hanya beritanya, {Tempel}."),
        ReleaseFault.TooManyCharacters => ChatText.Line($"terlalu panjang untuk rilis ({Angka(refusal.Value)} karakter, batas {Angka(ReleaseLimits.MaxCharacters)}). Kirim hanya beritanya, {Tempel}."),
        ReleaseFault.TooManyParagraphs => ChatText.Line($"terlalu panjang untuk rilis ({Angka(refusal.Value)} paragraf, batas {Angka(ReleaseLimits.MaxParagraphs)}). Kirim hanya beritanya, {Tempel}."),
        ReleaseFault.NoText => ChatText.Line($"tidak berisi teks. Bila isinya gambar pindaian, mohon ketik atau tempel teksnya; fotonya kirim tersendiri."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without a sentence."),
    }}");

    /// <summary>By its name, before it is fetched.</summary>
    public static string Saran(string ending, string name) => ChatText.Line($"“{Nama(name)}” {ending switch
    {
        ".doc" or ".dot" => ChatText.Line($"berformat Word lama (.doc). Buka di Word, pilih Simpan Sebagai “Dokumen Word (.docx)”, lalu kirim lagi, {Tempel}."),
        ".odt" => ChatText.Line($"berformat OpenDocument (.odt). Simpan sebagai .docx, lalu kirim lagi, {Tempel}."),
        ".rtf" => ChatText.Line($"berformat RTF. Buka di Word, simpan sebagai .docx, lalu kirim lagi, {Tempel}."),
        ".pdf" => ChatText.Line($"adalah PDF. Untuk rilis, kirim dokumen Word-nya (.docx) {Tempel}; sebagai lampiran pengumuman, kirim saat pratinjau drafnya terbuka."),
        _ => ChatText.Line($"belum dapat saya baca. Simpan sebagai .docx, lalu kirim lagi, {Tempel}."),
    }}");

    public static string TidakTerunduh(string name) => ChatText.Line($"“{Nama(name)}” tidak dapat diambil dari Telegram. Mohon kirim ulang.");

    public const string DiskPenuh = "Dokumennya belum tersimpan: ruang penyimpanan penuh. Pengelola sudah diberi tahu; mohon kirim ulang nanti.";

    public static StyledText UntukApa(string name) => ChatText.Of($"Naskah ini sudah berisi. Isi “{Nama(name)}” untuk apa?");

    private static string? Sebutan(Omission omission) => omission switch
    {
        Omission.TextBoxes => ChatText.Line($"kotak teks"),
        Omission.Footnotes => ChatText.Line($"catatan kaki"),
        Omission.Comments => ChatText.Line($"komentar"),
        Omission.HiddenText => ChatText.Line($"teks tersembunyi"),
        Omission.Charts => ChatText.Line($"grafik dan diagram"),
        Omission.Equations => ChatText.Line($"rumus"),
        Omission.EmbeddedFiles => ChatText.Line($"berkas yang disisipkan"),
        Omission.Headers => ChatText.Line($"kop dan kaki halaman"),
        Omission.OutsideFiles => ChatText.Line($"gambar atau berkas yang tertaut ke luar dokumen (tidak dibuka)"),
        Omission.OtherLinks => ChatText.Line($"tautan yang bukan alamat web"),
        Omission.SmallPictures => ChatText.Line($"logo atau gambar kecil"),
        Omission.MorePictures => ChatText.Line($"gambar setelah yang ke-{ReleaseLimits.MaxPictures}"),
        Omission.Heading => ChatText.Line($"baris kepala rilis"),
        Omission.Tables or Omission.TrackedChanges => null,
        _ => throw new ArgumentOutOfRangeException(nameof(omission), omission, "An omission without a word."),
    };

    private static string Daftar(List<string> words) => words.Count == 1 ? words[0] : ChatText.Line($"{string.Join(", ", words[..^1])}{(words.Count > 2 ? "," : "")} dan {words[^1]}");

    private static string Angka(long number) => number.ToString("#,0", Indonesian);

    private static string Nama(string name) => ChatText.Cut(name, 60);
}
