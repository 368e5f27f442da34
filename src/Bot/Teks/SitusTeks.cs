using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Sites;

namespace KominfoBot.Bot.Teks;

/// <summary>What is said about the agencies' own sites.</summary>
public static class SitusTeks
{
    /// <summary>In a recap, in place of a number.</summary>
    public const string Sumber = "situs SKPD";

    public const string Sembunyikan = "Sembunyikan…";
    public const string Tampilkan = "Tampilkan lagi";

    public static StyledText Daftar(int feeds, int count, string page, IReadOnlyList<SiteFeedRow> broken)
    {
        var text = count == 0 ? ChatText.Of($"<b>Situs SKPD</b>\nBelum ada berita dari situs SKPD. {(feeds == 0 ? "Isi alamat umpan (RSS/Atom) di /skpd." : $"{feeds} situs dibaca berkala.")}") : ChatText.Of($"<b>Situs SKPD</b> · {count} berita dari {feeds} situs{page}");
        foreach (var feed in broken.Take(5)) text = ChatText.Of($"{text}\n⚠ {feed.SkpdCode}: {ChatText.Cut(feed.LastError ?? "", 120)}");
        return broken.Count > 5 ? ChatText.Of($"{text}\n⚠ dan {broken.Count - 5} situs lain") : text;
    }

    public static StyledText Satu(SiteItemRow item, string skpd, OfficeTime office, DateTimeOffset now)
    {
        var text = ChatText.Of($"<b>{item.Title}</b>\n{skpd} · {office.Kapan(item.PublishedAt, now)}\n{item.Url}");
        if (item.Summary is { } summary) text = ChatText.Of($"{text}\n<q>{summary}</q>");
        return item.Hidden ? ChatText.Of($"{text}\nTidak ditampilkan: “{item.HiddenReason}”") : text;
    }

    public static StyledText TanyaAlasan(SiteItemRow item) => ChatText.Of($"Mengapa “{ChatText.Cut(item.Title, 80)}” tidak ditampilkan? Tulis alasannya (paling panjang {SiteDesk.ReasonLimit} karakter). Situs SKPD itu sendiri tidak berubah.");

    public static StyledText Disembunyikan() => ChatText.Of($"Tidak ditampilkan lagi, dan tidak dihitung untuk kewajiban posting.");

    public static StyledText Ditampilkan() => ChatText.Of($"Ditampilkan lagi.");

    public static string Ditolak(SiteRefusal refusal) => refusal switch
    {
        SiteRefusal.NotAllowed => ChatText.Line($"Hanya peninjau Kominfo dan Admin Portal yang dapat menyembunyikan berita situs SKPD."),
        SiteRefusal.WithoutReason => ChatText.Line($"Tulis alasannya, paling panjang {SiteDesk.ReasonLimit} karakter."),
        SiteRefusal.Unchanged => ChatText.Line($"Keadaannya sudah begitu."),
        _ => DaftarTeks.TidakAda,
    };
}
