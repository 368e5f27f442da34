using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Publication;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.News;

/// <summary>Corrections, small ones of spelling, retraction and restoration: the public link stays the same throughout.</summary>
public sealed class After_publication
{
    private const string Number = "DISDIK-2026-0001";
    private const string SecondPhoto = "11aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa";

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task A_correction_takes_the_place_of_the_live_edition_when_it_is_approved_and_not_before(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var first = await room.In(EditionState.Published);
        var before = (await room.Published.Find(Number, cancel))!;
        var second = await room.Correction(first, "colleague", Newsroom.Text("Disdik membuka pendaftaran beasiswa provinsi", "yang benar"));
        Assert.Equal(new Refusal.LaterEdition(EditionState.Draft), await room.Carry(first, new Order(Act.Revise), "kadis"));
        await room.Act(second, Act.Submit, "colleague");
        await room.Act(second, Act.Endorse, "kabid");
        Assert.Equal(before.Title, (await room.Published.Find(Number, cancel))!.Title);

        room.Now += TimeSpan.FromDays(1);
        Assert.IsType<Outcome.Moved>(await room.Act(second, Act.Approve, "kadis"));

        var after = (await room.Published.Find(Number, cancel))!;
        Assert.Equal((before.Id, before.Slug, before.PublishedAt, 2, PublicationStatus.Corrected), (after.Id, after.Slug, after.PublishedAt, after.Edition, after.Status));
        Assert.Equal(new PublishedCorrection(room.Now, "Jumlah penerima dikoreksi."), Assert.Single(after.Corrections));
        Assert.Equal("Disdik membuka pendaftaran beasiswa provinsi", after.Title);
        Assert.Equal(EditionState.Superseded, (await room.Load(first)).State);
        Assert.Equal("Supersede", (await room.Events(first))[^1].Act);
        Assert.Equal([PublicationStatus.Published, PublicationStatus.Corrected], await Changes(room));
        Assert.True((await room.Audit()).Whole);
    }

    [Theory, BothStores]
    public async Task A_correction_without_a_public_note_is_not_sent(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var second = Assert.IsType<Outcome.Moved>(await room.Carry(await room.In(EditionState.Published), new Order(Act.Revise, ChatId: 1), "author")).Started!.Id;
        await room.Rewrite(second, Newsroom.Text(extra: "yang benar"));
        Assert.IsType<Refusal.WithoutNote>(await room.Act(second, Act.Submit, "author"));
    }

    [Theory, BothStores]
    public async Task Who_starts_a_correction_is_its_author_also_at_Kominfo(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var second = await room.Correction(await room.In(EditionState.Published), "kabid");
        Assert.IsType<Refusal.OtherAuthor>(await room.Act(second, Act.Submit, "kabid2"));
        Assert.IsType<Outcome.Moved>(await room.Act(second, Act.Submit, "kabid"));

        Assert.IsType<Refusal.Own>(await room.Act(second, Act.Endorse, "kabid"));
        Assert.IsType<Outcome.Moved>(await room.Act(second, Act.Endorse, "kabid2"));
        Assert.IsType<Outcome.Moved>(await room.Act(second, Act.Approve, "kadis"));
    }

    [Theory, BothStores]
    public async Task A_retraction_withdraws_the_edition_under_way_and_what_was_due_of_it(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var first = await room.In(EditionState.Published);
        var second = await room.Correction(first, "author");
        await room.Act(second, Act.Submit, "author");
        await room.Act(second, Act.Endorse, "kabid");
        await room.Carry(second, new Order(Act.Schedule, At: room.Now.AddHours(3)), "kadis");

        Assert.IsType<Outcome.Moved>(await room.Act(first, Act.Retract, "kadis", "Berita ini dimuat dua kali."));
        Assert.Equal((EditionState.Retracted, EditionState.Withdrawn), ((await room.Load(first)).State, (await room.Load(second)).State));
        Assert.False(await room.Store.Read(db => db.Due.AnyAsync(row => row.State == DueState.Waiting && row.Kind == NewsDesk.PublicationDue, cancel), cancel));
        Assert.Equal(("Withdraw", "kadis"), ((await room.Events(second))[^1].Act, (await room.Events(second))[^1].ActorName));
        room.Now += TimeSpan.FromHours(3);
        Assert.IsType<Refusal.Decided>(await room.FallsDue(second));
    }

