using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>What AdminPortal hears when inviting.</summary>
public static class UndangTeks
{
    public static StyledText SebagaiApa() => ChatText.Of($"Undang sebagai apa?");

    public static StyledText SkpdMana(string role, int count, string page) => count == 0
        ? ChatText.Of($"Tidak ada SKPD yang cocok. Ketik sebagian namanya atau kodenya.")
        : ChatText.Of($"<b>{role}</b> untuk SKPD mana? Pilih, atau ketik sebagian namanya.{page}");

    public static StyledText SkpdTidakAda(string code) => ChatText.Of($"SKPD {code} tidak ada dalam daftar. Mulai lagi dengan /undang.");

    public static StyledText TanyaNama(HeldRole role) => ChatText.Of($"<b>{Jabatan.Nama(role)}</b>. Nama resminya, seperti dalam surat penunjukan?");

    public static StyledText TanyaNip() => ChatText.Of($"NIP-nya (18 angka)?");

    public static StyledText TanyaSurat() => ChatText.Of($"Nomor surat penunjukannya?");

    public static StyledText TanyaTanggalSurat() => ChatText.Of($"Tanggal suratnya? Misalnya 30-11-2026.");

    public static StyledText TanyaSampai() => ChatText.Of($"Masa tugasnya sampai dan termasuk tanggal berapa? Lewati bila tidak dibatasi.");

    public static StyledText Tautan(HeldRole role, string? name, string link, string until)
        => ChatText.Of($"Undangan untuk <b>{Jabatan.Nama(role)}</b>{(name is null ? "" : $" ({name})")}. Teruskan kepada orangnya; berlaku sekali, sampai {until}:\n{link}");

    public static StyledText Terbuka(int count, string page) => StyledText.Plain(count == 0
        ? ChatText.Line($"Tidak ada undangan yang menunggu.")
        : ChatText.Line($"{count} undangan belum dipakai.{page} Tekan satu untuk melihat atau membatalkannya."));

    public static StyledText Satu(OfficeTime office, Invitation invitation, string? by)
    {
        var text = ChatText.Of($"Undangan untuk <b>{Jabatan.Nama(new HeldRole(invitation.Role, invitation.SkpdCode))}</b>\nDibuat {office.Tanggal(invitation.CreatedAt)} {(by is null ? "lewat mesin server" : $"oleh {by}")}\nBerlaku sampai {office.Tanggal(invitation.ExpiresAt)}");
        if (invitation.OfficialName is { } name) text = ChatText.Of($"{text}\nNama: {name}");
        if (invitation.Nip is { } nip) text = ChatText.Of($"{text}\nNIP: {nip}");
        if (invitation.LetterNumber is { } letter) text = ChatText.Of($"{text}\nSurat: {letter}{(invitation.LetterDate is { } date ? $", {Saat.Pendek(date)}" : "")}");
        return invitation.Until is { } until ? ChatText.Of($"{text}\nMasa tugas sampai {Saat.Pendek(office.LastDay(until))}") : text;
    }

    public static StyledText BatalkanYakin(string label) => ChatText.Of($"Batalkan undangan <b>{label}</b>? Tautannya langsung tidak berlaku.");

    public const string Dibatalkan = "Undangan dibatalkan.";

    public const string TidakTerbuka = "Undangan ini sudah dipakai, dibatalkan, atau kedaluwarsa.";

    /// <summary>To AdminPortal and whoever invited.</summary>
    public static StyledText Dipakai(string name, HeldRole role, string? invitedBy, int admins)
        => ChatText.Of($"<b>{name}</b> menerima undangan sebagai <b>{Jabatan.Nama(role)}</b>{(invitedBy is null ? "" : $" (dari {invitedBy})")}.{(role.Role == Role.AdminSkpd && admins < 2 ? $" {role.SkpdCode} sekarang punya {admins} admin; dianjurkan dua." : "")}");
}
