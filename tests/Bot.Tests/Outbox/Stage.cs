using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Tests.Updates;
using KominfoBot.Testing;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Tests.Outbox;

/// <summary>A store, a server and a plant for tests that only send.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly PhotoOpener? photos;
    private readonly UnreachableHook? unreachable;
    private readonly TimeProvider? office;
    private readonly TimeProvider? machine;
    private Plant? plant;

    private Stage(TestStore at, ScriptedBotApi api, PhotoOpener? photos, UnreachableHook? unreachable, TimeProvider? office, TimeProvider? machine)
        => (At, Api, this.photos, this.unreachable, this.office, this.machine) = (at, api, photos, unreachable, office, machine);

    public TestStore At { get; }
    public ScriptedBotApi Api { get; }
    public CapturedLogs Logs { get; } = new();
    public Plant Plant => plant!;

    public static async Task<Stage> Open(
        StoreProvider provider, PhotoOpener? photos = null, UnreachableHook? unreachable = null, TimeProvider? office = null, TimeProvider? machine = null, bool start = true)
    {
        var stage = new Stage(await TestStore.Open(provider), await ScriptedBotApi.Start(), photos, unreachable, office, machine);
        if (start) await stage.Start();
        return stage;
    }

    public async Task Start() => plant = await Plant.Start(At, Api, new RecordingHandler(), office, machine, photos, unreachable, logs: Logs);

    /// <summary>Kills the plant and starts another one on the same store.</summary>
    /// <param name="meanwhile">What is said before the new one sends anything.</param>
    public async Task KillAndStart(Func<OutboxWriter, Task>? meanwhile = null)
    {
        await Plant.Kill();
        if (meanwhile is not null) await Plant.Say(At.Store, meanwhile);
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (plant is not null) await plant.DisposeAsync();
        await Api.DisposeAsync();
        await At.DisposeAsync();
    }
}