    [Theory, BothStores]
    public async Task What_was_retracted_comes_back_only_as_a_new_edition_under_the_same_link(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var first = await room.In(EditionState.Published);
        var link = (await room.Published.Find(Number, cancel))!.Slug;
        await room.Act(first, Act.Retract, "kadis", "Berita ini memuat data yang tidak akurat.");
        var second = await room.Correction(first, "author");
        await room.Act(second, Act.Submit, "author");
        await room.Act(second, Act.Endorse, "kabid");
        await room.Act(second, Act.Approve, "kadis");

        var back = (await room.Published.Find(Number, cancel))!;
        Assert.Equal((link, 2, PublicationStatus.Corrected, (string?)null), (back.Slug, back.Edition, back.Status, back.RetractionNotice));
        Assert.Equal(EditionState.Retracted, (await room.Load(first)).State);
        Assert.Equal([PublicationStatus.Published, PublicationStatus.Retracted, PublicationStatus.Corrected], await Changes(room));
        Assert.True(await room.Store.Read(db => db.PublicationPhotos.AnyAsync(row => row.Live, cancel), cancel));
    }

    [Theory, BothStores]
    public async Task Photos_follow_the_live_edition_and_stay_while_another_item_shows_them(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Store.Write(db => { db.Photos.Add(new PhotoRow { Hash = SecondPhoto, Format = "jpg", Width = 1600, Height = 1200, Bytes = 1000, AddedAt = room.Now, State = PhotoState.Ready, Variants = [new("large", "jpg", 1600, 1200, 900)] }); return Task.CompletedTask; }, cancel);
        var first = await room.In(EditionState.Published);
        var other = await room.In(EditionState.Published, Newsroom.Text("Disdik menutup pendaftaran beasiswa daerah", "lain"));
        var corrected = Newsroom.Text(extra: "yang benar");
        var second = await room.Correction(first, "author", corrected with { Photos = [new DraftPhoto(null, SecondPhoto, "Foto yang benar", "foto 1")] });
        await room.Act(second, Act.Submit, "author");
        await room.Act(second, Act.Endorse, "kabid");
        await room.Act(second, Act.Approve, "kadis");

        Assert.Equal([(Number, SecondPhoto), ("DISDIK-2026-0002", Newsroom.Hash)], await Live(room));
        await room.Act(other, Act.Retract, "kadis", "Berita ini dimuat dua kali.");
        Assert.Equal([(Number, SecondPhoto)], await Live(room));
    }

    [Theory, BothStores]
    public async Task A_correction_of_spelling_is_published_by_a_Kabid_alone_and_recorded_as_such(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var first = await room.In(EditionState.Published, Newsroom.Text(extra: "mengurus ijin usaha warga"));
        var started = Assert.IsType<Outcome.Moved>(await room.Carry(first, new Order(Act.FixSpelling, Text: await room.Reworded(first, "ijin", "izin")), "kabid")).Started!.Id;
        Assert.Equal((EditionState.InReview, Lane.Fast), ((await room.Load(started)).State, (await room.Load(started)).Lane));
        Assert.IsType<Refusal.WrongLane>(await room.Act(started, Act.Endorse, "kabid2"));
        Assert.IsType<Refusal.RoleMissing>(await room.Act(started, Act.PublishFix, "kadis"));

        Assert.Equal(EditionState.Published, Assert.IsType<Outcome.Moved>(await room.Act(started, Act.PublishFix, "kabid")).To);
        var after = (await room.Published.Find(Number, cancel))!;
        Assert.Contains("mengurus izin usaha", after.Body.Text, StringComparison.Ordinal);
        Assert.Empty(after.Corrections);
        Assert.Equal("Fast", (await room.Events(started))[^1].Lane);
        Assert.Equal(EditionState.Superseded, (await room.Load(first)).State);
    }

