using KominfoBot.Testing;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.News;

/// <summary>A newsroom with people, two SKPDs, two categories and a photo. States are made by real acts.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    public const string Hash = "00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa";

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    private readonly TestStore at;
    private readonly Dictionary<string, long> members = [];

    private Newsroom(TestStore at, ReviewChain chain)
    {
        this.at = at;
        Desk = new NewsDesk(new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")), new TextRules(), chain);
    }

    public NewsroomStore Store => at.Store;

    public TestStore At => at;

    public NewsDesk Desk { get; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    public static async Task<Newsroom> Open(StoreProvider provider, PhotoState photo = PhotoState.Ready, ReviewChain? chain = null)
    {
        var room = new Newsroom(await TestStore.Open(provider), chain ?? ReviewChain.Default);
        await room.Store.Write(async db =>
        {
            db.Skpds.Add(new Skpd { Code = "DISDIK", Name = "Dinas Pendidikan", ShortName = "Disdik", DefaultCategory = "pendidikan" });
            db.Skpds.Add(new Skpd { Code = "DINKES", Name = "Dinas Kesehatan", ShortName = "Dinkes" });
            db.Categories.Add(new Category { Code = "pendidikan", Name = "Pendidikan", Order = 1 });
            db.Categories.Add(new Category { Code = "kesehatan", Name = "Kesehatan", Order = 2 });
            db.Photos.Add(new PhotoRow { Hash = Hash, Format = "jpg", Width = 1600, Height = 1200, Bytes = 1000, AddedAt = room.Now, State = photo, Variants = [new("large", "jpg", 1600, 1200, 900)] });
            await db.SaveChangesAsync(cancel);
        }, cancel);
        await room.Join("author", Role.AdminSkpd, "DISDIK");
        await room.Join("colleague", Role.AdminSkpd, "DISDIK");
        await room.Join("stranger", Role.AdminSkpd, "DINKES");
        await room.Join("kabid", Role.Kabid);
        await room.Join("kabid2", Role.Kabid);
        await room.Join("kadis", Role.Kadis);
        await room.Join("kadis2", Role.Kadis);
        return room;
    }

    public async Task Join(string name, Role role, string? skpd = null)
        => await Store.Write(async db =>
        {
            var id = members.TryGetValue(name, out var known) ? known : 0;
            var chat = id == 0 ? 1000 + members.Count : (await PeopleDesk.ById(db, id, cancel)).ChatUserId!.Value;
            members[name] = (await PeopleDesk.Bind(db, chat, name, role, skpd, Now, cancel)).Id;
        }, cancel);

    public long Id(string name) => members[name];

    public async Task<Actor> Actor(NewsroomDb db, string name) => Workflow.People.Actor.Of(await PeopleDesk.ById(db, members[name], cancel), Now);

    public static DraftContent Text(string title = "Disdik membuka pendaftaran beasiswa daerah", string? extra = null) => new(
        title, null,
        [new DraftPassage(null, StyledText.Plain(string.Join(' ', Enumerable.Range(1, 90).Select(n => n % 15 == 1 ? $"Kata{n}" : n % 15 == 0 ? $"kata{n}." : $"kata{n}")) + (extra is null ? "" : " " + extra)))],
        [new DraftPhoto(null, Hash, "Keterangan foto", "foto 1")],
        "pendidikan");

    /// <summary>A draft of "author".</summary>
    public Task<long> Draft(DraftContent? text = null, string by = "author") => Store.Write(async db =>
        (await NewsDesk.StartDraft(db, await Actor(db, by), by == "stranger" ? "DINKES" : "DISDIK", 1, text ?? Text(), Now, cancel)).Id, cancel);

    public Task Rewrite(long edition, DraftContent text) => Store.Write(async db => { (await NewsDesk.Open(db, edition, cancel))!.Draft = text; }, cancel);

    /// <summary>One act, as the person sees it: on the current text unless another hash is given.</summary>
    public Task<Outcome> Act(long edition, Act act, string by, string? reason = null, string? seen = null, bool acknowledged = true, NewsroomStore? through = null)
        => (through ?? Store).Write(async db =>
        {
            var open = (await NewsDesk.Open(db, edition, cancel))!;
            return await Desk.Carry(db, open, new Order(act, seen ?? open.CurrentHash, reason, WarningsAcknowledged: acknowledged), await Actor(db, by), Now, cancel);
        }, cancel);

    /// <summary>One order as the person gives it, on the current text unless it names another.</summary>
    public Task<Outcome> Carry(long edition, Order order, string by, NewsroomStore? through = null) => (through ?? Store).Write(async db =>
    {
        var open = (await NewsDesk.Open(db, edition, cancel))!;
        return await Desk.Carry(db, open, order with { SeenHash = order.SeenHash ?? open.CurrentHash }, await Actor(db, by), Now, cancel);
    }, cancel);

    /// <summary>A new edition of a published item, started, written and explained; still a draft.</summary>
    public async Task<long> Correction(long published, string by, DraftContent? text = null)
    {
        var started = Assert.IsType<Outcome.Moved>(await Carry(published, new Order(Workflow.News.Act.Revise, ChatId: 1), by)).Started!.Id;
        await Store.Write(async db =>
        {
            var open = (await NewsDesk.Open(db, started, cancel))!;
            (open.Draft, open.CorrectionNote) = (text ?? Text(extra: "yang benar"), "Jumlah penerima dikoreksi.");
        }, cancel);
        return started;
    }

    /// <summary>What the timer does when a scheduled edition is due.</summary>
    public Task<Outcome> FallsDue(long edition, NewsroomStore? through = null)
        => (through ?? Store).Write(async db => await Desk.PublishScheduled(db, (await NewsDesk.Open(db, edition, cancel))!, Now, cancel), cancel);

    /// <summary>The chain's events of an edition, earliest first.</summary>
    public Task<List<AuditEntry>> Events(long edition)
        => Store.Read(async db => (await db.AuditEvents.Where(row => row.EditionId == edition).OrderBy(row => row.Sequence).ToListAsync(cancel)).Select(AuditChain.Read).ToList(), cancel);

    /// <summary>The newest sent text with one word put in another's place.</summary>
    public async Task<Content> Reworded(long edition, string word, string better)
    {
        var content = NewsDesk.CurrentContent(await Load(edition));
        return content with { Body = StyledText.Plain(content.Body.Text.Replace(word, better, StringComparison.Ordinal)) };
    }

    /// <summary>An edition brought to a state by the usual people.</summary>
    public async Task<long> In(EditionState state, DraftContent? text = null)
    {
        var edition = await Draft(text);
        (Act Act, string By)[] path = state switch
        {
            EditionState.Draft => [],
            EditionState.Discarded => [(Workflow.News.Act.Discard, "author")],
            EditionState.InReview => [(Workflow.News.Act.Submit, "author")],
            EditionState.Endorsed => [(Workflow.News.Act.Submit, "author"), (Workflow.News.Act.Endorse, "kabid")],
            EditionState.Published => [(Workflow.News.Act.Submit, "author"), (Workflow.News.Act.Endorse, "kabid"), (Workflow.News.Act.Approve, "kadis")],
            EditionState.Returned => [(Workflow.News.Act.Submit, "author"), (Workflow.News.Act.Return, "kabid")],
            EditionState.Rejected => [(Workflow.News.Act.Submit, "author"), (Workflow.News.Act.Reject, "kabid")],
            EditionState.Withdrawn => [(Workflow.News.Act.Submit, "author"), (Workflow.News.Act.Withdraw, "author")],
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No path to it yet."),
        };
        foreach (var (act, by) in path) Assert.IsType<Outcome.Moved>(await Act(edition, act, by, "alasan"));
        return edition;
    }

    public Task<Edition> Load(long edition) => Store.Read(db => db.Editions.Include(each => each.Item).Include(each => each.Revisions).FirstAsync(each => each.Id == edition, cancel), cancel);

    public Task<AuditVerdict> Audit() => Store.Read(db => AuditChain.Verify(db, cancel), cancel);

    public PublishedNews Published => new(Store);

    public ValueTask DisposeAsync() => at.DisposeAsync();
}
