using KominfoBot.Bot.Waiting;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said about texts that wait.</summary>
public static class MenungguTeks
{
    /// <summary>The digest of the morning and of noon; the texts themselves are its buttons.</summary>
    public static StyledText Ringkasan(int count, int listed)
        => StyledText.Plain(count <= listed ? $"{count} naskah menunggu Anda, yang paling lama di atas:" : $"{count} naskah menunggu Anda; ini {listed} yang paling lama:");

    public static StyledText TerlaluLama(EscalationStage stage, string number, string title, int hours) => ChatText.Of($"⏰ <b>{number}</b> sudah {hours} jam kerja {Menunggu(stage)}.\n{title}{Saran(stage)}");

    /// <summary>"3 jam", "2 hari"; under an hour: "baru".</summary>
    public static string Selama(TimeSpan waited) => waited switch
    {
        { TotalHours: < 1 } => "baru",
        { TotalDays: < 1 } => $"{(int)waited.TotalHours} jam",
        _ => $"{(int)waited.TotalDays} hari",
    };

    private static string Menunggu(EscalationStage stage) => stage switch
    {
        EscalationStage.Reviewers => "menunggu evaluasi",
        EscalationStage.Kabid => "menunggu evaluasi Kabid",
        EscalationStage.Kadis => "menunggu evaluasi dan belum ditangani Kabid",
        _ => "menunggu persetujuan Kadis",
    };

    private static string Saran(EscalationStage stage)
        => stage == EscalationStage.Delegation ? "\nBila Kadis berhalangan, persetujuan dapat didelegasikan kepada Plh. atau Plt.: /delegasi" : "";
}
