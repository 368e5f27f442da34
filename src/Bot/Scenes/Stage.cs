using KominfoBot.Bot.Photos;
using KominfoBot.Sandbox;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Scenes;

/// <summary>The clock of pacing in practice: the machine's, which a scene may hurry so that its messages need not wait for one another.</summary>
public sealed record ScenePace(SandboxClock Clock);

/// <summary>
/// Where scenes are played: the clock is set to a time of the office's week, people are appointed, and their phones are tapped. Nothing is written past the
/// bot, so what a scene leaves behind is what an office leaves behind.
/// </summary>
public sealed class Stage(SandboxDriver phones, NewsroomStore store, SandboxClock clock, ScenePace pace, OfficeTime office, ImageTool images)
{
    /// <summary>One message a second is allowed in a chat; a tap seldom brings more than three.</summary>
    private static readonly TimeSpan BetweenTaps = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>Marking what was sent is no change of the sandbox, so it is looked for at this rhythm.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(8);

    private bool photosHeld;

    /// <summary>The people's phones.</summary>
    public SandboxDriver Phones => phones;

    /// <summary>The office's time now.</summary>
    public DateTimeOffset Now => office.Local(clock.GetUtcNow());

    /// <summary>The next such weekday and time, counted from an instant on.</summary>
    public DateTimeOffset Next(DateTimeOffset from, DayOfWeek day, int hour, int minute)
    {
        var date = office.Today(from);
        date = date.AddDays(((int)day - (int)date.DayOfWeek + 7) % 7);
        var next = office.At(date, new TimeOnly(hour, minute));
        return next < from ? office.At(date.AddDays(7), new TimeOnly(hour, minute)) : next;
    }

    /// <summary>Appoints the admins of other SKPDs and waits until everybody on the desk was greeted.</summary>
    public async Task Open(CancellationToken cancel)
    {
        foreach (var phone in Cast.Elsewhere) phones.AddPhone(phone);
        await store.Write(async db =>
        {
            foreach (var phone in Cast.Elsewhere)
            {
                var member = await PeopleDesk.Bind(db, phone.TelegramId, phone.Name, Role.AdminSkpd, phone.Skpd, clock.GetUtcNow(), cancel);
                member.OfficialName ??= phone.Name;
            }
        }, cancel);
        await Settle(cancel);
    }

    /// <summary>Lets everything that happens come to its end, then moves on to a time of the day, some days later.</summary>
    public async Task At(int hour, int minute, CancellationToken cancel, int daysLater = 0)
    {
        await Settle(cancel);
        var instant = office.At(office.Today(clock.GetUtcNow()).AddDays(daysLater), new TimeOnly(hour, minute));
        // Playing takes seconds of its own: two acts of the same minute just follow one another.
        if (instant > clock.GetUtcNow()) clock.AdvanceTo(instant);
    }

    /// <summary>Presses a button and waits until the bot has carried it out.</summary>
    public async Task Tap(long who, string button, Func<SeenMessage, bool> message, CancellationToken cancel)
    {
        pace.Clock.Advance(BetweenTaps);
        var seen = await phones.HearsAsync(who, candidate => message(candidate) && Has(candidate, button), stop: cancel);
        await phones.PressAsync(who, seen.Id, button, stop: cancel);
    }

    /// <summary>Whether a message offers a button.</summary>
    public static bool Has(SeenMessage message, string button) => message.AllButtons.Any(one => one.Text == button);

    /// <summary>From here on photos wait to be made ready, as they do when much comes at once; until the result is disposed.</summary>
    public async Task<IDisposable> HoldPhotos(CancellationToken cancel)
    {
        var held = await images.Hold(cancel);
        photosHeld = true;
        return new Release(() =>
        {
            photosHeld = false;
            held.Dispose();
        });
    }

    /// <summary>The end of a scene: nothing is under way any more.</summary>
    public async Task Close(CancellationToken cancel)
    {
        await PhotosReady(cancel);
        await Settle(cancel);
    }

    /// <summary>Returns when none of these photos is being made ready any more; while photos are held, at once.</summary>
    /// <param name="hashes">Their SHA-256; all photos when there are none.</param>
    public Task PhotosReady(CancellationToken cancel, params string[] hashes) => photosHeld
        ? Task.CompletedTask
        : Until(async () => !await store.Read(db => db.Photos.AnyAsync(row => row.State == PhotoState.Waiting && (hashes.Length == 0 || hashes.Contains(row.Hash)), cancel), cancel), cancel);

    /// <summary>Returns when no update and no message waits any more. Photos may: they take the longest, and matter only to who publishes.</summary>
    public Task Settle(CancellationToken cancel) => Until(async () =>
    {
        await phones.UntilDrainedAsync(stop: cancel);
        var (received, sending) = await store.Read(async db => (
            await db.Received.AnyAsync(row => row.State == ReceivedState.Waiting, cancel),
            await db.ToSend.AnyAsync(row => row.State == ToSendState.Waiting, cancel)), cancel);
        if (sending) pace.Clock.Advance(BetweenLooks);
        return !received && !sending;
    }, cancel);

    private static async Task Until(Func<Task<bool>> done, CancellationToken cancel)
    {
        using var rhythm = new PeriodicTimer(Look, TimeProvider.System);
        while (!await done()) await rhythm.WaitForNextTickAsync(cancel);
    }

    private sealed class Release(Action act) : IDisposable
    {
        public void Dispose() => act();
    }
}
