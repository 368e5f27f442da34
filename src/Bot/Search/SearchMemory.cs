using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Search;

/// <summary>What a chat looked for lately: a button holds 64 bytes, too few for the words, so it names them by their number.</summary>
internal static class SearchMemory
{
    private const int Kept = 10;

    /// <returns>The number of these words from now on.</returns>
    public static async Task<int> Keep(NewsroomDb db, long chatId, string typed, CancellationToken cancel)
    {
        var fact = await db.Facts.FindAsync([NameOf(chatId)], cancel);
        var known = fact is null ? [] : Read(fact.Value);
        var number = known.IsEmpty ? 1 : known[^1].Number + 1;
        var value = JsonSerializer.Serialize([.. known.Add(new PastSearch(number, typed)).TakeLast(Kept)], SearchJson.Default.ImmutableArrayPastSearch);
        if (fact is null) db.Facts.Add(new FactRow { Name = NameOf(chatId), Value = value });
        else fact.Value = value;
        return number;
    }

    /// <summary>The words of that number; null when they are forgotten.</summary>
    public static async Task<string?> Recall(NewsroomDb db, long chatId, int number, CancellationToken cancel)
        => await db.Facts.FindAsync([NameOf(chatId)], cancel) is { } fact ? Read(fact.Value).FirstOrDefault(past => past.Number == number)?.Typed : null;

    private static string NameOf(long chatId) => string.Create(CultureInfo.InvariantCulture, $"search:{chatId}");

    private static ImmutableArray<PastSearch> Read(string value) => JsonSerializer.Deserialize(value, SearchJson.Default.ImmutableArrayPastSearch);
}

/// <summary>Words as they were typed, with their number in that chat.</summary>
internal sealed record PastSearch(int Number, string Typed);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<PastSearch>))]
internal sealed partial class SearchJson : JsonSerializerContext;
