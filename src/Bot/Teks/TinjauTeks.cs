using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What a reviewer hears at the cards.</summary>
public static class TinjauTeks
{
    /// <summary>The last act as a card's first line.</summary>
    public static string Keputusan(Edition edition, string who, string when, string link, OfficeTime office) => edition.LastAct switch
    {
        _ when edition.State == EditionState.Superseded => ChatText.Line($"Digantikan edisi baru {when} — {link}"),
        Act.Schedule or Act.Reschedule when edition.DueAt is { } at => ChatText.Line($"✔ Dijadwalkan terbit {office.Tanggal(at)}, disetujui {who}"),
        Act.Unschedule => ChatText.Line($"↶ Jadwal terbit dibatalkan oleh {who} {when}"),
        Act.PublishUrgently when edition.State == EditionState.Scheduled => ChatText.Line($"❗ Diterbitkan serta-merta oleh {who} {when}; foto sedang disiapkan"),
        Act.PublishUrgently or Act.Publish when edition.Lane == Lane.Emergency => ChatText.Line($"❗ Terbit serta-merta {when}, oleh {who} — {link}"),
        Act.PublishFix or Act.Publish when edition.Lane == Lane.Fast => ChatText.Line($"✔ Ralat ejaan terbit {when}, disetujui {who} — {link}"),
        Act.PullNow => ChatText.Line($"✖ Dicabut segera oleh {who} {when} — “{edition.Reason}”"),
        Act.Endorse => ChatText.Line($"✔ Disetujui {who} {when}, menunggu Kadis"),
        Act.TakeBack => ChatText.Line($"↶ Persetujuan dibatalkan oleh {who} {when}; dievaluasi lagi"),
        Act.Return => ChatText.Line($"↩ Dikembalikan oleh {who} {when} — “{edition.Reason}”"),
        Act.Reject => ChatText.Line($"✖ Ditolak oleh {who} {when} — “{edition.Reason}”"),
        Act.Withdraw => ChatText.Line($"↶ Ditarik kembali oleh {who} {when}"),
        Act.Approve when edition.State == EditionState.Scheduled => ChatText.Line($"✔ Disetujui terbit oleh {who} {when}; foto sedang disiapkan"),
        Act.Approve or Act.Publish => ChatText.Line($"✔ Terbit {when}, disetujui {who} — {link}"),
        Act.Retract => ChatText.Line($"✖ Dicabut oleh {who} {when} — “{edition.Reason}”"),
        Act.Revise or Act.TakeOverCorrection when edition.State == EditionState.Retracted => ChatText.Line($"✖ Dicabut; edisi baru ditulis {who} sejak {when}"),
        Act.Revise or Act.TakeOverCorrection => ChatText.Line($"✔ Terbit; koreksi ditulis {who} sejak {when} — {link}"),
        Act.FixSpelling => ChatText.Line($"✔ Terbit; ralat ejaan dibuat {who} {when} — {link}"),
        Act.FailPublishing => ChatText.Line($"⚠ Gagal terbit {when} — {edition.Reason}"),
        _ => ChatText.Line($"Naskah ini {KeadaanTeks.Sudah(edition.State)} {when}"),
    };

    /// <summary>What a correction changes, on its card: as much as there is room for.</summary>
    public static StyledText Perubahan(StyledText changes, int limit)
        => changes.IsEmpty ? ChatText.Of($"Tidak ada yang berubah dari berita yang tayang.")
            : changes.Text.Length <= limit ? ChatText.Of($"<b>Berubah dari yang tayang</b>\n<fq>{changes}</fq>")
            : ChatText.Of($"<b>Berubah dari yang tayang</b>\n<fq>{ChatText.Split(changes, limit)[0]} …</fq>\n<i>Tekan Perubahan untuk seluruhnya.</i>");

    public static StyledText SemuaPerubahan(string number, StyledText changes)
        => changes.IsEmpty ? ChatText.Of($"Koreksi <b>{number}</b> tidak mengubah apa pun dari berita yang tayang.") : ChatText.Of($"<b>{number}</b>, berubah dari yang tayang:\n{changes}");

