using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KominfoBot.Sandbox.Tests;

public sealed class WebhookTests : PracticeTest
{
    private protected override SandboxOptions Options => new() { WebhookRetry = TimeSpan.FromMilliseconds(80) };

    [Fact]
    public async Task Updates_are_posted_with_the_secret_and_again_until_the_bot_takes_them()
    {
        var received = new ConcurrentQueue<(string Secret, JsonNode Update)>();
        var refusals = 2;
        await using var bot = await Receiver(async context =>
        {
            var update = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: Stop))!;
            if (Interlocked.Decrement(ref refusals) >= 0)
            {
                context.Response.StatusCode = 500;
                return;
            }
            received.Enqueue((context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString(), update));
        });
        await Bot.Get("setWebhook", new { url = bot.Address + "/hook", secret_token = "rahasia_1" });
        foreach (var i in Enumerable.Range(1, 5))
            Phones.Say(Rina, $"pesan {i}");
        await Phones.UntilDrainedAsync(stop: Stop);
        Assert.Equal(["pesan 1", "pesan 2", "pesan 3", "pesan 4", "pesan 5"], received.Select(item => item.Update["message"]!["text"]!.GetValue<string>()));
        Assert.All(received, item => Assert.Equal("rahasia_1", item.Secret));
        var info = await Bot.Get("getWebhookInfo");
        Assert.Equal("Wrong response from the webhook: 500 Internal Server Error", info["last_error_message"]!.GetValue<string>());
        Assert.Equal(0, info["pending_update_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_slow_chat_does_not_hold_another_up()
    {
        var slow = new TaskCompletionSource();
        var received = new ConcurrentQueue<long>();
        await using var bot = await Receiver(async context =>
        {
            var chat = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: Stop))!["message"]!["chat"]!["id"]!.GetValue<long>();
            if (chat == Rina)
                await slow.Task;
            received.Enqueue(chat);
        });
        await Bot.Get("setWebhook", new { url = bot.Address + "/hook", max_connections = 4 });
        Phones.Say(Rina, "lambat");
        Phones.Say(Yeni, "cepat");
        await Phones.UntilAsync(() => Phones.PendingUpdates == 1, stop: Stop);
        Assert.Equal([Yeni], received);
        slow.SetResult();
        await Phones.UntilDrainedAsync(stop: Stop);
    }

    [Fact]
    public async Task A_bot_that_is_away_gets_everything_when_it_comes_back()
    {
        await Bot.Get("setWebhook", new { url = "http://127.0.0.1:9/hook" });
        Phones.Say(Rina, "tunggu");
        await Phones.UntilAsync(() => Phones.PendingUpdates == 1, stop: Stop);
        var received = new TaskCompletionSource();
        await using var bot = await Receiver(_ =>
        {
            received.TrySetResult();
            return Task.CompletedTask;
        });
        await Bot.Get("setWebhook", new { url = bot.Address + "/hook" });
        await received.Task.WaitAsync(TimeSpan.FromSeconds(20), Stop);
        await Phones.UntilDrainedAsync(stop: Stop);
    }

    private static async Task<Host> Receiver(RequestDelegate handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        app.MapPost("/hook", handle);
        await app.StartAsync(Stop);
        return new Host(app, app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    private sealed record Host(WebApplication App, string Address) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
