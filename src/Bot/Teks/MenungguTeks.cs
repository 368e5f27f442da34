using KominfoBot.Bot.Waiting;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said about texts that wait.</summary>
public static class MenungguTeks
{
    /// <summary>The digest of the morning and of noon; the texts themselves are its buttons.</summary>
    public static StyledText Ringkasan(int count, int listed)
        => StyledText.Plain(count <= listed ? ChatText.Line($"{count} naskah menunggu Anda, yang paling lama di atas:") : ChatText.Line($"{count} naskah menunggu Anda; ini {listed} yang paling lama:"));

    public static StyledText TerlaluLama(EscalationStage stage, string number, string title, int hours) => ChatText.Of($"⏰ <b>{number}</b> sudah {hours} jam kerja {Menunggu(stage)}.\n{title}{Saran(stage)}");

    /// <summary>"3 jam", "2 hari"; under an hour: "baru".</summary>
    public static string Selama(TimeSpan waited) => waited switch
    {
        { TotalHours: < 1 } => ChatText.Line($"baru"),
        { TotalDays: < 1 } => ChatText.Line($"{(int)waited.TotalHours} jam"),
        _ => ChatText.Line($"{(int)waited.TotalDays} hari"),
    };

    private static string Menunggu(EscalationStage stage) => stage switch
    {
        EscalationStage.Reviewers => ChatText.Line($"menunggu evaluasi"),
        EscalationStage.Kabid => ChatText.Line($"menunggu evaluasi Kabid"),
        EscalationStage.Kadis => ChatText.Line($"menunggu evaluasi dan belum ditangani Kabid"),
        _ => ChatText.Line($"menunggu persetujuan Kadis"),
    };

    private static string Saran(EscalationStage stage)
        => stage == EscalationStage.Delegation ? ChatText.Line($"\nBila Kadis berhalangan, persetujuan dapat didelegasikan kepada Plh. atau Plt.: /delegasi") : "";
}
