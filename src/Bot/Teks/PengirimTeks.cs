using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What the author of an item hears about it.</summary>
public static class PengirimTeks
{
    public static StyledText LolosEvaluasi(string number, string who) => ChatText.Of($"✔ <b>{number}</b> disetujui {who}. Sekarang menunggu persetujuan Kadis.");

    public static StyledText Terbit(string number, string title, string link) => ChatText.Of($"✔ <b>{number}</b> sudah terbit: {title}\n{link}");

    public static StyledText AkanTerbit(string number, string who) => ChatText.Of($"✔ <b>{number}</b> disetujui terbit oleh {who}; fotonya sedang disiapkan, sebentar lagi terbit.");

    public static StyledText GagalTerbit(string number, string reason) => ChatText.Of($"⚠ <b>{number}</b> sudah disetujui tetapi belum dapat terbit: {reason}");

    public static StyledText Dikembalikan(string number, string? reason, string who) => ChatText.Of($"↩ <b>{number}</b> dikembalikan: “{reason}” — {who}");

    public static StyledText Ditolak(string number, string? reason, string who) => ChatText.Of($"✖ <b>{number}</b> ditolak: “{reason}” — {who}");

    public static StyledText DievaluasiLagi(string number, string who) => ChatText.Of($"↶ <b>{number}</b> dievaluasi lagi: {who} membatalkan persetujuannya.");

    public static StyledText Dicabut(string number, string? reason, string who) => ChatText.Of($"✖ <b>{number}</b> dicabut dari portal: “{reason}” — {who}");

    public static StyledText Ditarik(string number) => ChatText.Of($"↶ <b>{number}</b> ditarik kembali. Peninjau sudah diberi tahu.");

    public static StyledText TarikYakin(string number) => ChatText.Of($"Tarik kembali <b>{number}</b>? Naskah ini tidak akan diproses lagi.");

    public static StyledText TulisJawaban(string number) => ChatText.Of($"Tulis jawaban Anda untuk <b>{number}</b>; akan tampil pada kartu peninjau.");

    public static StyledText JawabanPanjang(int length, int limit)
        => StyledText.Plain(length == 0 ? ChatText.Line($"Jawabannya belum terbaca. Mohon tulis dalam satu pesan.") : ChatText.Line($"Jawaban terlalu panjang ({length} karakter, batas {limit}). Mohon dipersingkat; yang panjang lebih baik masuk ke isi naskah."));

    public static StyledText JawabanBukanFoto() => ChatText.Of($"Jawaban ditulis dengan kata-kata, jadi kiriman ini belum saya simpan. Silakan tulis jawabannya; untuk menambah foto, tekan Batal lalu Perbaiki.");

    public static StyledText FotoGagal(string name, string reason, string? number) => ChatText.Of($"⚠ {name}{(number is null ? "" : $" pada {number}")} tidak dapat diolah: {reason} Mohon kirim foto lain.");

    public static StyledText DaftarDraf(int count) => count == 0 ? ChatText.Of($"Tidak ada draf.") : ChatText.Of($"{count} draf dan naskah yang dikembalikan. Pilih untuk melanjutkan:");

    public static StyledText DaftarStatus(IReadOnlyList<Edition> editions, OfficeTime office, DateTimeOffset now)
    {
        if (editions.Count == 0) return ChatText.Of($"Belum ada naskah yang dikirim.");
        var text = ChatText.Of($"<b>Naskah terakhir</b>");
        foreach (var edition in editions)
            text = ChatText.Of($"{text}\n\n<b>{edition.Item!.Number}</b> · {KeadaanTeks.Kini(edition.State)} · {office.Kapan(edition.ChangedAt, now)}\n{NewsDesk.CurrentContent(edition).Title}");
        return text;
    }
}
