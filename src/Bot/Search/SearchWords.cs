using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Search;

namespace KominfoBot.Bot.Search;

/// <summary>Reads what is typed behind /cari: words, and filters like <c>skpd:DISDIK status:terbit kategori:kesehatan dari:2026-11-01 sampai:30/11/2026</c>.</summary>
public static class SearchWords
{
    /// <summary>States as people call them, some of them several at once.</summary>
    private static readonly ImmutableArray<(string Word, ImmutableArray<EditionState> States)> States =
    [
        ("diperiksa", [EditionState.AwaitingHead, EditionState.InReview, EditionState.Endorsed]),
        ("disetujui", [EditionState.Endorsed, EditionState.Scheduled]),
        ("terjadwal", [EditionState.Scheduled]),
        ("gagal", [EditionState.PublishFailed]),
        ("terbit", [EditionState.Published]),
        ("dikembalikan", [EditionState.Returned]),
        ("ditolak", [EditionState.Rejected]),
        ("ditarik", [EditionState.Withdrawn]),
        ("dicabut", [EditionState.Retracted]),
        ("digantikan", [EditionState.Superseded]),
    ];

    private static readonly string[] Dates = ["yyyy-M-d", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    /// <summary>The query, or the sentence that says which filter is not understood and what it takes.</summary>
    public static (SearchQuery? Query, string? Fault) Read(string typed, IReadOnlyList<Skpd> skpds, IReadOnlyList<Category> categories)
    {
        var query = new SearchQuery();
        List<string> words = [];
        foreach (var word in typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = word.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (word[..at].ToLowerInvariant(), word[(at + 1)..]) : ("", "");
            string? fault = null;
            switch (name)
            {
                case "skpd":
                    (query, fault) = SkpdNamed(value, skpds) is { } skpd ? (query with { SkpdCode = skpd.Code }, null) : (query, CariTeks.SkpdTidakAda(value));
                    break;
                case "kategori":
                    (query, fault) = categories.FirstOrDefault(each => Same(each.Code, value) || Same(each.Name, value)) is { } category
                        ? (query with { CategoryCode = category.Code }, null) : (query, CariTeks.KategoriTidakAda(value, categories.Select(each => each.Code)));
                    break;
                case "status":
                    (query, fault) = States.FirstOrDefault(each => Same(each.Word, value)) is { Word: not null } state
                        ? (query with { States = state.States }, null) : (query, CariTeks.StatusTidakAda(value, States.Select(each => each.Word)));
                    break;
                case "dari" or "sampai" or "tanggal":
                    if (!DateOnly.TryParseExact(value, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (null, CariTeks.BukanTanggal(name, value));
                    query = query with { From = name == "sampai" ? query.From : day, Until = name == "dari" ? query.Until : day };
                    break;
                default:
                    words.Add(word);
                    break;
            }
            if (fault is not null) return (null, fault);
        }
        if (query is { From: { } from, Until: { } until } && until < from) return (null, CariTeks.TanggalTerbalik(from, until));
        return (query with { Text = string.Join(' ', words) }, null);
    }

    private static Skpd? SkpdNamed(string value, IReadOnlyList<Skpd> skpds)
        => skpds.FirstOrDefault(each => string.Equals(each.Code, value, StringComparison.OrdinalIgnoreCase)) ?? skpds.FirstOrDefault(each => Same(each.ShortName, value));

    private static bool Same(string name, string typed) => SearchText.Fold(name) == SearchText.Fold(typed);
}
