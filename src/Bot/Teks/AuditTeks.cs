using System.Globalization;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said about the audit chain.</summary>
public static class AuditTeks
{
    /// <summary>Whether who decided opened the whole text, where the card held only its beginning; as the chain records it.</summary>
    public static string BacaLengkap(bool opened) => ChatText.Line($"baca lengkap: {(opened ? "ya" : "tidak")}");

    public static StyledText Kepala(string when, long events, string hash)
        => ChatText.Of($"<b>Kepala rantai audit</b>, {when}\n{events.ToString("#,0", CultureInfo.GetCultureInfo("id-ID"))} peristiwa\n<code>{hash}</code>\nMohon biarkan pesan ini tersimpan: dengannya dapat dibuktikan bahwa catatan tidak diubah.");
}
