using System.Globalization;
using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Outbox;
using KominfoBot.Bot.Teks;
using KominfoBot.Bot.Updates;
using KominfoBot.Bot.Watch;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Cards;

/// <summary>
/// After a start: every pending card is brought to what it should show (the sender drops edits that change nothing), and after more than 150 seconds down,
/// when presses have died at the server, each reviewer with pending cards gets one line; after more than 24 hours, when messages have too, AdminPortal gets one.
/// While running, a heartbeat remembers when it last lived.
/// </summary>
public sealed class CardRepair(NewsroomStore store, NewsDesk desk, CardDesk cards, PhotoSettlement photos, DeliveryHealth health, OfficeProfile office, World world, TimeProvider clock, RealTime time, ILogger<CardRepair> logger) : BackgroundService, ILeadersWork
{
    private const string HeartbeatFact = "heartbeat";

    /// <summary>How long a press lives at the server (tdlib/telegram-bot-api, process_new_callback_query_queue).</summary>
    private static readonly TimeSpan PressLife = TimeSpan.FromSeconds(150);

    /// <summary>How long a message waits there (same source: message_date + 86400 - now).</summary>
    private static readonly TimeSpan MessageLife = TimeSpan.FromHours(24);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, time.Clock);
        var (repaired, troubled) = (false, false);
        do
        {
            try
            {
                await store.Write(db => repaired ? Remember(db, stoppingToken) : Repair(db, stoppingToken), stoppingToken);
                (repaired, troubled) = (true, false);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // A store that is away for a while must not end the program.
                if (!troubled) logger.LogError("Kartu belum diperiksa atau detak belum tercatat, dicoba lagi: {Error}", Redaction.WithoutTokens(error.ToString()));
                troubled = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Repair(NewsroomDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var outbox = new OutboxWriter(db, now);
        var started = time.Clock.GetUtcNow();
        var beat = await LastBeat(db, cancel) ?? started;
        var down = started - beat;
        await Remember(db, cancel);
        // Practice stops when nobody practises.
        if (down > MessageLife && !world.IsSandbox) await TellLoss(db, outbox, new Loss(beat, started - MessageLife), now, cancel);
        // Chats of people have menus of their own; this one is for everybody else. Once per wording.
        outbox.Send(0, new CommandMenu(null, Perintah.Everyone), Priority.Notice, key: $"menu:{string.Join(',', Perintah.Everyone.Select(command => $"{command.Command}={command.Description}"))}");

        await photos.GoOn(db, outbox, now, cancel);
        var pending = await db.Editions.Where(edition => edition.State == EditionState.AwaitingHead || edition.State == EditionState.InReview || edition.State == EditionState.Endorsed || edition.State == EditionState.PublishFailed).Select(edition => edition.Id).ToListAsync(cancel);
        HashSet<HeldRole> waiting = [];
        foreach (var id in pending)
        {
            var edition = (await NewsDesk.Open(db, id, cancel))!;
            await cards.Update(db, outbox, edition, now, cancel);
            if (desk.TurnOf(edition) is { } turn) waiting.Add(turn);
        }
        if (down <= PressLife) return;
        HashSet<long> told = [];
        foreach (var turn in waiting)
        foreach (var reviewer in await PeopleDesk.Holders(db, turn.Role, turn.SkpdCode, now, cancel))
            if (reviewer.ChatUserId is { } chat && told.Add(chat)) outbox.Send(chat, new TextMessage(ObrolanTeks.SempatTerputus(), Silent: true), Priority.Notice);
    }

    private async Task TellLoss(NewsroomDb db, OutboxWriter outbox, Loss lost, DateTimeOffset now, CancellationToken cancel)
    {
        health.Lost = lost;
        foreach (var admin in await PeopleDesk.Holders(db, Role.AdminPortal, null, now, cancel))
            if (admin.ChatUserId is { } chat) outbox.Send(chat, new TextMessage(ObrolanTeks.KirimanHilang(office.Time, lost.From, lost.Until)), Priority.Notice);
    }

    private static async Task<DateTimeOffset?> LastBeat(NewsroomDb db, CancellationToken cancel)
        => await db.Facts.FindAsync([HeartbeatFact], cancel) is { } fact ? DateTimeOffset.Parse(fact.Value, CultureInfo.InvariantCulture) : null;

    private async Task Remember(NewsroomDb db, CancellationToken cancel)
    {
        var value = time.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        if (await db.Facts.FindAsync([HeartbeatFact], cancel) is { } fact) fact.Value = value;
        else db.Facts.Add(new FactRow { Name = HeartbeatFact, Value = value });
        if (health.LastReceived is { } heard) await WatchNotes.Write(db, WatchNotes.Heard, heard.ToString("O", CultureInfo.InvariantCulture), cancel);
    }
}
