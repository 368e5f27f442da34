using System.Globalization;
using System.Text.Json.Nodes;
using KominfoBot.Sandbox.Scenes;
using KominfoBot.Sandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KominfoBot.Sandbox.Page;

/// <summary>What the page reads: the desk, messages, files, and the stream of changes.</summary>
internal sealed class PageReads(World world, SceneLoader scenes, MachineView? machine)
{
    public void Map(IEndpointRouteBuilder page, IEndpointRouteBuilder api)
    {
        api.MapGet("/state", () => Json(State()));
        api.MapGet("/messages", (long chat, int? before, int? limit, long? since) => Json(Messages(chat, before, limit ?? 60, since)));
        api.MapGet("/events", EventsAsync);
        page.MapGet("/files/{fileId}", FileOf);
        if (machine is not null)
            page.MapGet("/machine", async (HttpContext context, CancellationToken cancel) =>
            {
                context.Response.Headers.CacheControl = "no-store";
                return TypedResults.Json(await machine(cancel));
            });
    }

    private JsonObject State() => world.Do(() => new JsonObject
    {
        ["rev"] = world.Revision,
        ["now"] = world.Now,
        ["ahead"] = (long)((world.Clock as SandboxClock)?.Offset.TotalSeconds ?? 0),
        ["bot"] = new JsonObject
        {
            ["name"] = world.Bot.Text("name:") ?? world.Options.BotName,
            ["username"] = world.Options.BotUsername,
            ["description"] = world.Bot.Text("description:") ?? "",
        },
        ["samples"] = new JsonArray([.. SamplePhotos.Names.Select(name => (JsonNode)name)]),
        ["documents"] = new JsonArray([.. SampleDocuments.Names.Select(name => (JsonNode)name)]),
        ["scenes"] = scenes.Menu(),
        ["playing"] = scenes.Playing,
        ["machine"] = machine is not null,
        ["phones"] = new JsonArray([.. world.Rooms.Phones.Where(room => room.Phone!.OnDesk).Select(room =>
        {
            var view = RoomBook.View(room);
            view["menu"] = world.Bot.MenuOf(room.Id);
            view["unread"] = room.Messages.Count(message => message.FromBot && !message.Deleted && message.Id > room.ReadUpTo);
            return (JsonNode)view;
        })]),
    });

    /// <summary>A page of messages before an id, newest page first; or all that changed since a revision, deleted ones too.</summary>
    private JsonArray Messages(long chat, int? before, int limit, long? since) => world.Do(() =>
    {
        var room = world.Rooms.OfPhone(chat);
        var chosen = since is not null
            ? room.Messages.Where(message => message.Revision > since)
            : room.Messages.Where(message => !message.Deleted && message.Id < (before ?? int.MaxValue)).TakeLast(Math.Clamp(limit, 1, 500));
        return new JsonArray([.. chosen.Select(message => (JsonNode)RoomBook.View(room, message, message.Revision))]);
    });

    /// <summary>Server-sent events; the id is the revision, so that a reader who comes back knows what it missed.</summary>
    private async Task EventsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var channel = world.Listen();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, world.Stopping);
        try
        {
            await context.Response.WriteAsync($"retry: 1000\nid: {world.Revision}\nevent: hello\ndata: {{\"rev\":{world.Revision}}}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            while (true)
            {
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(ends.Token);
                pause.CancelAfter(TimeSpan.FromSeconds(20));
                try
                {
                    if (!await channel.Reader.WaitToReadAsync(pause.Token))
                        return;
                }
                catch (OperationCanceledException) when (!ends.IsCancellationRequested)
                {
                    // Shows a dead connection to both sides.
                    await context.Response.WriteAsync(": \n\n", context.RequestAborted);
                }
                while (channel.Reader.TryRead(out var change))
                {
                    await context.Response.WriteAsync(
                        $"id: {change.Revision.ToString(CultureInfo.InvariantCulture)}\nevent: {change.Kind}\ndata: {change.Json}\n\n", context.RequestAborted);
                }
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The page was closed, or the program stops.
        }
        finally
        {
            world.StopListening(channel);
        }
    }

    /// <summary>A file as the phones show it; anything but a picture is a download.</summary>
    private IResult FileOf(HttpContext context, string fileId)
    {
        var id = fileId.Length > 2 && fileId[^2] == '-' ? fileId[..^2] : fileId;
        var file = world.Do(() => world.Files.Find(fileId) ?? world.Files.Find(id));
        if (file is null)
            return TypedResults.NotFound();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        var type = PictureType(world.Files.BytesPath(file));
        return type is not null
            ? TypedResults.PhysicalFile(world.Files.BytesPath(file), type)
            : TypedResults.PhysicalFile(world.Files.BytesPath(file), "application/octet-stream", file.Name ?? "berkas");
    }

    private static string? PictureType(string path)
    {
        Span<byte> head = stackalloc byte[12];
        using var content = File.OpenRead(path);
        if (content.ReadAtLeast(head, 12, throwOnEndOfStream: false) < 12)
            return null;
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P'] => "image/webp",
            _ => null,
        };
    }

    private static ContentHttpResult Json(JsonNode node) => TypedResults.Text(node.ToJsonString(), "application/json");
}
