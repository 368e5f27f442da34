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
    /// <summary>One message a second is allowed in a chat; an act seldom brings more than three.</summary>
    private static readonly TimeSpan BetweenActs = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>Marking what was sent is no change of the sandbox, so it is looked for at this rhythm.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(8);

    private bool photosHeld;
    private Action written = () => { };

    /// <summary>The people's phones.</summary>
    public SandboxDriver Phones => phones;

    /// <summary>The office's time now.</summary>
    public DateTimeOffset Now => office.Local(clock.GetUtcNow());

    /// <summary>The office's day of an instant.</summary>
    public DateOnly Day(DateTimeOffset instant) => office.Today(instant);

    /// <summary>The instant of a day's time.</summary>
    public DateTimeOffset Instant(DateOnly day, int hour, int minute) => office.At(day, new TimeOnly(hour, minute));

    /// <summary>
    /// Plays a scene to its end, when nothing is under way any more: appoints the admins of other SKPDs, then lets everybody act. Messages do not wait for one
    /// another and commits not for the disk, as half a scene is worth nothing.
    /// </summary>
    /// <param name="items">How many items it writes.</param>
    /// <param name="progress">Hears of each.</param>
    public Task Perform(Func<Stage, CancellationToken, Task> scene, int items, SceneProgress progress, CancellationToken cancel) => store.Hurried(async () =>
    {
        var done = 0;
        written = () => progress(Interlocked.Increment(ref done), items);
        await Open(cancel);
        await scene(this, cancel);
        await PhotosReady(cancel);
        await Settle(cancel);
    }, cancel);

    /// <summary>An item's text and photos are with the bot.</summary>
    public void Written() => written();

    /// <summary>Lets everything that happens come to its end, then moves on to a time; one that has passed already stays the present.</summary>
    public async Task At(DateOnly day, int hour, int minute, CancellationToken cancel)
    {
        await Settle(cancel);
        if (Instant(day, hour, minute) is var instant && instant > clock.GetUtcNow()) clock.AdvanceTo(instant);
    }

    /// <summary>Presses a button and waits until the bot has carried it out.</summary>
    public async Task Tap(long who, string button, Func<SeenMessage, bool> message, CancellationToken cancel)
    {
        HurryMessages();
        var seen = await phones.HearsAsync(who, candidate => message(candidate) && Has(candidate, button), stop: cancel);
        await phones.PressAsync(who, seen.Id, button, stop: cancel);
    }

    /// <summary>The messages that the next act brings need not wait for one another.</summary>
    public void HurryMessages() => pace.Clock.Advance(BetweenActs);

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

    private async Task Open(CancellationToken cancel)
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
        // As everybody did once: the bot may write only to those who did, and reminders come to all.
        foreach (var phone in Cast.Elsewhere) phones.Say(phone.TelegramId, "/start");
        await Settle(cancel);
    }

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
