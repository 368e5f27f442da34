using System.Globalization;
using KominfoBot.Bot.Attachments;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said about the PDF of an announcement.</summary>
public static class LampiranTeks
{
    public const string Lepas = "Lepas lampiran";

    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static StyledText Diterima(Attachment attachment, bool replaced)
        => ChatText.Of($"Lampiran {(replaced ? "diganti" : "diterima")}: {Keterangan(attachment)}.");

    public static string Keterangan(Attachment attachment) => ChatText.Line($"“{ChatText.Cut(attachment.Name, 60)}” ({attachment.Pages} halaman, {BerkasTeks.Ukuran(attachment.Bytes)})");

    /// <summary>On cards, beside photos and words.</summary>
    public static string Singkat(Attachment attachment) => ChatText.Line($"lampiran PDF {attachment.Pages} halaman");

    public static StyledText PadaKartu(string? number, Attachment attachment) => ChatText.Of($"Lampiran {number}: {Keterangan(attachment)}");

    public static string Ditolak(PdfRefusal refusal, string name) => ChatText.Line($"“{ChatText.Cut(name, 60)}” {refusal.Fault switch
    {
        PdfFault.NotPdf => "bukan PDF. Simpan sebagai PDF, lalu kirim lagi.",
        PdfFault.TooManyBytes => $"{BerkasTeks.Ukuran(refusal.Value)}; batas Telegram untuk bot {BerkasTeks.Ukuran(PdfExamination.MaxBytes)}. Kecilkan PDF-nya, lalu kirim lagi.",
        PdfFault.Broken => "rusak atau terpotong. Simpan ulang sebagai PDF, lalu kirim lagi.",
        PdfFault.Encrypted => "terkunci (sandi atau pembatasan). Simpan tanpa kunci, lalu kirim lagi.",
        PdfFault.Active => $"memuat isi aktif ({Isi(refusal.Detail)}), jadi tidak dapat diterbitkan. Cetak ke PDF (Print, lalu Save as PDF), lalu kirim lagi.",
        PdfFault.Opaque => "dikemas dengan cara yang tidak dapat saya periksa. Cetak ke PDF (Print, lalu Save as PDF), lalu kirim lagi.",
        PdfFault.TooManyPages => $"{refusal.Value.ToString("#,0", Indonesian)} halaman, batasnya {PdfExamination.MaxPages}. Kirim bagian yang perlu saja.",
        PdfFault.TooHeavy => "terlalu berat untuk diperiksa. Cetak ke PDF (Print, lalu Save as PDF), lalu kirim lagi.",
        PdfFault.NoTool => "belum dapat diperiksa: program pemeriksanya tidak terpasang. Pengelola sudah diberi tahu; mohon kirim lagi nanti.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without a sentence."),
    }}");

    private static string Isi(string name) => name switch
    {
        "JavaScript" => ChatText.Line($"skrip"),
        "Launch" => ChatText.Line($"perintah menjalankan program"),
        "EmbeddedFile" or "EmbeddedFiles" or "FileAttachment" or "GoToE" => ChatText.Line($"berkas lain di dalamnya"),
        "XFA" or "SubmitForm" or "ImportData" => ChatText.Line($"formulir yang mengirim data"),
        _ => ChatText.Line($"media"),
    };
}
