using KominfoBot.Sandbox.Phones;
using KominfoBot.Sandbox.Scenes;
using KominfoBot.Sandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KominfoBot.Sandbox.Page;

/// <summary>The driver over HTTP, under <c>/sandbox/api</c>; an act that makes no sense is answered 400 with a sentence.</summary>
internal sealed class DriverApi(World world, SandboxDriver driver, PhoneActs acts, SandboxOptions options, Beginning beginning, SceneLoader scenes, MachineView? machine = null)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var guard = new PageGuard(options);
        var page = routes.MapGroup("/sandbox").AddEndpointFilter(guard);
        PageAssets.Map(page);
        var api = page.MapGroup("/api").AddEndpointFilter(async (context, next) =>
        {
            try
            {
                context.HttpContext.Response.Headers.CacheControl = "no-store";
                var request = context.HttpContext.Request;
                if (scenes.Playing is { } title && !HttpMethods.IsGet(request.Method) && !request.Path.Value!.EndsWith(DeskApi.SceneAddress, StringComparison.Ordinal))
                    throw new InvalidOperationException($"Adegan \"{title}\" masih dimuat. Tunggu sebentar.");
                return await next(context);
            }
            catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or TimeoutException)
            {
                return TypedResults.Json(new Refused(wrong.Message), statusCode: StatusCodes.Status400BadRequest);
            }
        });
        new PageReads(world, scenes, machine).Map(page, api);
        new FileSending(world, acts).Map(api);
        new DeskApi(world, driver, beginning, scenes).Map(api);

        api.MapPost("/say", (SayAct act) => Ids(act.ReplyTo is null ? driver.SayLong(act.Chat, act.Text) : [driver.Say(act.Chat, act.Text, act.ReplyTo)]));
        api.MapPost("/other", (OtherAct act) => Ids([driver.SendOther(act.Chat, act.Kind)]));
        api.MapPost("/edit", (EditAct act) => Ids([driver.EditMessage(act.Chat, act.Message, act.Text)]));
        api.MapPost("/forward", (ForwardAct act) => Ids([driver.Forward(act.Chat, act.Message, act.To)]));
        api.MapPost("/press", PressAsync);
        api.MapPost("/block", (BlockAct act) =>
        {
            if (act.Blocked)
                driver.Block(act.Chat);
            else
                driver.Unblock(act.Chat);
            return new Done(world.Revision);
        });
        api.MapPost("/read", (ReadAct act) =>
        {
            world.Do(() => world.Rooms.Read(act.Chat, act.UpTo));
            return new Done(world.Revision);
        });
    }

    /// <summary>Presses; the page hears the answer as an event, a script may wait for it.</summary>
    private async Task<PressOutcome> PressAsync(PressAct act, CancellationToken stop)
    {
        if (!act.Wait)
            return new PressOutcome(driver.Press(act.Chat, act.Message, act.Button), null);
        return new PressOutcome(null, await driver.PressAsync(act.Chat, act.Message, act.Button, stop: stop));
    }

    private static Sent Ids(IReadOnlyList<SeenMessage> sent) => new(sent.Select(message => message.Id).ToList());
}

internal sealed record SayAct(long Chat, string Text, int? ReplyTo);
internal sealed record OtherAct(long Chat, OtherKind Kind);
internal sealed record EditAct(long Chat, int Message, string Text);
internal sealed record ForwardAct(long Chat, int Message, long To);
internal sealed record PressAct(long Chat, int Message, string Button, bool Wait);
internal sealed record BlockAct(long Chat, bool Blocked);
internal sealed record ReadAct(long Chat, int UpTo);
internal sealed record Sent(IReadOnlyList<int> Messages);
internal sealed record Done(long Rev);
internal sealed record PressOutcome(string? Query, PressAnswer? Answer);
internal sealed record Refused(string Error);
