using KominfoBot.Bot.Photos;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Tests.Photos;

/// <summary>A store, a folder of photos, and the worker between them.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal sealed class Desk : IAsyncDisposable
{
    private readonly List<VariantWorker> workers = [];
    private readonly List<ImageTool> tools = [];
    private readonly string? path;
    private readonly FakeWorker? fake;

    private Desk(TestStore at, string? script, bool isBare)
    {
        At = at;
        Files = new PhotoFiles(Path.Combine(at.Directory, "photos"));
        if (isBare) path = Bin;
        if (script is not null) fake = FakeWorker.In(at.Directory, script);
    }

    public TestStore At { get; }

    public PhotoFiles Files { get; }

    public ManualClock Clock { get; } = new();

    public TestLog Log { get; } = new();

    public bool FailTelling { get; set; }

    public FakeWorker Fake => fake!;

    /// <summary>Where programs are looked for on a machine that has none.</summary>
    public string Bin => Path.Combine(At.Directory, "bin");

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    public static async Task<Desk> Open(StoreProvider provider, string? script = null, bool isBare = false) => new(await TestStore.Open(provider), script, isBare);

    public async Task Start(NewsroomStore? store = null)
    {
        var tool = new ImageTool(new ImageToolLimits(), Clock, fake?.Program, path);
        tools.Add(tool);
        var outcome = new VariantOutcome(Tell, failure => $"kata: {failure}");
        var worker = new VariantWorker(store ?? At.Store, new VariantMaker(Files, tool), outcome, Clock, Log.For<VariantWorker>());
        workers.Add(worker);
        await worker.StartAsync(cancel);
    }

    public async Task Stop()
    {
        foreach (var worker in workers)
        {
            await worker.StopAsync(cancel);
            worker.Dispose();
        }
        workers.Clear();
    }

    /// <summary>What the chat's lane does with a photo.</summary>
    public async Task<string> Receive(byte[] picture)
    {
        var photo = (await Files.Store(new MemoryStream(picture), null, cancel)).Photo!;
        await At.Store.Write(db =>
        {
            db.Photos.Add(new PhotoRow { Hash = photo.Hash, Format = photo.Header.Format, Width = photo.Header.Width, Height = photo.Header.Height, Bytes = photo.Bytes, AddedAt = Clock.GetUtcNow() });
            return Task.CompletedTask;
        }, cancel);
        return photo.Hash;
    }

    public Task<PhotoRow> Row(string hash) => At.Store.Read(db => db.Photos.SingleAsync(row => row.Hash == hash, cancel), cancel);

    public async Task<PhotoRow> Settled(string hash)
    {
        PhotoRow? row = null;
        await Until(async () => (row = await Row(hash)).State != PhotoState.Waiting);
        return row!;
    }

    /// <summary>Lets minutes pass until the photo is no longer waiting.</summary>
    public Task AdvanceUntilSettled(string hash) => Until(async () =>
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return (await Row(hash)).State != PhotoState.Waiting;
    });

    /// <summary>What was told of a photo, in the commits that told it.</summary>
    public Task<List<string>> Told(string hash) => At.Store.Read(db => db.ToSend.Where(row => row.Slot == hash).Select(row => row.Payload).ToListAsync(cancel), cancel);

    public Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    public async ValueTask DisposeAsync()
    {
        await Stop();
        tools.ForEach(tool => tool.Dispose());
        await At.DisposeAsync();
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        while (!await condition()) await Task.Delay(20, patience.Token);
    }

    private Task Tell(NewsroomDb db, PhotoRow photo, CancellationToken end)
    {
        db.ToSend.Add(new ToSendRow { ChatId = 1, Priority = 3, Slot = photo.Hash, Payload = photo.State.ToString(), CreatedAt = Clock.GetUtcNow() });
        return FailTelling ? throw new InvalidOperationException("told to fail") : Task.CompletedTask;
    }
}
