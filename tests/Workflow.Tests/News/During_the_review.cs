using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.News;

/// <summary>What happens to a text between Kirim and the decision: held, edited, asked about, sent back, classified.</summary>
public sealed class During_the_review
{
    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task An_edit_makes_a_new_text_that_all_decide_anew_and_the_author_answers(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.InReview);
        await room.Act(edition, Act.Endorse, "kabid");
        await room.Act(edition, Act.TakeBack, "kabid");
        var before = await room.Load(edition);
        var text = await room.Reworded(edition, "kata7 ", "angka tujuh ");

        Assert.IsType<Refusal.NotInHand>(await room.Carry(edition, new Order(Act.Edit, Text: text), "kabid2"));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Claim, "kabid2"));
        Assert.IsType<Refusal.InHandOf>(await room.Act(edition, Act.Claim, "kabid"));
        Assert.IsType<Outcome.Moved>(await room.Carry(edition, new Order(Act.Edit, Text: text), "kabid2"));

        var after = await room.Load(edition);
        Assert.Equal((2, EditReply.Pending, (long?)null), (after.Revisions.Count, after.EditReply, after.EditingById));
        Assert.Contains("angka tujuh", after.Draft.Body.Text, StringComparison.Ordinal);
        Assert.IsType<Refusal.Outdated>(await room.Act(edition, Act.Endorse, "kabid", seen: before.CurrentHash));
        Assert.IsType<Outcome.Moved>(await room.Carry(edition, new Order(Act.ContestEdit, Reason: "tujuh itu keliru"), "author"));
        Assert.IsType<Refusal.NotEdited>(await room.Act(edition, Act.AcceptEdit, "colleague"));
        Assert.Equal((EditReply.Contested, "tujuh itu keliru"), ((await room.Load(edition)).EditReply, (await room.Load(edition)).Reply));
        // The editor may endorse, since the Kadis is the second pair of eyes.
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Endorse, "kabid2"));
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Approve, "kadis"));
        Assert.Contains("angka tujuh", (await room.Published.Find("DISDIK-2026-0001", cancel))!.Body.Text, StringComparison.Ordinal);
    }

    [Theory, BothStores]
    public async Task Who_edited_a_text_does_not_approve_it(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("kabid2", Role.Kadis);
        var edition = await room.In(EditionState.InReview);
        await room.Act(edition, Act.Claim, "kabid2");
        await room.Carry(edition, new Order(Act.Edit, Text: await room.Reworded(edition, "kata7 ", "tujuh ")), "kabid2");
        await room.Act(edition, Act.Endorse, "kabid");

        Assert.IsType<Refusal.Editor>(await room.Act(edition, Act.Approve, "kabid2"));
        Assert.IsType<Refusal.Editor>(await room.Carry(edition, new Order(Act.Schedule, At: room.Now.AddHours(1)), "kabid2"));
    }

    [Theory, BothStores]
    public async Task A_lease_ends_after_half_an_hour_and_may_be_taken_over_before(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("anggota", Role.Anggota);
        var edition = await room.In(EditionState.InReview);
        var text = await room.Reworded(edition, "kata7 ", "tujuh ");
        await room.Act(edition, Act.Claim, "anggota");
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.TakeOver, "kabid"));
        var lost = Assert.IsType<Refusal.NotInHand>(await room.Carry(edition, new Order(Act.Edit, Text: text), "anggota"));
        Assert.Equal(room.Id("kabid"), lost.Held!.MemberId);

        room.Now += TimeSpan.FromMinutes(30);
        Assert.Null(Assert.IsType<Refusal.NotInHand>(await room.Carry(edition, new Order(Act.Edit, Text: text), "kabid")).Held);
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Claim, "anggota"));
    }

    [Theory, BothStores]
    public async Task A_question_leaves_the_text_where_it_is_and_its_answer_stays_beside_it(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Endorsed);
        Assert.IsType<Refusal.NotAsked>(await room.Act(edition, Act.Answer, "author", "dijawab"));
        Assert.Equal(EditionState.Endorsed, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Ask, "kadis", "Siapa yang hadir?")).To);
        Assert.IsType<Refusal.OtherSkpd>(await room.Act(edition, Act.Answer, "stranger", "kami"));

        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Answer, "colleague", "Kepala sekolah."));
        var after = await room.Load(edition);
        Assert.Equal(("Siapa yang hadir?", "Kepala sekolah.", false), (after.Question, after.Reply, after.QuestionOpen));
        Assert.Single(after.Endorsements);
    }

    [Theory, BothStores]
    public async Task What_the_Kadis_sends_back_is_evaluated_anew_and_not_the_SKPDs(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Endorsed);
        Assert.Equal(EditionState.InReview, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.SendBack, "kadis", "salah ketik")).To);
        Assert.Empty((await room.Load(edition)).Endorsements);
        Assert.IsType<Refusal.NotYet>(await room.Act(edition, Act.Approve, "kadis"));
    }

    [Theory, BothStores]
    public async Task A_rejected_text_is_reopened_by_the_Kadis_or_copied_by_its_SKPD(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Rejected);
        var copy = Assert.IsType<Outcome.Moved>(await room.Carry(edition, new Order(Act.Copy, ChatId: 7), "colleague")).Started!;
        Assert.Equal((EditionState.Draft, 7L, room.Id("colleague")), (copy.State, copy.AuthorChatId, copy.AuthorId));
        Assert.Null((await room.Load(copy.Id)).Item!.Number);
        Assert.Equal((await room.Load(edition)).Draft.Title, copy.Draft.Title);

        Assert.Equal(EditionState.InReview, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Reopen, "kadis")).To);
        Assert.IsType<Refusal.Blocked>(await room.Act(copy.Id, Act.Submit, "colleague"));
    }

    [Theory, BothStores]
    public async Task What_is_exempted_is_not_published_by_any_way(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var edition = await room.In(EditionState.Endorsed);
        await room.Carry(edition, new Order(Act.Classify, Class: InformationClass.Exempted), "kadis");

        Assert.Equal("exempted", Assert.Single(Assert.IsType<Refusal.Blocked>(await room.Act(edition, Act.Approve, "kadis")).Findings).Code);
        Assert.IsType<Refusal.Blocked>(await room.Carry(edition, new Order(Act.Schedule, At: room.Now.AddHours(1)), "kadis"));
        Assert.IsType<Refusal.Blocked>(await room.Act(edition, Act.PublishUrgently, "kadis", "mendesak"));
        await room.Carry(edition, new Order(Act.Classify), "kadis");
        Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Approve, "kadis"));
    }

    [Theory, BothStores]
    public async Task Where_the_SKPDs_setting_says_so_its_head_agrees_first(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await room.Join("kepala", Role.KepalaSkpd, "DISDIK");
        await room.Join("kepala lain", Role.KepalaSkpd, "DINKES");
        await room.Store.Write(db => db.Skpds.Where(skpd => skpd.Code == "DISDIK").ExecuteUpdateAsync(skpd => skpd.SetProperty(row => row.HeadApproves, true), cancel), cancel);
        var edition = await room.Draft();

        Assert.Equal(EditionState.AwaitingHead, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Submit, "author")).To);
        Assert.IsType<Refusal.NotYet>(await room.Act(edition, Act.Endorse, "kabid"));
        Assert.IsType<Refusal.OtherSkpd>(await room.Act(edition, Act.Agree, "kepala lain"));
        Assert.Equal(EditionState.Returned, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Return, "kepala", "kurang lengkap")).To);
        await room.Rewrite(edition, Newsroom.Text(extra: "lengkap"));
        await room.Act(edition, Act.Submit, "author");
        Assert.Equal(EditionState.InReview, Assert.IsType<Outcome.Moved>(await room.Act(edition, Act.Agree, "kepala")).To);
        Assert.Equal("KepalaSkpd DISDIK", (await room.Events(edition))[^1].Capacity);
    }
}
