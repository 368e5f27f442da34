using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Teks;

/// <summary>What AdminPortal hears when inviting.</summary>
public static class UndangTeks
{
    public static StyledText SebagaiApa() => StyledText.Plain("Undang sebagai apa?");

    public static StyledText SkpdMana(string role) => ChatText.Of($"<b>{role}</b> untuk SKPD mana?");

    public static StyledText SkpdTidakAda(string code) => StyledText.Plain($"SKPD {code} tidak ada dalam daftar. Mulai lagi dengan /undang.");

    public static StyledText Tautan(HeldRole role, string link, string until)
        => ChatText.Of($"Undangan untuk <b>{Jabatan.Nama(role)}</b>. Teruskan kepada orangnya; berlaku sekali, sampai {until}:\n{link}");
}
