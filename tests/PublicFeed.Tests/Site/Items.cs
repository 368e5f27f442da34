using System.Globalization;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Publication;

namespace KominfoBot.PublicFeed.Tests.Site;

/// <summary>Published items with the least that a test must say.</summary>
public static class Items
{
    public static readonly DateTimeOffset FirstDay = new(2026, 1, 5, 1, 30, 0, TimeSpan.Zero);

    public const string Lead = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    public const string Second = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    /// <summary>The n-th item of DISDIK, an hour after the one before.</summary>
    public static PublishedItem Number(int n) => new(
        new Guid(n, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8),
        string.Create(CultureInfo.InvariantCulture, $"DISDIK-2026-{n:D4}"),
        string.Create(CultureInfo.InvariantCulture, $"sekolah-ke-{n}-diresmikan"),
        "DISDIK",
        "Dinas Pendidikan dan Kebudayaan",
        "pendidikan",
        "Pendidikan",
        1,
        PublicationStatus.Published,
        string.Create(CultureInfo.InvariantCulture, $"Sekolah ke-{n} di Harau diresmikan Bupati"),
        StyledText.Plain("Bupati meresmikan sekolah baru di Harau, Senin (5/1/2026).\n\nSekolah itu punya enam kelas."),
        [],
        FirstDay.AddHours(n),
        FirstDay.AddHours(n),
        []);

    public static PublishedItem Titled(this PublishedItem item, string title) => item with { Title = title };

    public static PublishedItem Saying(this PublishedItem item, string body, params Mark[] marks) => item with { Body = new(body, [.. marks]) };

    public static PublishedItem From(this PublishedItem item, string skpd, string name) => item with { SkpdCode = skpd, SkpdName = name };

    public static PublishedItem About(this PublishedItem item, string category, string name) => item with { CategoryCode = category, CategoryName = name };

    public static PublishedItem Showing(this PublishedItem item, params PublishedPhoto[] photos) => item with { Photos = [.. photos] };

    public static PublishedPhoto Photo(string hash = Lead, string? caption = "Bupati memotong pita", long bytes = 250_123) => new(hash, caption,
    [
        new("large", "jpg", 1600, 1067, bytes),
        new("medium", "jpg", 800, 534, bytes / 4),
        new("card", "jpg", 1200, 630, bytes / 2),
    ]);
}
