using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace KominfoBot.Sandbox.State;

/// <summary>Something the page and waiting tests hear about.</summary>
/// <param name="Revision">Grows with every change of a world.</param>
/// <param name="Kind">message, room, alert, typing, commands, clock, phones, call, update, scene, reset.</param>
/// <param name="Json">What the page gets.</param>
internal sealed record Change(long Revision, string Kind, string Json);

/// <summary>
/// The practice Telegram's memory: one lock, every act under it, committed before anyone is answered and only then announced.
/// </summary>
internal sealed class World : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<Change> unannounced = [];
    private readonly List<Channel<Change>> listeners = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool temporary;
    private int depth;
    private long revision;
    private long nextNumber = 1;

    public World(SandboxOptions options, TimeProvider clock)
    {
        Options = options;
        Clock = clock;
        temporary = options.Directory is null;
        Directory = Path.GetFullPath(options.Directory ?? Path.Combine(Path.GetTempPath(), "kominfo-sandbox-" + Guid.NewGuid().ToString("N")));
        System.IO.Directory.CreateDirectory(Directory);
        Store = new WorldStore(Path.Combine(Directory, "telegram.db"));
        Rooms = new RoomBook(this);
        Files = new FileVault(this);
        Updates = new UpdateQueue(this);
        Queries = new QueryBook(this);
        Bot = new BotProfile(this);
        Load();
    }

    public SandboxOptions Options { get; }
    public TimeProvider Clock { get; }
    public string Directory { get; }
    public WorldStore Store { get; }
    public RoomBook Rooms { get; }
    public FileVault Files { get; }
    public UpdateQueue Updates { get; }
    public QueryBook Queries { get; }
    public BotProfile Bot { get; }

    /// <summary>Ends everything that waits, so that a host with open polls and pages stops at once.</summary>
    public CancellationToken Stopping { get; set; }

    /// <summary>Seconds since 1970 by the practice clock, as every date of the Bot API.</summary>
    public long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    public long Revision
    {
        get
        {
            lock (gate)
                return revision;
        }
    }

    /// <summary>Runs an act alone, commits it, then tells who listens.</summary>
    public T Do<T>(Func<T> act)
    {
        lock (gate)
        {
            depth++;
            try
            {
                return act();
            }
            finally
            {
                if (--depth == 0)
                    Finish();
            }
        }
    }

    public void Do(Action act) => Do<object?>(() =>
    {
        act();
        return null;
    });

    /// <summary>Completes at the next change of anything.</summary>
    public Task NextChange
    {
        get
        {
            lock (gate)
                return changed.Task;
        }
    }

    /// <summary>A number that this world never gave before; for files, albums and the like.</summary>
    public long Number()
    {
        var number = nextNumber++;
        SaveCounters();
        return number;
    }

    /// <summary>Announces a change after the commit of the running act.</summary>
    public long Announce(string kind, Func<long, JsonNode> json)
    {
        revision++;
        unannounced.Add(new Change(revision, kind, json(revision).ToJsonString()));
        SaveCounters();
        return revision;
    }

    /// <summary>Lets those who wait look again at something that is no change of the world itself.</summary>
    public void Wake()
    {
        lock (gate)
            Signal();
    }

    public Channel<Change> Listen()
    {
        // A reader that falls this far behind is cut off and loads everything again.
        var channel = Channel.CreateBounded<Change>(new BoundedChannelOptions(4096) { SingleReader = true });
        lock (gate)
            listeners.Add(channel);
        return channel;
    }

    public void StopListening(Channel<Change> channel)
    {
        lock (gate)
            listeners.Remove(channel);
    }

    /// <summary>An empty world again, with the phones of the options. The clock stays: inside one process time never goes back.</summary>
    public void StartOver() => Do(() =>
    {
        Store.Wipe();
        Rooms.Clear();
        Files.Clear();
        Updates.Clear();
        Queries.Clear();
        Bot.StartOver();
        Rooms.AddFirstPhones();
        Announce("reset", _ => new JsonObject());
    });

    private void Load() => Do(() =>
    {
        var counters = Store.Read("counters").ToDictionary(row => row.Key, row => long.Parse(row.Json, CultureInfo.InvariantCulture));
        revision = counters.GetValueOrDefault("revision");
        nextNumber = counters.GetValueOrDefault("number", 1);
        Rooms.Load();
        Files.Load();
        Updates.Load();
        Queries.Load();
        Bot.Load();
        Rooms.AddFirstPhones();
    });

    private void SaveCounters()
    {
        Store.Put("counters", "revision", revision.ToString(CultureInfo.InvariantCulture));
        Store.Put("counters", "number", nextNumber.ToString(CultureInfo.InvariantCulture));
    }

    private void Finish()
    {
        Store.Commit();
        if (unannounced.Count == 0)
            return;
        foreach (var change in unannounced)
        {
            for (var i = listeners.Count - 1; i >= 0; i--)
            {
                if (listeners[i].Writer.TryWrite(change))
                    continue;
                listeners[i].Writer.TryComplete();
                listeners.RemoveAt(i);
            }
        }
        unannounced.Clear();
        Signal();
    }

    private void Signal()
    {
        var signal = changed;
        changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        signal.SetResult();
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var listener in listeners)
                listener.Writer.TryComplete();
            Store.Dispose();
        }
        if (temporary)
            System.IO.Directory.Delete(Directory, recursive: true);
    }
}
