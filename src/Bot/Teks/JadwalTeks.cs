using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said about a publication at a time to come.</summary>
public static class JadwalTeks
{
    public const string Kapan = "Terbit kapan? Pilih waktunya, atau ketik misalnya “besok 07.30” atau “27/11 09.00”.";

    public const string HariApa = "Terbit hari apa?";

    public static string PukulBerapa(DateOnly day) => ChatText.Line($"{Saat.Hari(day)}, pukul berapa? Waktu lain dapat diketik, misalnya “{day.Day}/{day.Month} 09.15”.");

    public static StyledText TidakTerbaca() => ChatText.Of($"Waktunya belum terbaca. Mohon tulis hari dan jamnya, misalnya “besok 07.30” atau “27/11 09.00”.");

    public const string Jawaban = "Dijadwalkan.";

    public static StyledText Tercatat(string number, string when) => ChatText.Of($"<b>{number}</b> dijadwalkan terbit {when}. Diperiksa sekali lagi pada waktunya.");

    public static StyledText KabarPenulis(string number, string when, string who) => ChatText.Of($"✔ <b>{number}</b> disetujui {who} dan dijadwalkan terbit {when}.");

    public static StyledText KabarBatal(string number, string who) => ChatText.Of($"↶ Jadwal terbit <b>{number}</b> dibatalkan {who}; naskah kembali menunggu persetujuan.");
}
