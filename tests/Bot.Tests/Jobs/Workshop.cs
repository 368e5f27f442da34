using System.Threading.Channels;
using KominfoBot.Bot.Jobs;
using KominfoBot.Sandbox;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Jobs;

/// <summary>The role Jobs as the program runs it, with a store, a clock and handlers of the test's. The handler of "bell" counts each effect as a row of its own.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    public const string Bell = "bell";

    public static readonly OfficeTime Office = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication app;
    private readonly Channel<string> rung;

    private Workshop(WebApplication app, Channel<string> rung, TestLog log) => (this.app, this.rung, Log) = (app, rung, log);

    public TestLog Log { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="handlers">Beside the bell's.</param>
    public static async Task<Workshop> Start(NewsroomStore store, TimeProvider clock, Timetable[]? timetables = null, params DueHandler[] handlers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = new TestLog();
        var rung = Channel.CreateUnbounded<string>();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(store).AddSingleton(clock);
        builder.Services.AddSingleton(new WorkingCalendar(Office, OfficeHours.Parse(OfficeHours.Default), []));
        builder.Services.AddJobs(new JobsOptions { AuditHead = null, LaneReport = null, MorningDigest = null, NoonDigest = null, MissingAdmins = null });
        foreach (var timetable in timetables ?? []) builder.Services.AddSingleton(timetable);
        foreach (var handler in handlers) builder.Services.AddSingleton(handler);
        builder.Services.AddSingleton(new DueHandler(Bell, work =>
        {
            // No key: nothing but the due row keeps it from happening twice.
            work.Db.ToSend.Add(new ToSendRow { ChatId = 1, Priority = 3, Payload = work.Row.Key, CreatedAt = work.Now });
            rung.Writer.TryWrite(work.Row.Key);
            return Task.FromResult(Settlement.Done);
        }));
        var app = builder.Build();
        await app.StartAsync(Cancel);
        return new Workshop(app, rung, log);
    }

    public static Task Plan(NewsroomStore store, string key, DateTimeOffset dueAt, string kind = Bell)
        => store.Write(db => DueDesk.Plan(db, key, kind, "", dueAt, null, ManualClock.WednesdayMorning, Cancel), Cancel);

    /// <summary>The next thing that is carried out.</summary>
    public async Task<string> Rings()
    {
        try
        {
            return await rung.Reader.ReadAsync(Cancel).AsTask().WaitAsync(Patience, Cancel);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException("Nothing was carried out. Logged:\n" + string.Join('\n', Log.Lines.Where(line => line.Level >= LogLevel.Warning).Select(line => line.Text)));
        }
    }

    public bool IsSilent => !rung.Reader.TryPeek(out _);

    public static Task<List<string>> Effects(NewsroomStore store) => store.Read(db => db.ToSend.OrderBy(row => row.Sequence).Select(row => row.Payload).ToListAsync(Cancel), Cancel);

    public static async Task<DueRow> Until(NewsroomStore store, string key, Func<DueRow, bool> expected)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Patience);
        while (true)
        {
            var row = await store.Read(db => db.Due.SingleOrDefaultAsync(row => row.Key == key, limit.Token), limit.Token);
            if (row is not null && expected(row)) return row;
            await Task.Delay(5, limit.Token);
        }
    }

    public Task Stop() => app.StopAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    /// <summary>Moves either clock that can be moved.</summary>
    public static void Move(TimeProvider clock, TimeSpan step)
    {
        if (clock is SandboxClock sandbox) sandbox.Advance(step);
        else ((ManualClock)clock).Advance(step);
    }
}
