using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace KominfoBot.Sandbox.State;

/// <summary>An update on its way to the bot, already in its final bytes.</summary>
internal sealed record QueuedUpdate(long Place, long UpdateId, string Kind, long Lane, long ExpiresAt, string Json);

/// <summary>
/// Updates that wait for the bot. A message waits 24 hours and a press 150 seconds; what the bot confirmed is gone (the last
/// thousand are remembered so that a test can deliver them again).
/// </summary>
internal sealed class UpdateQueue(World world)
{
    private const int Remembered = 1000;

    /// <summary>Kinds that the bot gets only if it asks for them by name (Bot API, getUpdates, allowed_updates).</summary>
    private static readonly HashSet<string> OnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly List<QueuedUpdate> pending = [];
    private readonly List<QueuedUpdate> confirmed = [];
    private readonly List<QueuedUpdate> held = [];
    private readonly HashSet<long> inDelivery = [];
    private HashSet<string>? allowed;
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool holding;
    private long nextId;
    private long highestId;
    private long place;

    public IReadOnlyList<QueuedUpdate> Confirmed => confirmed;

    public IEnumerable<string>? Allowed => allowed;

    /// <summary>How many wait, without those that a test holds back.</summary>
    public int Count
    {
        get
        {
            DropExpired();
            return pending.Count;
        }
    }

    /// <summary>At most this many updates in one getUpdates, below the bot's own limit.</summary>
    public int PerBatch { get; set; } = 100;

    /// <summary>How often getUpdates was called and began to wait or answer.</summary>
    public long Polls { get; set; }

    /// <summary>Looks at each update that the sandbox itself makes; not at those that a test injects.</summary>
    public Action<JsonNode>? OnMade { get; set; }

    /// <summary>Completes when an update comes in.</summary>
    public Task NextArrival => arrived.Task;

    public long Enqueue(string kind, JsonNode body, long lane, long lifeSeconds = 86400)
    {
        var id = nextId++;
        highestId = Math.Max(highestId, id);
        SaveCounters();
        if (allowed is { Count: > 0 } ? !allowed.Contains(kind) : OnRequest.Contains(kind))
            return id;
        var update = new JsonObject { ["update_id"] = id, [kind] = body.DeepClone() };
        OnMade?.Invoke(update);
        Enter(new QueuedUpdate(place++, id, kind, lane, world.Now + lifeSeconds, update.ToJsonString()));
        return id;
    }

    /// <summary>Puts an update of any shape into the queue.</summary>
    public void EnqueueRaw(string json, long lane) =>
        Enter(new QueuedUpdate(place++, JsonNode.Parse(json)!["update_id"]!.GetValue<long>(), "raw", lane, world.Now + 86400, json));

    /// <summary>Delivers again what was delivered before, under the same id.</summary>
    public bool Redeliver(long updateId)
    {
        var found = confirmed.FindLast(update => update.UpdateId == updateId) ?? pending.Find(update => update.UpdateId == updateId);
        if (found is null)
            return false;
        Enter(found with { Place = place++ });
        return true;
    }

    public void Allow(IEnumerable<string> kinds)
    {
        allowed = [.. kinds];
        world.Store.Put("counters-text", "allowed", new JsonArray([.. allowed.Select(kind => (JsonNode)kind)]).ToJsonString());
    }

    /// <summary>The bot has everything before <paramref name="offset"/>; a negative one keeps only that many from the end.</summary>
    public void Confirm(long offset)
    {
        DropExpired();
        if (offset < 0)
        {
            Remove(Math.Max(0, pending.Count + (int)Math.Max(offset, -pending.Count)));
            return;
        }
        // Ids may have been set lower meanwhile: what came before the confirmed one in the queue is confirmed, whatever its id.
        var last = pending.FindLastIndex(update => update.UpdateId == offset - 1);
        if (last >= 0)
            Remove(last + 1);
        else if (offset > 0 && offset <= highestId + 1)
            Remove(pending.TakeWhile(update => update.UpdateId < offset).Count());
    }

    /// <summary>The next updates in order.</summary>
    public List<QueuedUpdate> Peek(int limit)
    {
        DropExpired();
        return pending.Take(Math.Min(limit, PerBatch)).ToList();
    }

    /// <summary>The next update whose lane is free, for a webhook; the lane is busy until <see cref="Settle"/>.</summary>
    public QueuedUpdate? TakeForWebhook()
    {
        DropExpired();
        var next = pending.Find(update => !inDelivery.Contains(update.Lane));
        if (next is not null)
            inDelivery.Add(next.Lane);
        return next;
    }

