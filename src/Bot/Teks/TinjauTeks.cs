using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What a reviewer hears at the cards.</summary>
public static class TinjauTeks
{
    /// <summary>The last act as a card's first line.</summary>
    public static string Keputusan(Edition edition, string who, string when, string link, OfficeTime office) => edition.LastAct switch
    {
        _ when edition.State == EditionState.Superseded => $"Digantikan edisi baru {when} — {link}",
        Act.Schedule or Act.Reschedule when edition.DueAt is { } at => $"✔ Dijadwalkan terbit {office.Tanggal(at)}, disetujui {who}",
        Act.Unschedule => $"↶ Jadwal terbit dibatalkan oleh {who} {when}",
        Act.PublishUrgently when edition.State == EditionState.Scheduled => $"❗ Diterbitkan serta-merta oleh {who} {when}; foto sedang disiapkan",
        Act.PublishUrgently or Act.Publish when edition.Lane == Lane.Emergency => $"❗ Terbit serta-merta {when}, oleh {who} — {link}",
        Act.PublishFix or Act.Publish when edition.Lane == Lane.Fast => $"✔ Ralat ejaan terbit {when}, disetujui {who} — {link}",
        Act.PullNow => $"✖ Dicabut segera oleh {who} {when} — “{edition.Reason}”",
        Act.Endorse => $"✔ Disetujui {who} {when}, menunggu Kadis",
        Act.TakeBack => $"↶ Persetujuan dibatalkan oleh {who} {when}; dievaluasi lagi",
        Act.Return => $"↩ Dikembalikan oleh {who} {when} — “{edition.Reason}”",
        Act.Reject => $"✖ Ditolak oleh {who} {when} — “{edition.Reason}”",
        Act.Withdraw => $"↶ Ditarik kembali oleh {who} {when}",
        Act.Approve when edition.State == EditionState.Scheduled => $"✔ Disetujui terbit oleh {who} {when}; foto sedang disiapkan",
        Act.Approve or Act.Publish => $"✔ Terbit {when}, disetujui {who} — {link}",
        Act.Retract => $"✖ Dicabut oleh {who} {when} — “{edition.Reason}”",
        Act.Revise or Act.TakeOverCorrection when edition.State == EditionState.Retracted => $"✖ Dicabut; edisi baru ditulis {who} sejak {when}",
        Act.Revise or Act.TakeOverCorrection => $"✔ Terbit; koreksi ditulis {who} sejak {when} — {link}",
        Act.FixSpelling => $"✔ Terbit; ralat ejaan dibuat {who} {when} — {link}",
        Act.FailPublishing => $"⚠ Gagal terbit {when} — {edition.Reason}",
        _ => $"Naskah ini {KeadaanTeks.Sudah(edition.State)} {when}",
    };

    /// <summary>What a correction changes, on its card: as much as there is room for.</summary>
    public static StyledText Perubahan(StyledText changes, int limit)
        => changes.IsEmpty ? StyledText.Plain("Tidak ada yang berubah dari berita yang tayang.")
            : changes.Text.Length <= limit ? ChatText.Of($"<b>Berubah dari yang tayang</b>\n<fq>{changes}</fq>")
            : ChatText.Of($"<b>Berubah dari yang tayang</b>\n<fq>{ChatText.Split(changes, limit)[0]} …</fq>\n<i>Tekan Perubahan untuk seluruhnya.</i>");

    public static StyledText SemuaPerubahan(string number, StyledText changes)
        => changes.IsEmpty ? ChatText.Of($"Koreksi <b>{number}</b> tidak mengubah apa pun dari berita yang tayang.") : ChatText.Of($"<b>{number}</b>, berubah dari yang tayang:\n{changes}");

    /// <summary>What a card waits for.</summary>
    public static string Menunggu(Edition edition, bool isLastStep) => (edition.State, edition.Lane) switch
    {
        (EditionState.PublishFailed, _) => "Gagal terbit",
        (EditionState.AwaitingHead, _) => "Menunggu kepala SKPD",
        (_, Lane.Fast) => "Menunggu ralat ejaan disetujui",
        _ => isLastStep ? "Menunggu persetujuan" : "Menunggu evaluasi",
    };

    public const string TerbitkanSekarang = "Terbitkan sekarang? Perubahan setelah terbit memerlukan ralat.";

    /// <summary>Asks for the reason of an act.</summary>
    public static string Mengapa(Act act) => act switch
    {
        Act.Reject => "Mengapa naskah ini ditolak?",
        Act.Retract => "Mengapa berita ini dicabut? Alasannya akan dibaca publik.",
        _ => "Apa yang perlu diperbaiki?",
    };

