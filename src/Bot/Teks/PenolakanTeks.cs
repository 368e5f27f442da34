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
        Refusal.OtherAuthor => "Naskah ini dimulai orang lain; hanya penulisnya atau admin SKPD yang dapat mengubahnya.",
        Refusal.NotYet => "Naskah ini belum sampai pada tahap itu.",
        Refusal.Decided { Last: { } last } decided => $"Naskah ini {KeadaanTeks.Sudah(decided.State)} oleh {Jabatan.Oleh(last.ActorName, last.Capacity)} pukul {office.Kapan(last.At, now)}.",
        Refusal.Decided decided => $"Naskah ini {KeadaanTeks.Sudah(decided.State)}.",
        Refusal.Outdated => "Naskah sudah berubah sejak kartu ini dibuat. Kartunya sudah saya perbarui.",
        Refusal.Own => "Anda menulis naskah ini, jadi harus orang lain yang menyetujui.",
        Refusal.Editor => "Anda menyunting naskah ini, jadi harus orang lain yang menyetujui terbitnya.",
        Refusal.Endorser => "Anda yang mengevaluasi naskah ini, jadi harus orang lain yang menyetujui terbitnya.",
        Refusal.NotTheEndorser => "Hanya yang menyetujui yang dapat membatalkan persetujuannya. Gunakan Kembalikan bila naskah perlu diperbaiki.",
        Refusal.WithoutReason => "Mohon tulis alasannya dahulu.",
        Refusal.InHandOf held => $"Naskah sedang disunting oleh {held.Name} sampai pukul {office.Kapan(held.Until, now)}.",
        Refusal.NotInHand { Held: { } held } => $"Penyuntingan sudah diambil alih oleh {held.Name}. Suntingan Anda belum tersimpan; mohon hubungi yang bersangkutan.",
        Refusal.NotInHand => "Waktu menyunting sudah habis. Tekan Sunting untuk mulai lagi.",
        Refusal.NotAsked => "Tidak ada pertanyaan yang menunggu jawaban.",
        Refusal.NotEdited => "Tidak ada suntingan yang menunggu tanggapan Anda.",
        Refusal.LaterEdition later => $"Sudah ada edisi yang lebih baru dari berita ini; edisi itu {KeadaanTeks.Sudah(later.State)}.",
        Refusal.NotRequested => "Tidak ada permintaan yang menunggu jawaban pada berita ini.",
        Refusal.NoDraft => "Tidak ada draf koreksi orang lain yang dapat diambil alih.",
        Refusal.NoLookOwed => "Tidak ada yang perlu diperiksa lagi pada berita ini.",
        Refusal.OwnException => "Anda sendiri yang melakukannya, jadi harus orang lain yang memeriksa.",
        Refusal.WithoutNote => "Koreksi perlu catatan ralat yang akan dibaca publik. Mohon ditulis dahulu.",
        Refusal.TimeNotAhead { At: { } at } => $"Waktu {office.Kapan(at, now)} sudah lewat. Mohon pilih waktu yang akan datang.",
        Refusal.TimeNotAhead => "Mohon pilih waktu yang akan datang.",
        Refusal.WrongLane { Lane: Lane.Fast } => "Ini ralat ejaan; cukup disetujui atau ditolak Kabid.",
        Refusal.WrongLane => "Ini naskah biasa, bukan ralat ejaan. Gunakan Setujui pada kartunya.",
        Refusal.NotSmall small => SmallSentence(small),
        Refusal.Unchanged => "Naskah belum berubah. Mohon diperbaiki, atau tekan Jawab untuk menulis tanggapan.",
        Refusal.Blocked blocked => string.Join(" ", blocked.Findings.Select(TemuanTeks.Kalimat)),
        Refusal.Unacknowledged warned => TemuanTeks.Daftar(warned.Findings),
        Refusal.PhotosFailed photos => $"Foto {string.Join(", ", photos.Positions)} tidak dapat diolah, jadi belum bisa terbit. Mohon kembalikan agar fotonya diganti.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without a sentence."),
    };

    private static string SmallSentence(Refusal.NotSmall small) => small.Fault switch
    {
        SmallChangeFault.Nothing => "Belum ada yang berubah.",
        SmallChangeFault.Title => "Judul tidak dapat diubah lewat ralat ejaan. Gunakan Buat koreksi.",
        SmallChangeFault.Number => "Angka tidak dapat diubah lewat ralat ejaan. Gunakan Buat koreksi.",
        SmallChangeFault.Name => "Nama tidak dapat diubah lewat ralat ejaan. Gunakan Buat koreksi.",
        SmallChangeFault.TooManyWords => $"Perubahan {small.Words} kata; ralat ejaan paling banyak {small.Limit} kata. Gunakan Buat koreksi.",
        _ => "Foto, kategori, tempat, dan tanggal tidak dapat diubah lewat ralat ejaan. Gunakan Buat koreksi.",
    };
}
