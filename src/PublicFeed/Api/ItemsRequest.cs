using System.Globalization;
using KominfoBot.PublicFeed.Feeds;
using KominfoBot.PublicFeed.Text;
using KominfoBot.Workflow.Publication;
using Microsoft.AspNetCore.Http;

namespace KominfoBot.PublicFeed.Api;

/// <summary>What is asked of <c>/api/items</c>.</summary>
/// <param name="After">The place of the last item seen; null: from the newest.</param>
/// <param name="Query">All parameters but the cursor, in one spelling: the address of the next page and the key of what is kept.</param>
internal sealed record ItemsRequest(PublishedFilter Filter, bool Searches, long? After, int Count, string Query)
{
    private const int Usual = 30;
    private const int Most = 100;
    private const int LongestSearch = 200;

    /// <returns>The request, or one sentence that says what is wrong.</returns>
    public static (ItemsRequest? Request, string? Wrong) Read(IQueryCollection query, FeedFilter topic, OfficeDate dates)
    {
        var text = CleanText.Line(query["q"].ToString());
        if (text.Length > LongestSearch) return (null, $"Parameter q terlalu panjang ({text.Length} karakter, batas {LongestSearch}).");
        if (!TryInstant(query["dari"], dates, dayAfter: false, out var from))
            return (null, "Parameter dari harus tanggal (2026-01-31) atau waktu RFC 3339 (2026-01-31T08:00:00+07:00).");
        if (!TryInstant(query["sampai"], dates, dayAfter: true, out var until))
            return (null, "Parameter sampai harus tanggal (2026-01-31) atau waktu RFC 3339 (2026-01-31T08:00:00+07:00).");
        if (from >= until) return (null, "Parameter dari harus lebih awal daripada sampai.");
        var count = Usual;
        if (query["limit"].ToString() is { Length: > 0 } limit && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > Most))
            return (null, $"Parameter limit harus bilangan bulat 1 sampai {Most}.");
        long? after = null;
        if (query["cursor"].ToString() is { Length: > 0 } cursor)
        {
            if (ItemCursor.Read(cursor) is not { } place) return (null, "Parameter cursor tidak dikenali. Pakailah nilai next dari jawaban sebelumnya, tanpa diubah.");
            after = place;
        }
        var canonical = new List<string>();
        Add("skpd", topic.Skpd);
        Add("kategori", topic.Category);
        Add("dari", from is { } start ? Instants.Exact(start) : null);
        Add("sampai", until is { } end ? Instants.Exact(end) : null);
        Add("q", text.Length > 0 ? text : null);
        Add("limit", count == Usual ? null : count.ToString(CultureInfo.InvariantCulture));
        return (new(new(topic.Skpd, topic.Category, from, until, text), text.Length > 0, after, count, string.Join('&', canonical)), null);

        void Add(string name, string? value)
        {
            if (value is not null) canonical.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    /// <summary>A day of the office (its start, or the start of the next for an end), or an exact instant.</summary>
    internal static bool TryInstant(string? value, OfficeDate dates, bool dayAfter, out DateTimeOffset? instant)
    {
        instant = null;
        if (string.IsNullOrWhiteSpace(value)) return true;
        if (DateOnly.TryParseExact(value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999)
            instant = dates.StartOf(dayAfter ? day.AddDays(1) : day);
        else if (Instants.TryParse(value, out var exact))
            instant = exact;
        return instant is not null;
    }
}
