using KominfoBot.Testing;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.Storage;
using KominfoBot.Workflow.Tests.News;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.Checks;

/// <summary>Texts and photos that are like others, as the store finds them.</summary>
public sealed class LikenessTests
{
    private const string Other = "11bb11bb11bb11bb11bb11bb11bb11bb11bb11bb11bb11bb11bb11bb11bb11bb";

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task A_text_with_a_few_other_words_names_the_first_one_whatever_its_SKPD(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.In(EditionState.Published);
        var copy = await room.Draft(Text(extra: "dengan sedikit tambahan di akhir") with { CategoryCode = "kesehatan" }, "stranger");

        var warned = Assert.IsType<Refusal.Unacknowledged>(await room.Act(copy, Act.Submit, "stranger", acknowledged: false));
        var similar = Assert.Single(warned.Findings, finding => finding.Code == "similar");
        Assert.Equal("DISDIK-2026-0001", similar.Values[0]);
        Assert.InRange(int.Parse(similar.Values[1], System.Globalization.CultureInfo.InvariantCulture), 80, 99);
    }

    [Theory, BothStores]
    public async Task A_text_of_its_own_a_withdrawn_one_and_one_of_long_ago_are_no_likeness(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.In(EditionState.Withdrawn, Text(extra: "ditarik"));
        await room.In(EditionState.InReview, Text("Judul tentang hal yang berbeda sama sekali", Enumerable.Range(200, 90)));
        Assert.DoesNotContain("similar", await Codes(room, Text(extra: "baru")));

        await room.In(EditionState.Published, Text(extra: "lama"));
        room.Now = room.Now.AddDays(59);
        Assert.Contains("similar", await Codes(room, Text(extra: "baru")));
        room.Now = room.Now.AddDays(2);
        Assert.DoesNotContain("similar", await Codes(room, Text(extra: "baru")));
    }

    [Theory, BothStores]
    public async Task What_is_never_compared_again_is_forgotten_and_nothing_else(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var old = await room.In(EditionState.Published, Text(extra: "lama"));
        room.Now = room.Now.AddDays(121);
        var gone = await room.In(EditionState.Withdrawn, Text("Judul tentang hal yang berbeda sama sekali", Enumerable.Range(200, 90)));
        var rejected = await room.In(EditionState.Rejected, Text("Judul tentang hal yang lain lagi daripada itu", Enumerable.Range(400, 90)));
        var live = await room.In(EditionState.Published, Text("Judul tentang hal yang keempat dan terakhir", Enumerable.Range(600, 90)));
        Assert.Equal([old, gone, rejected, live], await Remembered(room));

        while (await room.Store.Write(db => room.Desk.Forget(db, room.Now, cancel), cancel)) { }
        Assert.Equal([rejected, live], await Remembered(room));
        Assert.Equal([old, rejected, live], await room.Store.Read(db => db.PhotoUses.Select(row => row.EditionId).Distinct().Order().ToListAsync(cancel), cancel));
        Assert.Contains("similar", await Codes(room, Text("Judul kelima yang menyalin isi keempat", Enumerable.Range(600, 90))));
    }

    private static Task<List<long>> Remembered(Newsroom room) => room.Store.Read(db => db.TextPrints.Select(row => row.EditionId).Distinct().Order().ToListAsync(cancel), cancel);

