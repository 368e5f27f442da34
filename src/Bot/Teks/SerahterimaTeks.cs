using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said when an admin of an SKPD hands over.</summary>
public static class SerahterimaTeks
{
    public static StyledText SkpdMana() => ChatText.Of($"Serah terima untuk SKPD mana?");

    public static StyledText TanyaNama(string skpd) => ChatText.Of($"Serah terima admin <b>{skpd}</b>. Nama resmi rekan yang melanjutkan?");

    public static StyledText TanyaAkhir(string? name, string skpd)
        => ChatText.Of($"Saat {(name ?? "rekan Anda")} menerima undangannya, apakah tugas Anda sebagai admin {skpd} berakhir? Draf yang terbuka tetap milik SKPD dan dapat dilanjutkan rekan Anda.");

    public static StyledText Tautan(string? name, string skpd, string link, string until, bool ends)
        => ChatText.Of($"Undangan admin <b>{skpd}</b>{(name is null ? "" : $" untuk {name}")}. Teruskan kepada orangnya; berlaku sekali, sampai {until}.{(ends ? " Begitu diterima, tugas Anda di SKPD itu berakhir." : "")}\n{link}");

    public static StyledText Kabar(string from, string skpd, bool ends)
        => ChatText.Of($"<b>{from}</b> memulai serah terima admin {skpd}{(ends ? "; tugasnya berakhir begitu penggantinya menerima undangan" : " dengan mengundang rekan")}. Undangannya dapat dibatalkan lewat /undang.");

    public static StyledText SkpdDitutup(string skpd) => ChatText.Of($"SKPD {skpd} sedang ditutup, jadi tidak dapat mengundang admin. Mohon hubungi Dinas Kominfo.");

    /// <summary>To who handed over, when it is done.</summary>
    public static StyledText Selesai(string to, string skpd) => ChatText.Of($"<b>{to}</b> sudah menerima tugas admin {skpd}; tugas Anda di SKPD itu berakhir. Terima kasih atas kerja samanya.");
}