    [Theory, BothStores]
    public async Task What_is_more_than_spelling_goes_another_way(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("anggota", Role.Anggota);
        var first = await room.In(EditionState.Published, Newsroom.Text(extra: "bupati Safni mengurus ijin usaha bagi warga nagari"));
        foreach (var (word, better, fault) in new[]
        {
            ("kata7 ", "kata8 ", SmallChangeFault.Number),
            ("Safni", "Safari", SmallChangeFault.Name),
            ("mengurus ijin usaha bagi warga nagari", "memberi izin dagang untuk para petani", SmallChangeFault.TooManyWords),
            ("tidak ada", "x", SmallChangeFault.Nothing),
        })
            Assert.Equal(fault, Assert.IsType<Refusal.NotSmall>(await room.Carry(first, new Order(Act.FixSpelling, Text: await room.Reworded(first, word, better)), "anggota")).Fault);
        Assert.Equal(SmallChangeFault.Title, Assert.IsType<Refusal.NotSmall>(await room.Carry(first, new Order(Act.FixSpelling, Text: NewsDesk.CurrentContent(await room.Load(first)) with { Title = "Lain" }), "anggota")).Fault);
        Assert.Single((await room.Load(first)).Item!.Editions);
    }

    [Theory, BothStores]
    public async Task A_correction_of_spelling_that_grew_by_edits_is_measured_again(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("anggota", Role.Anggota);
        var first = await room.In(EditionState.Published, Newsroom.Text(extra: "mengurus ijin usaha bagi warga nagari"));
        var started = Assert.IsType<Outcome.Moved>(await room.Carry(first, new Order(Act.FixSpelling, Text: await room.Reworded(first, "ijin", "izin")), "anggota")).Started!.Id;
        await room.Act(started, Act.Claim, "kabid");
        await room.Carry(started, new Order(Act.Edit, Text: await room.Reworded(started, "mengurus izin usaha bagi warga nagari", "memberi izin dagang untuk para petani")), "kabid");

        Assert.Equal(SmallChangeFault.TooManyWords, Assert.IsType<Refusal.NotSmall>(await room.Act(started, Act.PublishFix, "kabid2")).Fault);
        Assert.IsType<Outcome.Moved>(await room.Act(started, Act.Reject, "kabid2", "bukan ejaan"));
    }

    [Theory, BothStores]
    public async Task A_request_is_an_event_with_its_reason_and_changes_nothing(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("asisten", Role.Koordinator);
        var first = await room.In(EditionState.Published);
        Assert.IsType<Outcome.Moved>(await room.Act(first, Act.RequestCorrection, "asisten", "jumlahnya keliru"));
        Assert.IsType<Outcome.Moved>(await room.Act(first, Act.RequestRetraction, "author", "narasumber keberatan"));
        Assert.IsType<Refusal.OtherSkpd>(await room.Act(first, Act.RequestCorrection, "stranger", "kami"));

        Assert.Equal([("RequestCorrection", "jumlahnya keliru"), ("RequestRetraction", "narasumber keberatan")], (await room.Events(first)).TakeLast(2).Select(each => (each.Act, each.Reason!)));
        var after = await room.Load(first);
        Assert.Equal((EditionState.Published, Act.Approve), (after.State, after.LastAct));
    }

    [Theory, BothStores]
    public async Task A_request_is_declined_with_a_reason_and_may_be_made_again(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("asisten", Role.Koordinator);
        await room.Join("head", Role.KepalaSkpd, "DISDIK");
        var first = await room.In(EditionState.Published);
        Assert.IsType<Refusal.NotRequested>(await room.Act(first, Act.DeclineRequest, "kadis", "sudah benar"));
        await room.Act(first, Act.RequestCorrection, "head", "jumlahnya keliru");
        Assert.IsType<Refusal.RoleMissing>(await room.Act(first, Act.DeclineRequest, "asisten", "sudah benar"));
        Assert.IsType<Refusal.WithoutReason>(await room.Act(first, Act.DeclineRequest, "kadis"));
        Assert.IsType<Outcome.Moved>(await room.Act(first, Act.DeclineRequest, "kadis", "sudah benar"));
        Assert.IsType<Refusal.NotRequested>(await room.Act(first, Act.DeclineRequest, "kabid", "sudah benar"));
        Assert.IsType<Outcome.Moved>(await room.Act(first, Act.RequestRetraction, "asisten", "tetap keliru"));
        Assert.NotNull((await room.Load(first)).RequestedSince);
        Assert.Equal([("RequestCorrection", "jumlahnya keliru"), ("DeclineRequest", "sudah benar"), ("RequestRetraction", "tetap keliru")], (await room.Events(first)).TakeLast(3).Select(each => (each.Act, each.Reason!)));
    }

