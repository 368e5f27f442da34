using FsCheck;
using FsCheck.Fluent;
using KominfoBot.Testing;
using KominfoBot.Workflow.Audit;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.News;

/// <summary>
/// Random people do random things to one item. Whatever they do, a text that reached the public was endorsed and approved by two people, on its exact hash, who
/// did not write it; or it went one of the three named lanes and is recorded as such. Judged from the audit chain alone, by rules written down here anew.
/// </summary>
public sealed class Random_histories
{
    /// <summary>More in the long programs.</summary>
    private static readonly int histories = LongRun.IsOn ? 200 : 12;

    private static readonly string[] people = ["author", "colleague", "stranger", "kabid", "kabid2", "anggota", "kadis", "kadis2", "all", "all", "koordinator"];

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    private static readonly Gen<Step> steps =
        from person in Gen.Choose(0, people.Length - 1)
        from offered in Gen.Frequency((7, Gen.Constant(true)), (3, Gen.Constant(false)))
        from act in Gen.Choose(0, 1000)
        from edition in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
        from text in Gen.Choose(0, 5)
        from stale in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
        from minutes in Gen.Choose(0, 90)
        select new Step(people[person], offered, act, edition, text, stale, minutes);

    [Theory, BothStores(false), BothStores(true)]
    public async Task Nothing_becomes_public_but_by_two_others_or_by_a_named_lane(StoreProvider provider, bool singleReviewer)
    {
        await using var room = await Newsroom.Open(provider, chain: ReviewChain.Default with { SingleReviewer = singleReviewer });
        await room.Join("anggota", Role.Anggota);
        await room.Join("koordinator", Role.Koordinator);
        foreach (var (role, skpd) in new[] { (Role.AdminSkpd, "DISDIK"), (Role.Kabid, null), (Role.Kadis, (string?)null) }) await room.Join("all", role, skpd);
        await room.Store.Write(async db =>
        {
            foreach (var held in (await PeopleDesk.ById(db, room.Id("anggota"), cancel)).Appointments) held.MayEndorse = true;
        }, cancel);

        Dictionary<string, int> ways = [];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(histories).WithQuietOnSuccess(true), Prop.ForAll(steps.ArrayOf(40).ToArbitrary(), history => Played(room, history, singleReviewer, ways)));