    /// <summary>What a card waits for.</summary>
    public static string Menunggu(Edition edition, bool isLastStep) => (edition.State, edition.Lane) switch
    {
        (EditionState.PublishFailed, _) => ChatText.Line($"Gagal terbit"),
        (EditionState.AwaitingHead, _) => ChatText.Line($"Menunggu kepala SKPD"),
        (_, Lane.Fast) => ChatText.Line($"Menunggu ralat ejaan disetujui"),
        _ => isLastStep ? ChatText.Line($"Menunggu persetujuan") : ChatText.Line($"Menunggu evaluasi"),
    };

    public const string TerbitkanSekarang = "Terbitkan sekarang? Perubahan setelah terbit memerlukan ralat.";

    /// <summary>Asks for the reason of an act.</summary>
    public static string Mengapa(Act act) => act switch
    {
        Act.Reject => ChatText.Line($"Mengapa naskah ini ditolak?"),
        Act.Retract => ChatText.Line($"Mengapa berita ini dicabut? Alasannya akan dibaca publik."),
        _ => ChatText.Line($"Apa yang perlu diperbaiki?"),
    };

    /// <summary>Asks once more before an act that cannot be undone.</summary>
    public static string Yakin(Act act, string reason) => act == Act.Retract
        ? ChatText.Line($"Cabut berita ini? Di portal akan tertulis: “{reason}” Pencabutan langsung berlaku.")
        : ChatText.Line($"Tolak naskah ini dengan alasan “{reason}”? Pengirim tidak dapat mengirimnya lagi.");

    public static string SedangMenulis(string name) => ChatText.Line($"⏳ {name} sedang menulis alasan pengembalian");

    public static StyledText Antrean(int count, int shown) => count switch
    {
        0 => ChatText.Of($"Tidak ada naskah yang menunggu Anda."),
        _ when count <= shown => ChatText.Of($"{count} naskah menunggu Anda:"),
        _ => ChatText.Of($"{count} naskah menunggu Anda; ini {shown} yang paling lama:"),
    };

    public static StyledText MasihMenunggu(int more) => ChatText.Of($"{more} lagi menunggu Anda.");

    public static StyledText TulisAlasan(string number, Act act) => ChatText.Of($"Tulis alasan {(act switch { Act.Reject => ChatText.Line($"penolakan"), Act.Retract => ChatText.Line($"pencabutan (akan dibaca publik)"), _ => "pengembalian" })} <b>{number}</b>:");

    public static StyledText AlasanPanjang(int length, int limit)
        => StyledText.Plain(length == 0 ? ChatText.Line($"Alasannya belum terbaca. Mohon tulis dalam satu pesan.") : ChatText.Line($"Alasan terlalu panjang ({length} karakter, batas {limit}). Mohon dipersingkat."));

    public static StyledText AlasanBukanFoto() => ChatText.Of($"Alasan ditulis dengan kata-kata; foto dan berkas belum dapat saya teruskan. Silakan tulis alasannya, atau tekan Batal.");

    /// <summary>The passing line after a press that worked.</summary>
    public static string Jawaban(Outcome.Moved moved) => moved switch
    {
        { Act: Act.Unschedule } => ChatText.Line($"Jadwal dibatalkan; naskah menunggu persetujuan lagi."),
        { Act: Act.Confirm } => ChatText.Line($"Dibenarkan. Terima kasih."),
        { To: EditionState.Published } => ChatText.Line($"Terbit."),
        { Act: Act.Approve } => ChatText.Line($"Disetujui; terbit begitu fotonya siap."),
        { Act: Act.Endorse } => ChatText.Line($"Disetujui; diteruskan kepada Kadis."),
        { Act: Act.Agree } => ChatText.Line($"Disetujui; diteruskan ke Kominfo."),
        { Act: Act.Ask } => ChatText.Line($"Pertanyaan dikirim kepada penulis."),
        { Act: Act.Answer } => ChatText.Line($"Jawaban Anda tampil pada kartu peninjau."),
        { Act: Act.AcceptEdit } => ChatText.Line($"Suntingan Kominfo Anda terima."),
        { Act: Act.ContestEdit } => ChatText.Line($"Keberatan Anda tampil pada kartu peninjau."),
        { Act: Act.SendBack } => ChatText.Line($"Dikembalikan ke Kominfo."),
        { Act: Act.Reopen } => ChatText.Line($"Dibuka lagi; naskah kembali ditinjau."),
        { Act: Act.Classify } => ChatText.Line($"Kelas informasi diubah."),
        { Act: Act.TakeBack } => ChatText.Line($"Persetujuan dibatalkan; naskah kembali ke evaluasi."),
        { Act: Act.Retract } => ChatText.Line($"Dicabut dari portal."),
        { Act: Act.Return } => ChatText.Line($"Dikembalikan kepada pengirim."),
        { Act: Act.Reject } => ChatText.Line($"Ditolak."),
        _ => ChatText.Line($"Tercatat."),
    };