    [Theory, BothStores]
    public async Task A_request_outlives_a_correction_of_spelling_and_no_other(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("asisten", Role.Koordinator);
        var first = await room.In(EditionState.Published, Newsroom.Text(extra: "mengurus ijin usaha warga"));
        await room.Act(first, Act.RequestCorrection, "asisten", "jumlahnya keliru");
        var since = (await room.Load(first)).RequestedSince;
        var fix = Assert.IsType<Outcome.Moved>(await room.Carry(first, new Order(Act.FixSpelling, Text: await room.Reworded(first, "ijin", "izin")), "kabid")).Started!.Id;
        room.Now += TimeSpan.FromHours(1);
        await room.Act(fix, Act.PublishFix, "kabid");
        Assert.Equal((null, since), ((await room.Load(first)).RequestedSince, (await room.Load(fix)).RequestedSince));

        var third = await room.Correction(fix, "author");
        await room.Act(third, Act.Submit, "author");
        await room.Act(third, Act.Endorse, "kabid");
        await room.Act(third, Act.Approve, "kadis");
        Assert.Null((await room.Load(third)).RequestedSince);
    }

    [Theory, BothStores]
    public async Task A_correction_that_its_SKPD_forgot_is_gone_on_with_by_Kominfo(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var first = await room.In(EditionState.Published);
        var left = await room.Correction(first, "author");
        Assert.Equal(new Refusal.LaterEdition(EditionState.Draft), await room.Act(first, Act.Revise, "kabid"));
        Assert.IsType<Refusal.RoleMissing>(await room.Act(first, Act.TakeOverCorrection, "colleague"));

        var taken = Assert.IsType<Outcome.Moved>(await room.Carry(first, new Order(Act.TakeOverCorrection, ChatId: 2), "kabid")).Started!.Id;
        var (old, young) = (await room.Load(left), await room.Load(taken));
        Assert.Equal((EditionState.Discarded, EditionState.Draft, old.Draft.Body, old.CorrectionNote, 3), (old.State, young.State, young.Draft.Body, young.CorrectionNote, young.Ordinal));
        Assert.Equal(("Discard", "kabid"), ((await room.Events(left))[^1].Act, (await room.Events(left))[^1].ActorName));
        Assert.Equal(("TakeOverCorrection", "edisi 3"), ((await room.Events(first))[^1].Act, (await room.Events(first))[^1].Detail));
        Assert.IsType<Refusal.Decided>(await room.Act(left, Act.Submit, "author"));

        await room.Act(taken, Act.Submit, "kabid");
        Assert.IsType<Refusal.Own>(await room.Act(taken, Act.Endorse, "kabid"));
        await room.Act(taken, Act.Endorse, "kabid2");
        Assert.IsType<Outcome.Moved>(await room.Act(taken, Act.Approve, "kadis"));
        Assert.True((await room.Audit()).Whole);
    }

    private static Task<List<PublicationStatus>> Changes(Newsroom room)
        => room.Store.Read(db => db.PublicationChanges.OrderBy(row => row.Sequence).Select(row => row.Status).ToListAsync(cancel), cancel);

    private static Task<List<(string, string)>> Live(Newsroom room)
        => room.Store.Read(async db => (await db.PublicationPhotos.Where(row => row.Live).OrderBy(row => row.Number).ToListAsync(cancel)).ConvertAll(row => (row.Number, row.Hash)), cancel);
}
