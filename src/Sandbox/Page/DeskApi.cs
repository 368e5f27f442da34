using KominfoBot.Sandbox.Scenes;
using KominfoBot.Sandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KominfoBot.Sandbox.Page;

/// <summary>The desk around the phones: clock, more phones, faults, starting over, scenes.</summary>
internal sealed class DeskApi(World world, SandboxDriver driver, Beginning beginning, SceneLoader scenes)
{
    /// <summary>The one act that is taken while a scene plays: it refuses by itself.</summary>
    public const string SceneAddress = "/scene";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/clock", MoveClock);
        api.MapPost("/phones", AddPhone);
        api.MapPost("/faults", (Fault fault) =>
        {
            driver.Plan(fault);
            return new Done(world.Revision);
        });
        api.MapDelete("/faults", () =>
        {
            driver.ClearFaults();
            return new Done(world.Revision);
        });
        api.MapGet("/calls", () => driver.Calls);
        api.MapGet("/findings", () => driver.Findings);
        api.MapPost("/updates", (HttpContext context, System.Text.Json.Nodes.JsonObject update) =>
        {
            driver.Inject(update.ToJsonString());
            return new Done(world.Revision);
        });
        api.MapPost("/reset", async () =>
        {
            await beginning.Again();
            return new Done(world.Revision);
        });
        api.MapPost(SceneAddress, async (SceneAct act) =>
        {
            await scenes.Load(act.Id);
            return new Done(world.Revision);
        });
    }

    private ClockState MoveClock(ClockAct act)
    {
        if (world.Clock is not SandboxClock clock)
            throw new InvalidOperationException("Jam latihan ini dipegang oleh program lain.");
        var now = clock.GetUtcNow();
        var to = act switch
        {
            { To: { } instant } => instant,
            { Preset: "wednesday" } => OfficeTimes.Next(now, DayOfWeek.Wednesday, new TimeOnly(9, 0)),
            { Preset: "monday" } => OfficeTimes.Next(now, DayOfWeek.Monday, new TimeOnly(7, 30)),
            _ => now + TimeSpan.FromSeconds(act.Seconds ?? 0),
        };
        if (to < now)
            throw new ArgumentException("Jam latihan hanya bisa maju.");
        clock.AdvanceTo(to);
        world.Do(() => world.Announce("clock", _ => new System.Text.Json.Nodes.JsonObject { ["now"] = world.Now, ["ahead"] = (long)clock.Offset.TotalSeconds }));
        return new ClockState(world.Now, (long)clock.Offset.TotalSeconds);
    }

    private SandboxPhone AddPhone(PhoneAct act) => world.Do(() =>
    {
        var id = act.TelegramId ?? world.Rooms.Phones.Select(room => room.Id).DefaultIfEmpty(7_001_000_000).Max() + 1;
        if (string.IsNullOrWhiteSpace(act.Name))
            throw new ArgumentException("Ponsel baru perlu nama pemiliknya.");
        return driver.AddPhone(new SandboxPhone(id, act.Name.Trim(), act.Role ?? "", act.Skpd, act.Label ?? "Ponsel tambahan"));
    });
}

internal sealed record ClockAct(long? Seconds, string? Preset, DateTimeOffset? To);
internal sealed record ClockState(long Now, long Ahead);
internal sealed record SceneAct(string Id);
internal sealed record PhoneAct(string Name, string? Role, string? Skpd, string? Label, long? TelegramId);

/// <summary>Times of the office's week, in its zone.</summary>
internal static class OfficeTimes
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    /// <summary>The next such weekday and time strictly after <paramref name="now"/>.</summary>
    public static DateTimeOffset Next(DateTimeOffset now, DayOfWeek day, TimeOnly time)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        var date = DateOnly.FromDateTime(local.DateTime);
        date = date.AddDays(((int)day - (int)date.DayOfWeek + 7) % 7);
        if (date.ToDateTime(time) <= local.DateTime)
            date = date.AddDays(7);
        var at = date.ToDateTime(time);
        return new DateTimeOffset(at, Zone.GetUtcOffset(at)).ToUniversalTime();
    }
}
