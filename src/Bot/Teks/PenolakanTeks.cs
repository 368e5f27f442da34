using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>Refusals in words; alerts of a press hold at most 200 characters.</summary>
public static class PenolakanTeks
{
    public static string Kalimat(Refusal refusal, OfficeTime office, DateTimeOffset now) => refusal switch
    {
        Refusal.RoleMissing { Held: [] } => ChatText.Line($"Anda tidak terdaftar untuk tugas ini."),
        Refusal.RoleMissing role => ChatText.Line($"Ini tugas {string.Join(" atau ", role.Needed.Select(Jabatan.Nama))}. Anda terdaftar sebagai {string.Join(" dan ", role.Held.Select(Jabatan.Nama))}."),
        Refusal.OtherSkpd other => ChatText.Line($"Naskah ini milik {other.SkpdCode}; hanya admin SKPD itu yang dapat mengubahnya."),
        Refusal.OtherAuthor => ChatText.Line($"Naskah ini dimulai orang lain; hanya penulisnya atau admin SKPD yang dapat mengubahnya."),
        Refusal.NotYet => ChatText.Line($"Naskah ini belum sampai pada tahap itu."),
        Refusal.Decided { Last: { } last } decided => ChatText.Line($"Naskah ini {KeadaanTeks.Sudah(decided.State)} oleh {Jabatan.Oleh(last.ActorName, last.Capacity)} pukul {office.Kapan(last.At, now)}."),
        Refusal.Decided decided => ChatText.Line($"Naskah ini {KeadaanTeks.Sudah(decided.State)}."),
        Refusal.Outdated => ChatText.Line($"Naskah sudah berubah sejak kartu ini dibuat. Kartunya sudah saya perbarui."),
        Refusal.Own => ChatText.Line($"Anda menulis naskah ini, jadi harus orang lain yang menyetujui."),
        Refusal.Editor => ChatText.Line($"Anda menyunting naskah ini, jadi harus orang lain yang menyetujui terbitnya."),
        Refusal.Endorser => ChatText.Line($"Anda yang mengevaluasi naskah ini, jadi harus orang lain yang menyetujui terbitnya."),
        Refusal.NotTheEndorser => ChatText.Line($"Hanya yang menyetujui yang dapat membatalkan persetujuannya. Gunakan Kembalikan bila naskah perlu diperbaiki."),
        Refusal.WithoutReason => ChatText.Line($"Mohon tulis alasannya dahulu."),
        Refusal.InHandOf held => ChatText.Line($"Naskah sedang disunting oleh {held.Name} sampai pukul {office.Kapan(held.Until, now)}."),
        Refusal.NotInHand { Held: { } held } => ChatText.Line($"Penyuntingan sudah diambil alih oleh {held.Name}. Suntingan Anda belum tersimpan; mohon hubungi yang bersangkutan."),
        Refusal.NotInHand => ChatText.Line($"Waktu menyunting sudah habis. Tekan Sunting untuk mulai lagi."),
        Refusal.NotInOthersHand => ChatText.Line($"Naskah ini tidak sedang disunting orang lain. Tekan Sunting untuk menyuntingnya."),
        Refusal.NotAsked => ChatText.Line($"Tidak ada pertanyaan yang menunggu jawaban."),
        Refusal.NotEdited => ChatText.Line($"Tidak ada suntingan yang menunggu tanggapan Anda."),
        Refusal.LaterEdition later => ChatText.Line($"Sudah ada edisi yang lebih baru dari berita ini; edisi itu {KeadaanTeks.Sudah(later.State)}."),
        Refusal.NotRequested => ChatText.Line($"Tidak ada permintaan yang menunggu jawaban pada berita ini."),
        Refusal.NoDraft => ChatText.Line($"Tidak ada draf koreksi orang lain yang dapat diambil alih."),
        Refusal.NoLookOwed => ChatText.Line($"Tidak ada yang perlu diperiksa lagi pada berita ini."),
        Refusal.OwnException => ChatText.Line($"Anda sendiri yang melakukannya, jadi harus orang lain yang memeriksa."),
        Refusal.WithoutNote => ChatText.Line($"Koreksi perlu catatan ralat yang akan dibaca publik. Mohon ditulis dahulu."),
        Refusal.TimeNotAhead { At: { } at } => ChatText.Line($"Waktu {office.Kapan(at, now)} sudah lewat. Mohon pilih waktu yang akan datang."),
        Refusal.TimeNotAhead => ChatText.Line($"Mohon pilih waktu yang akan datang."),
        Refusal.WrongLane { Lane: Lane.Fast } => ChatText.Line($"Ini ralat ejaan; cukup disetujui atau ditolak Kabid."),
        Refusal.WrongLane => ChatText.Line($"Ini naskah biasa, bukan ralat ejaan. Gunakan Setujui pada kartunya."),
        Refusal.NotSmall small => SmallSentence(small),
        Refusal.Unchanged => ChatText.Line($"Naskah belum berubah. Mohon diperbaiki, atau tekan Jawab untuk menulis tanggapan."),
        Refusal.Blocked blocked => string.Join(" ", blocked.Findings.Select(TemuanTeks.Kalimat)),
        Refusal.Unacknowledged warned => TemuanTeks.Daftar(warned.Findings),
        Refusal.PhotosFailed photos => ChatText.Line($"Foto {string.Join(", ", photos.Positions)} tidak dapat diolah, jadi belum bisa terbit. Mohon kembalikan agar fotonya diganti."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without a sentence."),
    };

    private static string SmallSentence(Refusal.NotSmall small) => small.Fault switch
    {
        SmallChangeFault.Nothing => ChatText.Line($"Belum ada yang berubah."),
        SmallChangeFault.Title => ChatText.Line($"Judul tidak dapat diubah lewat ralat ejaan. Gunakan Buat koreksi."),
        SmallChangeFault.Number => ChatText.Line($"Angka tidak dapat diubah lewat ralat ejaan. Gunakan Buat koreksi."),
        SmallChangeFault.Name => ChatText.Line($"Nama tidak dapat diubah lewat ralat ejaan. Gunakan Buat koreksi."),
        SmallChangeFault.TooManyWords => ChatText.Line($"Perubahan {small.Words} kata; ralat ejaan paling banyak {small.Limit} kata. Gunakan Buat koreksi."),
        _ => ChatText.Line($"Foto, kategori, tempat, dan tanggal tidak dapat diubah lewat ralat ejaan. Gunakan Buat koreksi."),
    };
}
