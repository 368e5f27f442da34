using System.Collections.Immutable;
using KominfoBot.Testing;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Search;
using KominfoBot.Workflow.Storage;
using KominfoBot.Workflow.Tests.News;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Search;

public sealed class Searching_the_newsroom
{
    private static readonly OfficeTime office = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
    private static readonly SearchScope everything = new(true, []);

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task Finds_words_of_title_body_caption_number_and_agency_by_their_beginning(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.In(EditionState.InReview, Newsroom.Text("Disdik resmikan perpustakaan Limapuluh Kota", "Muhammad Yamin hadir."));

        foreach (var words in (string[])["perpustakaan", "PERPUS", "yamin muhammad", "keterangan foto", "DISDIK-2026-0001", "0001", "Dinas Pendidikan", "50 Kota", "lima puluh kota", "limapuluh kota", "kata7 resmikan"])
            Assert.Equal("DISDIK-2026-0001", Assert.Single((await Find(room, new SearchQuery(words))).Items).Number);
        foreach (var words in (string[])["perpustakaannya", "perpustakaan yamina", "pustaka", "0002", "\"perpustakaan\" OR x AND", "perpustakaan - - NEAR(nihil)"])
            Assert.Empty((await Find(room, new SearchQuery(words))).Items);
    }

    [Theory, BothStores]
    public async Task Knows_the_newest_revision_at_once_and_forgets_the_words_before_it(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Returned, Newsroom.Text(extra: "Kalimat yang salah jambangan."));
        await room.Rewrite(edition, Newsroom.Text("Judul baru tentang beasiswa daerah", "Kalimat yang benar."));
        Assert.Single((await Find(room, new SearchQuery("jambangan"))).Items);
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Submit, "author"));

        Assert.Empty((await Find(room, new SearchQuery("jambangan"))).Items);
        Assert.Equal("Judul baru tentang beasiswa daerah", Assert.Single((await Find(room, new SearchQuery("benar"))).Items).Title);
    }

    [Theory, BothStores]
    public async Task Leaves_no_trace_of_a_text_whose_act_did_not_commit(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.Draft(Newsroom.Text("Naskah yang tidak pernah sampai"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => room.Store.Write(async db =>
        {
            var open = (await NewsDesk.Open(db, edition, cancel))!;
            Assert.IsType<Outcome.Moved>(await room.Desk.Carry(db, open, new Order(Act.Submit, WarningsAcknowledged: true), await room.Actor(db, "author"), room.Now, cancel));
            await db.SaveChangesAsync(cancel);
            throw new InvalidOperationException("mati di tengah jalan");
        }, cancel));

        Assert.Equal(0, (await Find(room, new SearchQuery("sampai"))).Total);
        Assert.Equal(0, (await Find(room, new SearchQuery())).Total);
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Submit, "author"));
        Assert.Equal(1, (await Find(room, new SearchQuery("sampai"))).Total);
    }

    [Theory, BothStores]
    public async Task Shows_an_SKPD_its_own_and_nobody_a_draft(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.In(EditionState.InReview, Newsroom.Text("Berita bersama pertama untuk dicari"));
        await room.Draft(Newsroom.Text("Berita bersama yang masih berupa draf"));
        var discarded = await room.In(EditionState.Returned, Newsroom.Text("Berita bersama yang akhirnya dibuang"));
        Assert.IsType<Outcome.Moved>(await room.Act(discarded, Act.Discard, "author"));

        Assert.Equal(["DISDIK-2026-0001"], (await Find(room, new SearchQuery("bersama"))).Items.Select(item => item.Number));
        Assert.Single((await Find(room, new SearchQuery("bersama"), scope: new SearchScope(false, ["DISDIK"]))).Items);
        Assert.Empty((await Find(room, new SearchQuery("bersama"), scope: new SearchScope(false, ["DINKES"]))).Items);
        Assert.Empty((await Find(room, new SearchQuery("bersama"), scope: new SearchScope(false, []))).Items);
    }

    [Theory, BothStores]
    public async Task Narrows_by_agency_category_state_and_days_of_the_office(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        // 23:30 in the office on the 29th.
        room.Now = new(2026, 11, 29, 16, 30, 0, TimeSpan.Zero);
        await room.In(EditionState.Published, Newsroom.Text("Berita pertama pada hari Minggu"));
        // 00:30 on the 30th.
        room.Now = new(2026, 11, 29, 17, 30, 0, TimeSpan.Zero);
        await room.In(EditionState.InReview, Newsroom.Text("Berita kedua pada hari Senin", "lagi"));
        var (sunday, monday) = (new DateOnly(2026, 11, 29), new DateOnly(2026, 11, 30));

        Assert.Equal([2, 1], Sequence(await Find(room, new SearchQuery("berita"))));
        Assert.Equal([1], Sequence(await Find(room, new SearchQuery("berita", States: [EditionState.Published]))));
        Assert.Equal([1], Sequence(await Find(room, new SearchQuery(Until: sunday))));
        Assert.Equal([2], Sequence(await Find(room, new SearchQuery(From: monday))));
        Assert.Equal([2, 1], Sequence(await Find(room, new SearchQuery(From: sunday, Until: monday, SkpdCode: "DISDIK", CategoryCode: "pendidikan"))));
        Assert.Empty((await Find(room, new SearchQuery(CategoryCode: "kesehatan"))).Items);
        Assert.Empty((await Find(room, new SearchQuery(SkpdCode: "DINKES"))).Items);
    }

    [Theory, BothStores]
    public async Task Gives_ten_to_a_page_newest_first(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        for (var number = 1; number <= 12; number++)
        {
            room.Now = room.Now.AddMinutes(1);
            await room.In(EditionState.InReview, Newsroom.Text($"Berita bernomor urut ke-{number} untuk dicari", $"pembeda{number}"));
        }
        var first = await Find(room, new SearchQuery("bernomor"));
        Assert.Equal((12, 2, 0), (first.Total, first.Pages, first.Number));
        Assert.Equal(Enumerable.Range(3, 10).Reverse(), Sequence(first));
        Assert.Equal([2, 1], Sequence(await Find(room, new SearchQuery("bernomor"), 1)));
        Assert.Equal([2, 1], Sequence(await Find(room, new SearchQuery("bernomor"), 99)));
    }

    [Theory, BothStores]
    public async Task Finds_what_an_older_program_sent_after_catching_up(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.In(EditionState.InReview, Newsroom.Text("Berita dari versi program terdahulu"));
        await room.Store.Write(db => db.Search.ExecuteDeleteAsync(cancel), cancel);
        Assert.Empty((await Find(room, new SearchQuery("terdahulu"))).Items);

        await SearchIndex.CatchUp(room.Store, cancel);
        await SearchIndex.CatchUp(room.Store, cancel);
        Assert.Single((await Find(room, new SearchQuery("terdahulu"))).Items);
    }

    [Theory, BothStores]
    public async Task Takes_any_text(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.In(EditionState.InReview, Newsroom.Text(extra: $"{new string('ß', 4000)} {string.Join(' ', NaughtyStrings.All)}"));
        foreach (var text in NaughtyStrings.All) await Find(room, new SearchQuery(text));
        Assert.Single((await Find(room, new SearchQuery(new string('ß', 70)))).Items);
    }

    [Theory, BothStores]
    public async Task Starts_over_with_an_empty_newsroom(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.In(EditionState.InReview);
        await room.Store.Empty(cancel);
        Assert.Equal(0, (await Find(room, new SearchQuery("beasiswa"))).Total);
        Assert.Empty(await room.Store.Read(db => db.Found(["beasiswa"]).ToListAsync(cancel), cancel));
    }

    [Fact]
    public void What_somebody_may_find_follows_from_the_roles()
    {
        static SearchScope Of(params HeldRole[] roles) => SearchScope.Of(new Actor(1, "", [.. roles]));
        Assert.True(Of(new HeldRole(Role.Kabid, null)).Everything);
        Assert.True(Of(new HeldRole(Role.Anggota, null)).Everything);
        Assert.True(Of(new HeldRole(Role.Koordinator, null)).Everything);
        Assert.False(Of(new HeldRole(Role.AdminSkpd, "DISDIK"), new HeldRole(Role.KepalaSkpd, "DINKES")).Everything);
        Assert.Equal(["DISDIK", "DINKES"], Of(new HeldRole(Role.AdminSkpd, "DISDIK"), new HeldRole(Role.KepalaSkpd, "DINKES")).Skpds.Order().Reverse());
        Assert.True(Of(new HeldRole(Role.AdminPortal, null)).IsNothing);
    }

    private static Task<FoundPage> Find(Newsroom room, SearchQuery query, int page = 0, SearchScope? scope = null)
        => room.Store.Read(db => NewsSearch.Find(db, scope ?? everything, query, office, page, cancel), cancel);

    private static ImmutableArray<int> Sequence(FoundPage page) => [.. page.Items.Select(item => int.Parse(item.Number[^4..], System.Globalization.CultureInfo.InvariantCulture))];
}
