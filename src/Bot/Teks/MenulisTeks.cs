using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What an SKPD admin hears while writing.</summary>
public static class MenulisTeks
{
    public static StyledText TanyaSkpd() => ChatText.Of($"Berita ini untuk SKPD mana?");

    public static StyledText TanyaJudul(int minimum, int maximum) => ChatText.Of($"<b>Judul</b> beritanya apa? ({minimum}–{maximum} karakter)");

    public static StyledText TanyaIsi() => ChatText.Of($"Baik. Sekarang <b>isi</b> beritanya. Boleh beberapa pesan; tekan Selesai bila sudah lengkap.");

    public static StyledText IsiDiterima(int messages, int words, int photos)
        => ChatText.Of($"Diterima: {messages} pesan, {words} kata{(photos > 0 ? $", {photos} foto" : "")}. Tekan Selesai bila isinya sudah lengkap.");

    public static StyledText TanyaFoto() => ChatText.Of($"<b>Foto</b> kegiatan: kirim satu atau lebih (JPEG/PNG/WebP, maks. 20 MB). Keterangan foto ditulis di caption, boleh diakhiri pemotretnya: (Foto: nama).");

    public static StyledText FotoDiterima(int photos, int silent)
        => ChatText.Of($"{photos} foto diterima.{(silent > 0 ? $" {silent} belum berketerangan." : "")} Tekan Selesai bila sudah semua.");

    public static StyledText TanyaKeterangan(int position, string name) => ChatText.Of($"Keterangan untuk <b>foto {position}</b> ({name})?");

    /// <param name="captions">Of each photo in their order.</param>
    public static StyledText FotoYangMana(IReadOnlyList<string?> captions)
        => ChatText.Of($"Foto yang mana?\n{DaftarFoto(captions)}");

    /// <summary>The photos by their numbers, as their captions tell them apart.</summary>
    internal static string DaftarFoto(IReadOnlyList<string?> captions)
        => ChatText.Cut(string.Join('\n', captions.Select((caption, at) => $"{at + 1}. {(at == 0 ? ChatText.Line($"Foto utama:") + " " : "")}{ChatText.Cut(caption ?? ChatText.Line($"belum berketerangan"), 80)}")), 2000);

    public static StyledText FotoIni(int position, int count, string? caption)
        => ChatText.Of($"<b>Foto {position}</b> dari {count}{(position == 1 ? ", foto utama" : "")}\n{caption ?? "Belum berketerangan."}");

    public static StyledText KeteranganBaru(int position, string? now)
        => now is null ? ChatText.Of($"Tulis keterangan foto {position}.") : ChatText.Of($"Kirim keterangan foto {position} yang baru. Yang sekarang:\n<code>{now}</code>");

    public static StyledText TanyaKategori() => ChatText.Of($"Pilih <b>kategori</b>:");

    public static StyledText PilihDenganTombol() => ChatText.Of($"Silakan pilih kategori dengan tombol di atas.");

    public static StyledText TungguFoto() => ChatText.Of($"Saya menunggu foto. Bila sudah semua, tekan Selesai.");

    public static StyledText JudulBaru(string? now) => now is null ? ChatText.Of($"Kirim <b>judul</b>-nya.") : ChatText.Of($"Judul sekarang:\n<code>{now}</code>\nKirim judul yang baru.");

    public static StyledText IsiBaru() => ChatText.Of($"Di atas isi yang sekarang; dapat disalin. Kirim <b>isi yang baru</b> (boleh beberapa pesan), lalu Selesai. Kembali: isi lama tetap.");

    public static StyledText TeksUntukApa() => ChatText.Of($"Naskah ini sudah berisi. Teks barusan untuk apa?");

    public static StyledText LangkahSelesai() => ChatText.Of($"Langkah ini sudah selesai.");

    public static StyledText Pratinjau(string? title, StyledText body, string? category, int photos, int words, string findings, string? returned)
    {
        var top = returned is null ? StyledText.Empty : ChatText.Of($"↩ <b>Dikembalikan:</b> {returned}\n\n");
        var heading = title is null ? ChatText.Of($"<i>Judul belum ada</i>") : ChatText.Of($"<b>{title}</b>");
        var text = ChatText.Of($"{top}{heading}\n\n{Awal(body)}\n\n{category ?? "Tanpa kategori"} · {(photos == 0 ? "tanpa foto" : $"{photos} foto")} · {words} kata");
        return findings.Length == 0 ? text : ChatText.Of($"{text}\n\n{findings}");
    }

    public static StyledText Peringatan(string findings) => ChatText.Of($"<b>Sebelum dikirim, mohon dilihat:</b>\n{findings}\n\nKirim apa adanya, atau perbaiki dahulu?");

    public static StyledText PilihEjaan(int count, int shown)
        => ChatText.Of($"{count} ejaan yang tidak baku{(count > shown ? $"; {shown} yang pertama" : "")}. Tekan yang ingin diperbaiki.");

    /// <param name="week">How the SKPD's week stands.</param>
    public static StyledText Terkirim(string number, string week) => ChatText.Of($"Terkirim ke Kominfo: <b>{number}</b>. {week} Kami kabari di sini.");

    public static StyledText TerkirimKeKepala(string number) => ChatText.Of($"Terkirim: <b>{number}</b>, menunggu persetujuan kepala SKPD. Kami kabari di sini.");

    public static StyledText DrafDihapus() => ChatText.Of($"Draf dihapus.");

    public static StyledText HapusDraf() => ChatText.Of($"Hapus draf ini? Teks dan fotonya tidak dapat dikembalikan.");

    public static StyledText HapusFoto(int count) => StyledText.Plain(count == 1 ? ChatText.Line($"Hapus foto ini dari draf?") : ChatText.Line($"Hapus {count} foto dari draf ini?"));

    public static StyledText DrafDisimpan() => ChatText.Of($"Baik. Yang sudah ditulis tersimpan sebagai draf; lanjutkan kapan saja lewat /draf.");

    /// <summary>A message of a sent text was edited: the text that the reviewers have is as it was.</summary>
    public static StyledText SudahTerkirim(string number)
        => ChatText.Of($"Pesan itu bagian dari <b>{number}</b> yang sudah dikirim; naskah yang ditinjau tidak ikut berubah. Perubahannya saya simpan: tarik kembali dan kirim ulang, atau biarkan; bila naskah dikembalikan, perubahan itu sudah ada di drafnya.");

    public static StyledText SudahTerbit(string number) => ChatText.Of($"Pesan itu bagian dari <b>{number}</b> yang sudah terbit; berita di portal tidak ikut berubah. Bila perlu dibetulkan, buat koreksinya.");

    public static StyledText SudahSelesai(string number, string state) => ChatText.Of($"Pesan itu bagian dari <b>{number}</b> yang {state}; naskahnya tidak ikut berubah.");

    public const string TarikDanUbah = "Tarik kembali dan ubah";

    public static StyledText TidakAdaDraf() => ChatText.Of($"Draf itu sudah tidak ada.");

    /// <summary>The beginning of a body, for a preview.</summary>
    public static StyledText Awal(StyledText body)
    {
        const int most = 600;
        if (body.IsEmpty) return ChatText.Of($"<i>Isi belum ada</i>");
        if (body.Text.Length <= most) return body;
        var cut = body.Text.LastIndexOf(' ', most);
        if (cut < most / 2) cut = char.IsHighSurrogate(body.Text[most - 1]) ? most - 1 : most;
        return ChatText.Of($"{body.Slice(0, cut)} …");
    }
}
