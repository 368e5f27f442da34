using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What a reviewer hears at the cards.</summary>
public static class TinjauTeks
{
    /// <summary>The last act as a card's first line.</summary>
    public static string Keputusan(Edition edition, string who, string when, string link) => edition.LastAct switch
    {
        Act.Endorse => $"✔ Disetujui {who} {when}, menunggu Kadis",
        Act.TakeBack => $"↶ Persetujuan dibatalkan oleh {who} {when}; dievaluasi lagi",
        Act.Return => $"↩ Dikembalikan oleh {who} {when} — “{edition.Reason}”",
        Act.Reject => $"✖ Ditolak oleh {who} {when} — “{edition.Reason}”",
        Act.Withdraw => $"↶ Ditarik kembali oleh {who} {when}",
        Act.Approve when edition.State == EditionState.Scheduled => $"✔ Disetujui terbit oleh {who} {when}; foto sedang disiapkan",
        Act.Approve => $"✔ Terbit {when}, disetujui {who} — {link}",
        Act.Publish => $"✔ Terbit {when} — {link}",
        Act.Retract => $"✖ Dicabut oleh {who} {when} — “{edition.Reason}”",
        Act.FailPublishing => $"⚠ Gagal terbit {when} — {edition.Reason}",
        _ => $"Naskah ini {PenolakanTeks.Keadaan(edition.State)} {when}",
    };

    public const string TerbitkanSekarang = "Terbitkan sekarang? Perubahan setelah terbit memerlukan ralat.";

    public const string ApaYangDiperbaiki = "Apa yang perlu diperbaiki?";

    public const string MengapaDitolak = "Mengapa naskah ini ditolak?";

    public static string YakinTolak(string reason) => $"Tolak naskah ini dengan alasan “{reason}”? Pengirim tidak dapat mengirimnya lagi.";

    public const string MengapaDicabut = "Mengapa berita ini dicabut? Alasannya akan dibaca publik.";

    public static string YakinCabut(string reason) => $"Cabut berita ini? Di portal akan tertulis: “{reason}” Pencabutan langsung berlaku.";

    public static string SedangMenulis(string name) => $"⏳ {name} sedang menulis alasan pengembalian";

    public static StyledText Antrean(int count, int shown) => count switch
    {
        0 => StyledText.Plain("Tidak ada naskah yang menunggu Anda."),
        _ when count <= shown => StyledText.Plain($"{count} naskah menunggu Anda:"),
        _ => StyledText.Plain($"{count} naskah menunggu Anda; ini {shown} yang paling lama:"),
    };

    public static StyledText MasihMenunggu(int more) => StyledText.Plain($"{more} lagi menunggu Anda.");

    public static StyledText TulisAlasan(string number, Act act) => ChatText.Of($"Tulis alasan {(act switch { Act.Reject => "penolakan", Act.Retract => "pencabutan (akan dibaca publik)", _ => "pengembalian" })} <b>{number}</b>:");

    public static StyledText AlasanPanjang(int length, int limit)
        => StyledText.Plain(length == 0 ? "Alasannya belum terbaca. Mohon tulis dalam satu pesan." : $"Alasan terlalu panjang ({length} karakter, batas {limit}). Mohon dipersingkat.");

    /// <summary>The passing line after a press that worked.</summary>
    public static string Jawaban(Outcome.Moved moved) => moved switch
    {
        { To: EditionState.Published } => "Terbit.",
        { Act: Act.Approve } => "Disetujui; terbit begitu fotonya siap.",
        { Act: Act.Endorse } => "Disetujui; diteruskan kepada Kadis.",
        { Act: Act.TakeBack } => "Persetujuan dibatalkan; naskah kembali ke evaluasi.",
        { Act: Act.Retract } => "Dicabut dari portal.",
        { Act: Act.Return } => "Dikembalikan kepada pengirim.",
        { Act: Act.Reject } => "Ditolak.",
        _ => "Tercatat.",
    };

    public static StyledText Tercatat(string number, Outcome.Moved moved) => ChatText.Of($"<b>{number}</b>: {Jawaban(moved)}");

    public static StyledText Riwayat(string number, IReadOnlyList<AuditEntry> entries, OfficeTime office)
    {
        var text = ChatText.Of($"<b>Riwayat {number}</b>");
        foreach (var entry in entries)
        {
            var reason = entry.Reason is null ? "" : $" — “{entry.Reason}”";
            var detail = entry.Detail is null ? "" : $" ({entry.Detail})";
            text = ChatText.Of($"{text}\n{office.Tanggal(entry.At)} · {Perbuatan(entry.Act)} oleh {Jabatan.Oleh(entry.ActorName, entry.Capacity)}{reason}{detail}");
        }
        return text;
    }

    private static string Perbuatan(string act) => act switch
    {
        nameof(Act.Submit) => "dikirim",
        nameof(Act.Endorse) => "disetujui (evaluasi)",
        nameof(Act.Return) => "dikembalikan",
        nameof(Act.Reject) => "ditolak",
        nameof(Act.TakeBack) => "persetujuan dibatalkan",
        nameof(Act.Retract) => "dicabut",
        nameof(Act.Approve) => "disetujui terbit",
        nameof(Act.Publish) => "diterbitkan",
        nameof(Act.FailPublishing) => "gagal terbit",
        nameof(Act.Withdraw) => "ditarik",
        nameof(Act.Discard) => "dihapus",
        _ => act,
    };
}
