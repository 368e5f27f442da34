using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.State;

/// <summary>A press of a button that waits for its answer.</summary>
internal sealed class PressQuery
{
    public required string Id { get; init; }
    public required long UserId { get; init; }
    public required int MessageId { get; init; }
    public required long At { get; init; }
    public bool Answered { get; set; }
    public TaskCompletionSource<PressAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Presses of the last 150 seconds.</summary>
internal sealed class QueryBook(World world)
{
    /// <summary>How long Telegram keeps a press for the bot, in seconds.</summary>
    public const long Life = 150;

    private readonly Dictionary<string, PressQuery> queries = [];

    public PressQuery Add(long userId, int messageId)
    {
        var query = new PressQuery
        {
            Id = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture) + world.Number().ToString("D9", CultureInfo.InvariantCulture),
            UserId = userId,
            MessageId = messageId,
            At = world.Now,
        };
        queries[query.Id] = query;
        Save(query);
        return query;
    }

    /// <summary>A press that may still be answered: at most 150 seconds old and not answered yet.</summary>
    public PressQuery? FindOpen(string id) =>
        queries.TryGetValue(id, out var query) && !query.Answered && world.Now - query.At <= Life ? query : null;

    public void Settle(PressQuery query, PressAnswer answer)
    {
        query.Answered = true;
        query.Answer.TrySetResult(answer);
        world.Store.Delete("query", query.Id);
        foreach (var old in queries.Values.Where(other => world.Now - other.At > 10 * Life).ToList())
        {
            queries.Remove(old.Id);
            world.Store.Delete("query", old.Id);
        }
    }

    public void Clear() => queries.Clear();

    public void Load()
    {
        foreach (var (key, json) in world.Store.Read("query"))
        {
            var row = JsonNode.Parse(json)!;
            queries[key] = new PressQuery { Id = key, UserId = row["user"]!.GetValue<long>(), MessageId = row["message"]!.GetValue<int>(), At = row["at"]!.GetValue<long>() };
        }
    }

    private void Save(PressQuery query) => world.Store.Put("query", query.Id, new JsonObject
    {
        ["user"] = query.UserId,
        ["message"] = query.MessageId,
        ["at"] = query.At,
    }.ToJsonString());
}
