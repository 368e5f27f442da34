using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What AdminPortal reads in the register of people, and what people hear about their roles.</summary>
public static class AnggotaTeks
{
    public static StyledText MasaTugasBerakhir(string role) => ChatText.Of($"Masa tugas Anda sebagai <b>{role}</b> sudah berakhir. Bila seharusnya diperpanjang, mohon hubungi Dinas Kominfo.");

    public static StyledText KabarMasaTugasBerakhir(string name, string role) => ChatText.Of($"Masa tugas <b>{name}</b> sebagai {role} sudah berakhir. Untuk mengangkat lagi: /undang");

    public static StyledText NipKeliru(string typed) => StyledText.Plain($"NIP terdiri atas 18 angka; “{ChatText.Cut(typed, 40)}” bukan NIP. Mohon periksa lagi.");
}
