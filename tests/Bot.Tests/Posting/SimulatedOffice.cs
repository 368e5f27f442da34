using KominfoBot.Bot.Jobs;
using KominfoBot.Bot.Office;
using KominfoBot.Bot.Posting;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Posting;
using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Hosting;

namespace KominfoBot.Bot.Tests.Posting;

/// <summary>Somebody of the simulation.</summary>
internal sealed record SimPerson(long Id, Role Role, string? Skpd, DateTimeOffset Joined);

/// <summary>What really happened to an item, as the simulation did it.</summary>
internal sealed class SimItem(string skpd, long edition, DateTimeOffset sent)
{
    public string Skpd => skpd;
    public long Edition => edition;
    public DateTimeOffset Sent => sent;
    public DateTimeOffset? Published { get; set; }
    /// <summary>Returned, rejected, withdrawn, or retracted for fault.</summary>
    public DateTimeOffset? Lost { get; set; }
}

/// <summary>
/// Many SKPDs on a real store, with the real table of due things, its rounds and the notices; only Quartz and Telegram are left out. The clock is the test's, and
/// a round may be killed in the middle of any thing that it carries out.
/// </summary>
internal sealed class SimulatedOffice : IAsyncDisposable
{
    private static readonly OfficeTime time = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));

    private readonly TestStore at;
    private readonly NewsDesk desk = new(time, new TextRules { PhotoRequired = false, BodyMinimum = 1 }, ReviewChain.Default);
    private readonly WorkingCalendar calendar;
    private readonly PostingTable table;
    private readonly Stages stages = new(Stage.All(new ReminderOptions { Dormancy = "", NextYear = "" }));
    private readonly ManualClock clock;
    private int texts;

    private SimulatedOffice(TestStore at, DateTimeOffset start)
    {
        this.at = at;
        clock = new ManualClock(start);
        calendar = new WorkingCalendar(time, OfficeHours.Parse(OfficeHours.Default), HolidayFile.Load(new OfficeOptions()));
        table = new PostingTable(calendar, PostingPolicy.Default);
    }

    public DateTimeOffset Now
    {
        get => clock.GetUtcNow();
        set => clock.SetUtcNow(value);
    }

    public NewsroomStore Store => at.Store;

    public List<SimPerson> People { get; } = [];

    public List<SimItem> Items { get; } = [];

    public TestLog Log { get; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SimulatedOffice> Open(DateTimeOffset start)
    {
        var office = new SimulatedOffice(await TestStore.Open(StoreProvider.Sqlite), start);
        await office.Store.Write(async db =>
        {
            db.Categories.Add(new Category { Code = "umum", Name = "Umum", Order = 1 });
            await db.SaveChangesAsync(Cancel);
        }, Cancel);
        return office;
    }

    public Task Found(string skpd, bool exempt) => Store.Write(db =>
    {
        db.Skpds.Add(new Skpd { Code = skpd, Name = skpd, ShortName = skpd, DefaultCategory = "umum", Exempt = exempt });
        return Task.CompletedTask;
    }, Cancel);

    public async Task Join(Role role, string? skpd = null)
    {
        var id = await Store.Write(async db => (await PeopleDesk.Bind(db, 1000 + People.Count, $"Orang {People.Count}", role, skpd, Now, Cancel)).Id, Cancel);
        People.Add(new SimPerson(id, role, skpd, Now));
    }

    public async Task<SimItem> Sends(string skpd)
    {
        var by = People.Last(person => person.Role == Role.AdminSkpd && person.Skpd == skpd);
        var text = new DraftContent($"Kegiatan pelayanan warga nomor {++texts}", null, [new DraftPassage(null, StyledText.Plain($"Isi berita ke-{texts} dari {skpd}."))], [], "umum");
        var edition = await Store.Write(async db =>
        {
            var actor = Actor.Of(await PeopleDesk.ById(db, by.Id, Cancel), Now);
            var draft = await NewsDesk.StartDraft(db, actor, skpd, 1, text, Now, Cancel);
            Assert.IsType<Outcome.Moved>(await desk.Carry(db, (await NewsDesk.Open(db, draft.Id, Cancel))!, new Order(Workflow.News.Act.Submit, WarningsAcknowledged: true), actor, Now, Cancel));
            return draft.Id;
        }, Cancel);
        var item = new SimItem(skpd, edition, Now);
        Items.Add(item);
        return item;
    }

    public async Task Publishes(SimItem item)
    {
        await Act(item, Workflow.News.Act.Endorse, Role.Kabid);
        await Act(item, Workflow.News.Act.Approve, Role.Kadis);
        item.Published = Now;
    }

    public async Task Loses(SimItem item)
    {
        await Act(item, item.Published is null ? Workflow.News.Act.Reject : Workflow.News.Act.Retract, Role.Kabid, "Memuat hal yang tidak tepat.");
        item.Lost = Now;
    }

    private Task Act(SimItem item, Act act, Role role, string? reason = null) => Store.Write(async db =>
    {
        var open = (await NewsDesk.Open(db, item.Edition, Cancel))!;
        var actor = Actor.Of(await PeopleDesk.ById(db, People.First(person => person.Role == role).Id, Cancel), Now);
        Assert.IsType<Outcome.Moved>(await desk.Carry(db, open, new Order(act, open.CurrentHash, reason, WarningsAcknowledged: true), actor, Now, Cancel));
    }, Cancel);

    /// <summary>What sending an item does to reminders that wait for Telegram.</summary>
    public Task TakesBack(string skpd) => Store.Write(db => Sender().Sender.TakeBack(db, skpd, Now, Cancel), Cancel);

    private (StageRound Rounds, NoticeSender Sender) Sender()
    {
        var dormancy = new DormancyDesk(table, new PostingOptions());
        var rounds = new StageRound(table, new RecapDesk(table), dormancy, stages);
        return (rounds, new NoticeSender(table, rounds, new NoticeWords(table, new RecapWords(table), dormancy), stages));
    }

    /// <summary>A start of the program, one look at what is due, and its end: killed in the middle of the thing with that number, if there are so many.</summary>
    /// <returns>Whether it came to its end.</returns>
    public async Task<bool> Round(int killedAt = int.MaxValue)
    {
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var (rounds, sender) = Sender();
        List<DueHandler> handlers = [.. stages.All.Select(stage => new DueHandler(stage.Kind, work => rounds.CarryOut(work, stage))), new DueHandler(Notice.Kind, sender.CarryOut)];
        var timetables = new TimetableDesk(calendar, stages.All.Select(stage => new Timetable(stage.Kind, stage.Cron, OnClosedDays.NextWorkingDay, EachCounts: true)));
        using var life = new Life();
        var round = new DueRound(Store, timetables, handlers.Select(handler => new DueHandler(handler.Kind, Killed(handler.CarryOut))), clock, life, Log.For<DueRound>());
        try
        {
            await round.Run(kill.Token);
            return true;
        }
        catch (OperationCanceledException) when (kill.IsCancellationRequested && !Cancel.IsCancellationRequested)
        {
            return false;
        }

        Func<DueWork, Task<Workflow.Due.Settlement>> Killed(Func<DueWork, Task<Workflow.Due.Settlement>> carryOut) => async work =>
        {
            var settled = await carryOut(work);
            if (--killedAt > 0) return settled;
            // All of it was done, and nothing is committed.
            await kill.CancelAsync();
            throw new OperationCanceledException(kill.Token);
        };
    }

    public ValueTask DisposeAsync() => at.DisposeAsync();

    private sealed class Life : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource never = new();

        public CancellationToken ApplicationStarted => never.Token;

        public CancellationToken ApplicationStopping => never.Token;

        public CancellationToken ApplicationStopped => never.Token;

        public void StopApplication() => throw new NotSupportedException();

        public void Dispose() => never.Dispose();
    }
}