    [Theory, BothStores]
    public async Task The_item_itself_is_not_its_own_likeness_when_it_comes_again(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Returned);
        await room.Rewrite(edition, Text(extra: "diperbaiki"));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Submit, "author", acknowledged: false));
    }

    [Theory, BothStores]
    public async Task The_same_photo_and_one_that_looks_like_it_name_the_item_that_showed_it(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        const long print = 0x1234_5678_9ABC_DEF0;
        await Print(room, Newsroom.Hash, print);
        await room.Store.Write(db => { db.Photos.Add(new PhotoRow { Hash = Other, Format = "jpg", Width = 1200, Height = 900, Bytes = 10, AddedAt = room.Now, State = PhotoState.Ready }); return Task.CompletedTask; }, cancel);
        await Print(room, Other, print ^ 0b1000_0000_0001_0000_0100);
        await room.In(EditionState.InReview);
        var fresh = Text("Judul tentang hal yang berbeda sama sekali", Enumerable.Range(200, 90));

        Assert.Contains("photo.used|1|DISDIK-2026-0001", await Keys(room, fresh));
        Assert.Contains("photo.used|1|DISDIK-2026-0001", await Keys(room, fresh with { Photos = [new DraftPhoto(null, Other, "Keterangan", "foto 1")] }));
        await Print(room, Other, print ^ 0b1000_0000_0001_0000_0111);
        Assert.DoesNotContain("photo.used|1|DISDIK-2026-0001", await Keys(room, fresh with { Photos = [new DraftPhoto(null, Other, "Keterangan", "foto 1")] }));
    }

    [Theory, BothStores]
    public async Task What_the_sender_acknowledged_is_kept_with_the_edition(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var shouting = await room.In(EditionState.InReview, Text("DISDIK MEMBUKA PENDAFTARAN BEASISWA"));
        Assert.Equal("title.capitals", (await room.Load(shouting)).AcknowledgedWarnings);
    }

    [Fact]
    public void Runs_in_common_are_counted_and_keys_find_most_of_them()
    {
        var words = Enumerable.Range(1, 200).Select(n => $"kata{n}").ToList();
        var one = Shingles.Of(Plain(words));
        var found = 0;
        for (var round = 0; round < 40; round++)
        {
            // Every twentieth word another one: three runs of twenty differ.
            var other = Shingles.Of(Plain(words.Select((word, index) => index % 20 == round % 20 ? $"lain{round}x{index}" : word)));
            Assert.InRange(Shingles.Percent(one, other), 65, 80);
            if (Shingles.Keys(one).Intersect(Shingles.Keys(other)).Any()) found++;
        }
        Assert.InRange(found, 38, 40);
        Assert.Empty(Shingles.Keys(one).Intersect(Shingles.Keys(Shingles.Of(Plain(Enumerable.Range(1000, 200).Select(n => $"kata{n}"))))));
        Assert.Empty(Shingles.Keys(Shingles.Of(Plain(words.Take(10)))));
    }

    [Fact]
    public void Prints_that_differ_in_three_bits_always_share_a_key()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var print = random.NextInt64(long.MinValue, long.MaxValue);
            var near = print;
            for (var bit = 0; bit < PhotoPrint.SameWithin; bit++) near ^= 1L << random.Next(64);
            Assert.NotEmpty(PhotoPrint.Keys(print).Intersect(PhotoPrint.Keys(near)));
            Assert.Equal(PhotoPrint.Keys(print).Count, PhotoPrint.Keys(print).Distinct().Count());
        }
    }

    [Fact]
    public void A_plain_area_has_no_print_and_grey_is_as_good_as_colour()
    {
        Assert.Null(PhotoPrint.Of(new byte[72]));
        byte[] grey = [.. Enumerable.Range(0, 72).Select(n => (byte)((n * 37) ^ (n * n)))];
        Assert.NotNull(PhotoPrint.Of(grey));
        Assert.Equal(PhotoPrint.Of(grey), PhotoPrint.Of([.. grey.SelectMany(each => new[] { each, each, each })]));
        Assert.Equal(PhotoPrint.Of(grey), PhotoPrint.Of([.. grey.SelectMany(each => new byte[] { each, each, each, 255 })]));
        Assert.Throws<ArgumentException>(() => PhotoPrint.Of(new byte[71]));
    }

    private static Content Plain(IEnumerable<string> words) => new("", StyledText.Plain(string.Join(' ', words)), [], "");

    private static DraftContent Text(string title = "Disdik membuka pendaftaran beasiswa daerah", IEnumerable<int>? words = null, string? extra = null) => words is null
        ? Newsroom.Text(title, extra)
        : Newsroom.Text(title) with { Passages = [new DraftPassage(null, StyledText.Plain(string.Join(". ", words.Chunk(15).Select(chunk => string.Join(' ', chunk.Select(n => $"Kata{n}"))))))] };

    private static Task Print(Newsroom room, string hash, long print) => room.Store.Write(async db =>
    {
        (await db.Photos.FindAsync([hash], cancel))!.Print = print;
        db.PhotoPrints.RemoveRange(db.PhotoPrints.Where(row => row.Hash == hash));
        await db.SaveChangesAsync(cancel);
        db.PhotoPrints.AddRange(PhotoPrint.Keys(print).Select(key => new PhotoPrintRow { Key = key, Hash = hash }));
    }, cancel);

    private static async Task<IReadOnlyList<string>> Keys(Newsroom room, DraftContent text)
    {
        var draft = await room.Draft(text, "colleague");
        return await room.Act(draft, Act.Submit, "colleague", acknowledged: false) is Refusal.Unacknowledged warned ? [.. warned.Findings.Select(finding => finding.Key)] : [];
    }

    private static async Task<IReadOnlyList<string>> Codes(Newsroom room, DraftContent text) => [.. (await Keys(room, text)).Select(key => key.Split('|')[0])];
}
