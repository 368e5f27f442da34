using System.Globalization;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said about the audit chain.</summary>
public static class AuditTeks
{
    public static StyledText Kepala(string when, long events, string hash)
        => ChatText.Of($"<b>Kepala rantai audit</b>, {when}\n{events.ToString("#,0", CultureInfo.GetCultureInfo("id-ID"))} peristiwa\n<code>{hash}</code>\nMohon biarkan pesan ini tersimpan: dengannya dapat dibuktikan bahwa catatan tidak diubah.");
}
