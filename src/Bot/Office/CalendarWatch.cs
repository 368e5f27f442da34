using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Updates;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Office;

/// <summary>Brings the calendar that all parts ask up to what the store says.</summary>
public sealed class CalendarBook(WorkingCalendar calendar)
{
    public async Task Renew(NewsroomDb db, CancellationToken cancel) => calendar.Renew(await HolidayDesk.Load(db, cancel));
}

/// <summary>Renews the calendar when a commit of this process changed the holidays, and every minute for what another process changed.</summary>
public sealed class CalendarWatch(CalendarBook book, NewsroomStore store, RealTime time, ILogger<CalendarWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Safety = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var troubled = false;
        var (changed, safety) = (Changed(), Task.Delay(Safety, time.Clock, stoppingToken));
        while (true)
        {
            await Task.WhenAny(changed, safety);
            stoppingToken.ThrowIfCancellationRequested();
            if (changed.IsCompleted) changed = Changed();
            if (safety.IsCompleted) safety = Task.Delay(Safety, time.Clock, stoppingToken);
            try
            {
                await store.Read(async db => { await book.Renew(db, stoppingToken); return 0; }, stoppingToken);
                troubled = false;
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                if (!troubled) logger.LogError("Daftar hari libur tidak terbaca, dicoba lagi terus: {Error}", Redaction.WithoutTokens(error.ToString()));
                troubled = true;
            }
        }

        Task Changed() => store.Signals.Holidays.Wait(stoppingToken).AsTask();
    }
}
