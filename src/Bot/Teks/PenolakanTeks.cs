using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>Refusals in words; alerts of a press hold at most 200 characters.</summary>
public static class PenolakanTeks
{
    public static string Kalimat(Refusal refusal, OfficeTime office, DateTimeOffset now) => refusal switch
    {
        Refusal.RoleMissing { Held: [] } => "Anda tidak terdaftar untuk tugas ini.",
        Refusal.RoleMissing role => $"Ini tugas {string.Join(" atau ", role.Needed.Select(Jabatan.Nama))}. Anda terdaftar sebagai {string.Join(" dan ", role.Held.Select(Jabatan.Nama))}.",
        Refusal.OtherSkpd other => $"Naskah ini milik {other.SkpdCode}; hanya admin SKPD itu yang dapat mengubahnya.",
        Refusal.NotYet => "Naskah ini belum sampai pada tahap itu.",
        Refusal.Decided { Last: { } last } decided => $"Naskah ini {Keadaan(decided.State)} oleh {Jabatan.Oleh(last.ActorName, last.Capacity)} pukul {office.Kapan(last.At, now)}.",
        Refusal.Decided decided => $"Naskah ini {Keadaan(decided.State)}.",
        Refusal.Outdated => "Naskah sudah berubah sejak kartu ini dibuat. Kartunya sudah saya perbarui.",
        Refusal.Own => "Anda menulis naskah ini, jadi harus orang lain yang menyetujui.",
        Refusal.Endorser => "Anda yang mengevaluasi naskah ini, jadi harus orang lain yang menyetujui terbitnya.",
        Refusal.NotTheEndorser => "Hanya yang menyetujui yang dapat membatalkan persetujuannya. Gunakan Kembalikan bila naskah perlu diperbaiki.",
        Refusal.WithoutReason => "Mohon tulis alasannya dahulu.",
        Refusal.Unchanged => "Naskah belum berubah. Mohon diperbaiki, atau tekan Jawab untuk menulis tanggapan.",
        Refusal.Blocked blocked => string.Join(" ", blocked.Findings.Select(TemuanTeks.Kalimat)),
        Refusal.Unacknowledged warned => TemuanTeks.Daftar(warned.Findings),
        Refusal.PhotosFailed photos => $"Foto {string.Join(", ", photos.Positions)} tidak dapat diolah, jadi belum bisa terbit. Mohon kembalikan agar fotonya diganti.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without a sentence."),
    };

    /// <summary>A state as something that was done to the text.</summary>
    public static string Keadaan(EditionState state) => state switch
    {
        EditionState.Draft => "masih berupa draf",
        EditionState.AwaitingHead => "menunggu kepala SKPD",
        EditionState.InReview => "sudah dikirim",
        EditionState.Endorsed => "sudah disetujui",
        EditionState.Scheduled => "sudah disetujui terbit",
        EditionState.PublishFailed => "gagal diterbitkan",
        EditionState.Published => "sudah diterbitkan",
        EditionState.Returned => "sudah dikembalikan",
        EditionState.Rejected => "sudah ditolak",
        EditionState.Withdrawn => "sudah ditarik",
        EditionState.Retracted => "sudah dicabut",
        EditionState.Discarded => "sudah dihapus",
        _ => state.ToString(),
    };
}
