using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said while a reviewer edits a text.</summary>
public static class SuntingTeks
{
    public static StyledText Menu(string number, string until, StyledText? difference)
        => ChatText.Of($"✎ <b>{number}</b> di tangan Anda sampai pukul {until}.\nPilih bagian yang diubah, atau kirim <b>kata lama → kata baru</b>.{Perubahan(difference)}");

    private static StyledText Perubahan(StyledText? difference)
        => difference is null || difference.IsEmpty ? ChatText.Of($"\n\nBelum ada perubahan.") : ChatText.Of($"\n\n<b>Perubahan Anda</b>\n{difference}");

    public static StyledText TulisJudul(string title) => ChatText.Of($"Kirim judul yang baru. Yang sekarang:\n<code>{title}</code>");

    public static StyledText TulisIsi() => ChatText.Of($"Kirim <b>isi</b> yang baru seluruhnya (boleh beberapa pesan), lalu tekan Selesai. Isi yang sekarang ada di atas untuk disalin.");

    public static StyledText IsiDiterima(int messages, int words) => ChatText.Of($"Diterima: {messages} pesan, {words} kata.");

    /// <param name="captions">Of each photo in their order.</param>
    public static StyledText Urutan(IReadOnlyList<string?> captions) => ChatText.Of($"Foto mana yang menjadi foto utama?\n{MenulisTeks.DaftarFoto(captions)}");

    /// <param name="captions">Of each photo in their order.</param>
    public static StyledText KeluarkanFoto(IReadOnlyList<string?> captions) => ChatText.Of($"Foto mana yang tidak ikut terbit?\n{MenulisTeks.DaftarFoto(captions)}");

    public static StyledText PilihKategori() => ChatText.Of($"Pilih <b>kategori</b>:");

    public static StyledText KataTidakAda(string word) => ChatText.Of($"“{word}” tidak ada dalam naskah. Mohon salin persis seperti tertulis.");

    public static StyledText KataDiganti(int count) => ChatText.Of($"{count} tempat diganti.");

    public static StyledText PilihBagian() => ChatText.Of($"Tekan bagian yang hendak diubah, atau kirim <b>kata lama → kata baru</b>.");

    public static StyledText Tersimpan(string number) => ChatText.Of($"✎ Suntingan <b>{number}</b> tersimpan. Penulis dan peninjau lain menerima perubahannya.");

    public static StyledText Dilepas(string number) => ChatText.Of($"<b>{number}</b> dilepas tanpa perubahan.");

    public const string BelumBerubah = "Belum ada yang berubah.";
}