    /// <summary>A webhook delivery ended; a delivered update leaves the queue.</summary>
    public void Settle(QueuedUpdate update, bool delivered)
    {
        inDelivery.Remove(update.Lane);
        var index = delivered ? pending.FindIndex(other => other.Place == update.Place) : -1;
        if (index < 0)
            return;
        Remember(pending[index]);
        pending.RemoveAt(index);
        world.Announce("confirmed", _ => new JsonObject { ["left"] = pending.Count });
        Signal();
    }

    /// <summary>Keeps new updates back until <see cref="Release"/>.</summary>
    public void Hold() => holding = true;

    /// <summary>Lets the held ones go, in the order that <paramref name="reorder"/> gives them.</summary>
    public void Release(Func<List<QueuedUpdate>, IEnumerable<QueuedUpdate>>? reorder = null)
    {
        holding = false;
        var all = held.ToList();
        held.Clear();
        foreach (var update in reorder?.Invoke(all) ?? all)
            Enter(update with { Place = place++ });
    }

    /// <summary>The next update gets this id, higher or lower than before.</summary>
    public void NumberFrom(long id)
    {
        nextId = id;
        highestId = id;
        SaveCounters();
    }

    public void DropAll() => Remove(pending.Count);

    public void Clear()
    {
        pending.Clear();
        confirmed.Clear();
        held.Clear();
        inDelivery.Clear();
        holding = false;
        SaveCounters();
        if (allowed is not null)
            Allow(allowed);
    }

    public void Load()
    {
        var counters = world.Store.Read("update-counters").ToDictionary(row => row.Key, row => long.Parse(row.Json, CultureInfo.InvariantCulture));
        nextId = counters.GetValueOrDefault("next", RandomNumberGenerator.GetInt32(100_000_000, 800_000_000));
        highestId = counters.GetValueOrDefault("highest", nextId);
        if (world.Store.Read("counters-text") is [(_, var kinds), ..])
            allowed = [.. JsonNode.Parse(kinds)!.AsArray().Select(kind => kind!.GetValue<string>())];
        foreach (var (key, json) in world.Store.Read("update"))
        {
            var row = JsonNode.Parse(json)!;
            place = long.Parse(key, CultureInfo.InvariantCulture);
            pending.Add(new QueuedUpdate(place, row["id"]!.GetValue<long>(), row["kind"]!.GetValue<string>(),
                row["lane"]!.GetValue<long>(), row["expires"]!.GetValue<long>(), row["json"]!.GetValue<string>()));
            place++;
        }
    }

    private void Enter(QueuedUpdate update)
    {
        if (holding)
        {
            held.Add(update);
            return;
        }
        pending.Add(update);
        world.Store.Put("update", Key(update), new JsonObject
        {
            ["id"] = update.UpdateId,
            ["kind"] = update.Kind,
            ["lane"] = update.Lane,
            ["expires"] = update.ExpiresAt,
            ["json"] = update.Json,
        }.ToJsonString());
        world.Announce("update", _ => new JsonObject { ["id"] = update.UpdateId, ["kind"] = update.Kind });
        Signal();
    }

    private void DropExpired()
    {
        var now = world.Now;
        for (var i = pending.Count - 1; i >= 0; i--)
        {
            if (pending[i].ExpiresAt > now)
                continue;
            world.Store.Delete("update", Key(pending[i]));
            pending.RemoveAt(i);
        }
    }

    private void Remove(int count)
    {
        if (count == 0)
            return;
        foreach (var update in pending.Take(count))
            Remember(update);
        pending.RemoveRange(0, count);
        world.Announce("confirmed", _ => new JsonObject { ["left"] = pending.Count });
    }

    private void Remember(QueuedUpdate update)
    {
        world.Store.Delete("update", Key(update));
        confirmed.Add(update);
        if (confirmed.Count > 2 * Remembered)
            confirmed.RemoveRange(0, Remembered);
    }

    private void Signal()
    {
        var signal = arrived;
        arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        signal.SetResult();
    }

    private void SaveCounters()
    {
        world.Store.Put("update-counters", "next", nextId.ToString(CultureInfo.InvariantCulture));
        world.Store.Put("update-counters", "highest", highestId.ToString(CultureInfo.InvariantCulture));
    }

    private static string Key(QueuedUpdate update) => update.Place.ToString("D12", CultureInfo.InvariantCulture);
}