    /// <summary>Asks once more before an act that cannot be undone.</summary>
    public static string Yakin(Act act, string reason) => act == Act.Retract
        ? $"Cabut berita ini? Di portal akan tertulis: “{reason}” Pencabutan langsung berlaku."
        : $"Tolak naskah ini dengan alasan “{reason}”? Pengirim tidak dapat mengirimnya lagi.";

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

    public static StyledText AlasanBukanFoto() => StyledText.Plain("Alasan ditulis dengan kata-kata; foto dan berkas belum dapat saya teruskan. Silakan tulis alasannya, atau tekan Batal.");

    /// <summary>The passing line after a press that worked.</summary>
    public static string Jawaban(Outcome.Moved moved) => moved switch
    {
        { Act: Act.Unschedule } => "Jadwal dibatalkan; naskah menunggu persetujuan lagi.",
        { Act: Act.Confirm } => "Dibenarkan. Terima kasih.",
        { To: EditionState.Published } => "Terbit.",
        { Act: Act.Approve } => "Disetujui; terbit begitu fotonya siap.",
        { Act: Act.Endorse } => "Disetujui; diteruskan kepada Kadis.",
        { Act: Act.Agree } => "Disetujui; diteruskan ke Kominfo.",
        { Act: Act.Ask } => "Pertanyaan dikirim kepada penulis.",
        { Act: Act.Answer } => "Jawaban Anda tampil pada kartu peninjau.",
        { Act: Act.AcceptEdit } => "Suntingan Kominfo Anda terima.",
        { Act: Act.ContestEdit } => "Keberatan Anda tampil pada kartu peninjau.",
        { Act: Act.SendBack } => "Dikembalikan ke Kominfo.",
        { Act: Act.Reopen } => "Dibuka lagi; naskah kembali ditinjau.",
        { Act: Act.Classify } => "Kelas informasi diubah.",
        { Act: Act.TakeBack } => "Persetujuan dibatalkan; naskah kembali ke evaluasi.",
        { Act: Act.Retract } => "Dicabut dari portal.",
        { Act: Act.Return } => "Dikembalikan kepada pengirim.",
        { Act: Act.Reject } => "Ditolak.",
        _ => "Tercatat.",
    };

    public static StyledText Tercatat(string number, Outcome.Moved moved) => ChatText.Of($"<b>{number}</b>: {Jawaban(moved)}");

    /// <summary>An event of the audit chain as something that was done.</summary>
    public static string Perbuatan(string act) => act switch
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
        nameof(Act.Answer) => "pertanyaan dijawab",
        nameof(Act.AcceptEdit) => "suntingan diterima",
        nameof(Act.ContestEdit) => "keberatan atas suntingan",
        nameof(Act.Copy) => "disalin menjadi draf baru",
        nameof(Act.Agree) => "disetujui kepala SKPD",
        nameof(Act.Claim) => "mulai disunting",
        nameof(Act.TakeOver) => "penyuntingan diambil alih",
        nameof(Act.Edit) => "disunting",
        nameof(Act.Ask) => "ditanyakan kepada penulis",
        nameof(Act.Classify) => "kelas informasi diubah",
        nameof(Act.SendBack) => "dikembalikan ke Kominfo",
        nameof(Act.Reopen) => "dibuka lagi",
        nameof(Act.Schedule) => "dijadwalkan",
        nameof(Act.Reschedule) => "dijadwalkan ulang",
        nameof(Act.Unschedule) => "jadwal dibatalkan",
        nameof(Act.PublishUrgently) => "diterbitkan serta-merta",
        nameof(Act.Supersede) => "digantikan edisi baru",
        nameof(Act.Revise) => "koreksi dimulai",
        nameof(Act.FixSpelling) => "ralat ejaan dibuat",
        nameof(Act.PublishFix) => "ralat ejaan diterbitkan",
        nameof(Act.RequestCorrection) => "koreksi diminta",
        nameof(Act.RequestRetraction) => "pencabutan diminta",
        nameof(Act.DeclineRequest) => "permintaan tidak dipenuhi",
        nameof(Act.TakeOverCorrection) => "draf koreksi diambil alih",
        nameof(Act.PullNow) => "dicabut segera",
        nameof(Act.Confirm) => "dibenarkan orang kedua",
        "Appoint" => "diangkat",
        "Export" => "mengekspor data",
        "Revoke" => "peran dicabut",
        _ => act,
    };
}
