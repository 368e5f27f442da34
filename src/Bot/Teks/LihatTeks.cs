using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Teks;

/// <summary>An item as somebody sees it who has nothing to decide about it now.</summary>
public static class LihatTeks
{
    /// <summary>A message holds 4096: a longer body is read by its button.</summary>
    private const int LongestBody = 3200;

    /// <param name="line">The last act: what, by whom, when, why.</param>
    public static StyledText Naskah(Edition edition, Content content, string line, string skpd, string author, string category)
    {
        var photos = content.Photos.IsEmpty ? ChatText.Line($"tanpa foto") : ChatText.Line($"{content.Photos.Length} foto");
        var text = ChatText.Of($"{line}\n<b>{content.Title}</b>\n{edition.Item!.Number} · {skpd} · oleh {author} · {category} · {content.WordCount} kata · {photos}");
        if (content.Occasion is { } occasion) text = ChatText.Of($"{text}\n{KegiatanTeks.Kapan(occasion)}");
        if (content.Attachment is { } attachment) text = ChatText.Of($"{text}\nLampiran: {LampiranTeks.Keterangan(attachment)}");
        if (edition.Ordinal > 1) text = ChatText.Of($"{text}\nEdisi ke-{edition.Ordinal}");
        return content.Body.Text.Length <= LongestBody
            ? ChatText.Of($"{text}\n<fq>{content.Body with { Marks = content.Body.Marks.RemoveAll(mark => mark.Kind is MarkKind.Quote or MarkKind.FoldedQuote or MarkKind.Code) }}</fq>")
            : text;
    }

    public static StyledText BelumTerkirim(string number) => ChatText.Of($"<b>{number}</b> belum dikirim; lanjutkan lewat /draf.");

    /// <summary>Unknown and foreign items are refused alike: a number tells nobody what exists.</summary>
    public static string TidakAda(string number) => ChatText.Line($"{number} tidak ada, atau bukan untuk peran Anda. Periksa nomornya, atau cari dengan /cari.");

    public static string BukanNomor(string typed) => ChatText.Line($"“{ChatText.Cut(typed, 40)}” bukan nomor berita. Contoh: DISDIK-2026-0042.");
}
