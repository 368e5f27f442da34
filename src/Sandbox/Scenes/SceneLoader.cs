using System.Text.Json.Nodes;
using KominfoBot.Sandbox.State;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Sandbox.Scenes;

/// <summary>
/// Loads a scene: whole or not at all. While it plays, the pages are covered and nobody else may act; when it fails, the office starts over, so that nobody
/// practises in half a scene.
/// </summary>
internal sealed class SceneLoader(World world, Beginning beginning, IEnumerable<SandboxScene> scenes, ILogger<SceneLoader> log)
{
    /// <summary>Seconds on an idle machine; a busy one is given its time, a scene that hangs is not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly IReadOnlyList<SandboxScene> scenes = [.. scenes];
    private SandboxScene? playing;

    /// <summary>The title of the scene that plays now.</summary>
    public string? Playing => Volatile.Read(ref playing)?.Title;

    /// <summary>What the page's menu offers, and where each would leave the clock.</summary>
    public JsonArray Menu() => new([.. scenes.Select(scene => (JsonNode)new JsonObject
    {
        ["id"] = scene.Id,
        ["title"] = scene.Title,
        ["summary"] = scene.Summary,
        ["ends"] = scene.Ends(world.Clock.GetUtcNow()).ToUnixTimeSeconds(),
    })]);

    /// <exception cref="ArgumentException">There is no such scene.</exception>
    /// <exception cref="InvalidOperationException">Another one plays, the clock belongs to somebody else, or the scene failed; the message is for the person.</exception>
    public async Task Load(string id)
    {
        var scene = scenes.FirstOrDefault(scene => scene.Id == id) ?? throw new ArgumentException($"Adegan \"{id}\" tidak ada.", nameof(id));
        if (world.Clock is not SandboxClock clock)
            throw new InvalidOperationException("Adegan memerlukan jam latihan, dan jam ini dipegang oleh program lain.");
        if (Interlocked.CompareExchange(ref playing, scene, null) is { } other)
            throw new InvalidOperationException($"Adegan \"{other.Title}\" masih dimuat. Tunggu sebentar.");
        Announce(scene.Title, null);
        string? failure = null;
        try
        {
            // A page that is closed meanwhile does not leave half a scene behind; the end of the program does end it.
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(world.Stopping);
            limit.CancelAfter(Patience);
            var begins = scene.Begins(clock.GetUtcNow());
            if (begins > clock.GetUtcNow())
                clock.AdvanceTo(begins);
            await beginning.Again();
            await scene.Play((done, all) => Announce(scene.Title, null, done, all), limit.Token);
        }
        catch (Exception error) when (!world.Stopping.IsCancellationRequested)
        {
            log.LogError(error, "The scene {Scene} could not be played", scene.Id);
            failure = $"Adegan \"{scene.Title}\" tidak dapat dimuat; kantor dimulai dari awal. Coba sekali lagi.";
            await beginning.Again();
        }
        finally
        {
            Volatile.Write(ref playing, null);
            Announce(null, failure);
        }
        if (failure is not null)
            throw new InvalidOperationException(failure);
    }

    private void Announce(string? title, string? failure, int done = 0, int all = 0) =>
        world.Do(() => world.Announce("scene", _ => new JsonObject { ["playing"] = title, ["failure"] = failure, ["done"] = done, ["all"] = all }));
}