    public static StyledText Tercatat(string number, Outcome.Moved moved) => ChatText.Of($"<b>{number}</b>: {Jawaban(moved)}");

    /// <summary>An event of the audit chain as something that was done.</summary>
    public static string Perbuatan(string act) => act switch
    {
        nameof(Act.Submit) => ChatText.Line($"dikirim"),
        nameof(Act.Endorse) => ChatText.Line($"disetujui (evaluasi)"),
        nameof(Act.Return) => ChatText.Line($"dikembalikan"),
        nameof(Act.Reject) => ChatText.Line($"ditolak"),
        nameof(Act.TakeBack) => ChatText.Line($"persetujuan dibatalkan"),
        nameof(Act.Retract) => ChatText.Line($"dicabut"),
        nameof(Act.Approve) => ChatText.Line($"disetujui terbit"),
        nameof(Act.Publish) => ChatText.Line($"diterbitkan"),
        nameof(Act.FailPublishing) => ChatText.Line($"gagal terbit"),
        nameof(Act.Withdraw) => ChatText.Line($"ditarik"),
        nameof(Act.Discard) => ChatText.Line($"dihapus"),
        nameof(Act.Answer) => ChatText.Line($"pertanyaan dijawab"),
        nameof(Act.AcceptEdit) => ChatText.Line($"suntingan diterima"),
        nameof(Act.ContestEdit) => ChatText.Line($"keberatan atas suntingan"),
        nameof(Act.Copy) => ChatText.Line($"disalin menjadi draf baru"),
        nameof(Act.Agree) => ChatText.Line($"disetujui kepala SKPD"),
        nameof(Act.Claim) => ChatText.Line($"mulai disunting"),
        nameof(Act.TakeOver) => ChatText.Line($"penyuntingan diambil alih"),
        nameof(Act.Edit) => ChatText.Line($"disunting"),
        nameof(Act.Ask) => ChatText.Line($"ditanyakan kepada penulis"),
        nameof(Act.Classify) => ChatText.Line($"kelas informasi diubah"),
        nameof(Act.SendBack) => ChatText.Line($"dikembalikan ke Kominfo"),
        nameof(Act.Reopen) => ChatText.Line($"dibuka lagi"),
        nameof(Act.Schedule) => ChatText.Line($"dijadwalkan"),
        nameof(Act.Reschedule) => ChatText.Line($"dijadwalkan ulang"),
        nameof(Act.Unschedule) => ChatText.Line($"jadwal dibatalkan"),
        nameof(Act.PublishUrgently) => ChatText.Line($"diterbitkan serta-merta"),
        nameof(Act.Supersede) => ChatText.Line($"digantikan edisi baru"),
        nameof(Act.Revise) => ChatText.Line($"koreksi dimulai"),
        nameof(Act.FixSpelling) => ChatText.Line($"ralat ejaan dibuat"),
        nameof(Act.PublishFix) => ChatText.Line($"ralat ejaan diterbitkan"),
        nameof(Act.RequestCorrection) => ChatText.Line($"koreksi diminta"),
        nameof(Act.RequestRetraction) => ChatText.Line($"pencabutan diminta"),
        nameof(Act.DeclineRequest) => ChatText.Line($"permintaan tidak dipenuhi"),
        nameof(Act.TakeOverCorrection) => ChatText.Line($"draf koreksi diambil alih"),
        nameof(Act.PullNow) => ChatText.Line($"dicabut segera"),
        nameof(Act.Confirm) => ChatText.Line($"dibenarkan orang kedua"),
        "Appoint" => ChatText.Line($"diangkat"),
        "Export" => ChatText.Line($"mengekspor data"),
        "Revoke" => ChatText.Line($"peran dicabut"),
        _ => act,
    };
}