        Assert.True((await room.Audit()).Whole);
        // The histories reach what they are to judge.
        Assert.True(ways.Values.Sum() >= histories / 4, $"Hardly anything became public: {string.Join(", ", ways)}");
    }

    /// <summary>FsCheck judges synchronously.</summary>
    private static void Played(Newsroom room, Step[] history, bool singleReviewer, Dictionary<string, int> ways) => Task.Run(() => Play(room, history, singleReviewer, ways)).GetAwaiter().GetResult();

    private static async Task Play(Newsroom room, Step[] history, bool singleReviewer, Dictionary<string, int> ways)
    {
        var item = (await room.Load(await room.In(EditionState.InReview, Words(0)))).ItemId;
        foreach (var step in history)
        {
            room.Now += TimeSpan.FromMinutes(step.Minutes);
            await Take(room, item, step);
            await Tick(room, item);
        }
        foreach (var (lane, count) in await Judge(room, item, singleReviewer)) ways[lane] = ways.GetValueOrDefault(lane) + count;
        // The next history starts from the same words, and no two items may have them at once.
        await room.Store.Write(db => db.Editions.Where(edition => edition.ItemId == item).ExecuteUpdateAsync(edition => edition.SetProperty(row => row.TextHash, (string?)null), cancel), cancel);
    }

    private static Task Take(Newsroom room, Guid itemId, Step step) => room.Store.Write(async db =>
    {
        var ids = await db.Editions.Where(edition => edition.ItemId == itemId).OrderByDescending(edition => edition.Id).Select(edition => edition.Id).ToListAsync(cancel);
        var edition = (await NewsDesk.Open(db, ids[step.Edition % ids.Count], cancel))!;
        var actor = await room.Actor(db, step.Person);
        Act[] possible = step.Offered ? [.. Lifecycle.Offered(room.Desk.StandingOf(edition, room.Now), actor)] : [.. Enum.GetValues<Act>().Where(act => act != Act.Copy && !Lifecycle.RulesOf(act).All(rule => rule.BySystem))];
        // What leads to the public is done more often than what ends the way there.
        var ends = step.Act % 8 == 0;
        if (step.Offered) possible = [.. possible.Where(act => act != Act.Copy && (ends || act is not (Act.Withdraw or Act.Discard or Act.Reject or Act.Return or Act.Retract or Act.PullNow or Act.PublishUrgently))).SelectMany(act => Enumerable.Repeat(act, act is Act.Endorse or Act.Approve or Act.Submit or Act.FixSpelling or Act.PublishFix or Act.Schedule ? 8 : 1))];
        if (possible.Length == 0) return;
        var act = possible[step.Act % possible.Length];
        if (act == Act.Submit) (edition.Draft, edition.CorrectionNote) = (Words(step.Text), "Dikoreksi.");
        var text = edition.CurrentHash is null ? null : NewsDesk.CurrentContent(edition);
        if (act == Act.Edit && text is not null) text = Words(step.Text).ToContent();
        if (act == Act.FixSpelling && text is not null) text = text with { Body = StyledText.Plain(text.Body.Text.Replace("ijin", "izin", StringComparison.Ordinal)) };
        var seen = step.Stale ? edition.Revisions.OrderBy(revision => revision.Ordinal).FirstOrDefault()?.Hash : edition.CurrentHash;
        await room.Desk.Carry(db, edition, new Order(act, seen, "alasan", WarningsAcknowledged: true, At: room.Now.AddMinutes(step.Act), Text: text, ChatId: 1), actor, room.Now, cancel);
    }, cancel);

    private static Task Tick(Newsroom room, Guid itemId) => room.Store.Write(async db =>
    {
        foreach (var id in await db.Editions.Where(edition => edition.ItemId == itemId && edition.State == EditionState.Scheduled && edition.DueAt <= room.Now).Select(edition => edition.Id).ToListAsync(cancel))
            await room.Desk.PublishScheduled(db, (await NewsDesk.Open(db, id, cancel))!, room.Now, cancel);
    }, cancel);

    /// <returns>How often the item became public by each way; the ordinary one is "".</returns>
    private static async Task<Dictionary<string, int>> Judge(Newsroom room, Guid itemId, bool singleReviewer)
    {
        var (events, editions, shape) = await room.Store.Read(async db => (
            (await db.AuditEvents.Where(row => row.ItemId == itemId).OrderBy(row => row.Sequence).ToListAsync(cancel)).ConvertAll(AuditChain.Read),
            await db.Editions.Include(edition => edition.Revisions).Where(edition => edition.ItemId == itemId).ToListAsync(cancel),
            (await db.Publications.FirstOrDefaultAsync(row => row.ItemId == itemId, cancel))?.Shape), cancel);
        Dictionary<string, int> ways = [];
        AuditEntry? live = null;
        foreach (var (index, published) in events.Index().Where(each => each.Item.To == "Published" && each.Item.From != "Published"))
        {
            var before = events.Take(index).Where(each => each.EditionId == published.EditionId).ToList();
            var edition = editions.Single(each => each.Id == published.EditionId);
            JudgeOne(published, before, edition, singleReviewer);
            ways[published.Lane ?? ""] = ways.GetValueOrDefault(published.Lane ?? "") + 1;
            live = published;
        }
        if (live is not null)
        {
            var text = editions.Single(edition => edition.Id == live.EditionId).Revisions.First(revision => revision.Hash == live.RevisionHash).Content;
            Assert.Equal((text.Title, text.Body.Text), (shape!.Title, shape.Body.Text));
        }
        // At most one edition is live, and a look that is owed is on record until another person settles it.
        Assert.True(editions.Count(edition => edition.State == EditionState.Published) <= 1);
        Assert.All(editions.Where(edition => edition.LookOwedSince is not null), edition => Assert.NotNull(edition.LaneUserId));
        return ways;
    }

    private static void JudgeOne(AuditEntry published, List<AuditEntry> before, Edition edition, bool singleReviewer)
    {
        // What was said of a text before it was sent, edited, returned or begun anew does not count; nor what was taken back.
        var cleared = before.FindLastIndex(each => each.Act is "Submit" or "Edit" or "Return" or "SendBack" or "Reopen" or "Reject");
        var since = before.Skip(cleared + 1).Append(published).ToList();
        List<AuditEntry> endorsements = [];
        foreach (var each in since)
        {
            if (each.Act == "Endorse") endorsements.Add(each);
            if (each.Act == "TakeBack") endorsements.RemoveAt(endorsements.Count - 1);
        }
        var approval = since.Last(each => each.Act is "Approve" or "Schedule" or "PublishFix" or "PublishUrgently");
        HashSet<long?> authors = [edition.AuthorId, .. before.Where(each => each.Act == "Submit").Select(each => each.ActorId)];
        HashSet<long?> editors = [.. before.Where(each => each.Act == "Edit").Select(each => each.ActorId)];
        Assert.Equal(published.RevisionHash, approval.RevisionHash);
        Assert.DoesNotContain(approval.ActorId, authors);
        Assert.All(endorsements, each => Assert.True(each.RevisionHash == published.RevisionHash && !authors.Contains(each.ActorId)));

        switch (published.Lane)
        {
            case null:
                Assert.True(approval.Act is "Approve" or "Schedule" && approval.Capacity == "Kadis", $"{approval}");
                Assert.Contains(endorsements, each => each.ActorId != approval.ActorId);
                Assert.DoesNotContain(approval.ActorId, endorsements.Select(each => each.ActorId));
                Assert.DoesNotContain(approval.ActorId, editors);
                break;
            case "SingleReviewer":
                Assert.True(singleReviewer);
                Assert.NotEmpty(endorsements);
                break;
            case "Emergency":
                Assert.Contains(since, each => each is { Act: "PublishUrgently", Lane: "Emergency", Reason: not null } && each.RevisionHash == published.RevisionHash);
                break;
            case "Fast":
                Assert.True(approval is { Act: "PublishFix", Capacity: "Kabid" }, $"{approval}");
                break;
            default:
                Assert.Fail($"No such lane: {published.Lane}");
                break;
        }
    }

    private static DraftContent Words(int number) => Newsroom.Text(extra: $"warga mengurus ijin usaha versi{number}");

    /// <param name="Offered">Does what is offered, else anything at all.</param>
    /// <param name="Edition">0 is the newest.</param>
    /// <param name="Stale">Has the first text before him.</param>
    private sealed record Step(string Person, bool Offered, int Act, int Edition, int Text, bool Stale, int Minutes);
}
