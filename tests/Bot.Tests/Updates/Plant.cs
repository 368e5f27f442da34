using System.Net;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Updates;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Updates;

/// <summary>The whole way from the server to the handler and back, as the program runs it, with a store, a server and a handler of the test's.</summary>
public sealed class Plant : IAsyncDisposable
{
    public const string Secret = "rahasia_Webhook-123";

    private readonly TestStore at;
    private readonly WebApplication app;

    private Plant(TestStore at, WebApplication app, CapturedLogs logs)
    {
        this.at = at;
        this.app = app;
        Logs = logs;
    }

    public CapturedLogs Logs { get; }
    public NewsroomStore Store => at.Store;
    public DeliveryHealth Health => app.Services.GetRequiredService<DeliveryHealth>();
    /// <summary>What the host would say at the end; null while nothing is wrong.</summary>
    public string? FatalSentence => app.Services.GetRequiredService<FatalStop>().Sentence;

    public CancellationToken Stopping => app.Lifetime.ApplicationStopping;
    public Uri Address => new(app.Urls.Single());

    public static async Task<Plant> Start(
        TestStore at, ScriptedBotApi api, RecordingHandler handler, TimeProvider? office = null, TimeProvider? machine = null,
        PhotoOpener? photos = null, UnreachableHook? unreachable = null, UpdateMode mode = UpdateMode.Polling, CapturedLogs? logs = null, string? baseUrl = null)
    {
        logs ??= new();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Telegram:BotToken"] = ScriptedBotApi.Token;
        builder.Configuration["Telegram:BaseUrl"] = baseUrl ?? api.Address;
        builder.Configuration["Telegram:Mode"] = mode.ToString();
        builder.Configuration["Telegram:WebhookUrl"] = "https://bot.example.go.id/kait/{aneh}";
        builder.Configuration["Telegram:WebhookSecret"] = Secret;
        builder.Services.AddSingleton(at.Store);
        builder.Services.AddSingleton(office ?? new ManualClock());
        builder.Services.AddSingleton(new WorkingCalendar(new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")), OfficeHours.Parse(OfficeHours.Default), []));
        builder.Services.AddSingleton<ITurnHandler>(handler);
        builder.Services.AddSingleton(photos ?? (_ => null));
        builder.Services.AddSingleton(unreachable ?? ((_, _, _, _) => Task.CompletedTask));
        builder.Services.AddTelegramOptions();
        builder.Services.AddTelegramDelivery(mode);
        if (machine is not null) builder.Services.AddSingleton(new RealTime(machine));
        var app = builder.Build();
        app.MapWebhook();
        try
        {
            await app.StartAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // A worker found a reason to stop before the web server listened; tests of that look at the reason.
        }
        return new(at, app, logs);
    }

    /// <summary>What a kill leaves behind: nothing more is committed by this plant. The store is opened anew for the next.</summary>
    public async Task Kill()
    {
        await app.StopAsync(new CancellationToken(true));
        await at.Reopen();
    }

    /// <summary>Queues something as a handler would.</summary>
    public Task Say(Func<OutboxWriter, Task> say) => Say(at.Store, say);

    public Task Say(Action<OutboxWriter> say) => Say(at.Store, outbox => { say(outbox); return Task.CompletedTask; });

    public static Task Say(NewsroomStore store, Func<OutboxWriter, Task> say)
        => store.Write(db => say(new OutboxWriter(db, ManualClock.WednesdayMorning)), TestContext.Current.CancellationToken);

    /// <summary>Waits until nothing waits to be sent.</summary>
    public async Task Drained() => await Until(async db => !await db.ToSend.AnyAsync(row => row.State == ToSendState.Waiting));

    /// <summary>Looks into the store again and again until it is as expected.</summary>
    public async Task Until(Func<NewsroomDb, Task<bool>> expected)
    {
        var cancel = TestContext.Current.CancellationToken;
        for (var tries = 0; tries < 1500; tries++)
        {
            if (await at.Store.Read(expected, cancel)) return;
            await Task.Delay(20, cancel);
        }
        Assert.Fail("The store never became as expected.\n" + Logs.Text);
    }

    public Task<List<ToSendRow>> Outbox() => at.Store.Read(db => db.ToSend.OrderBy(row => row.Sequence).ToListAsync(), TestContext.Current.CancellationToken);

    public Task<List<ReceivedRow>> Received() => at.Store.Read(db => db.Received.OrderBy(row => row.Sequence).ToListAsync(), TestContext.Current.CancellationToken);

    public async Task<HttpStatusCode> Post(string path, HttpContent body, string? secret)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        if (secret is not null) request.Headers.Add(WebhookIntake.SecretHeader, secret);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await app.StopAsync(limit.Token);
        await app.DisposeAsync();
    }
}
