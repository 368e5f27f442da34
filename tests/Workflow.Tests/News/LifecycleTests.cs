using System.Collections.Immutable;
using KominfoBot.Testing;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Workflow.Tests.News;

/// <summary>Every state x act x role x relation has one answer. The expectation is written down here a second time, by hand, from the procedure.</summary>
public sealed class LifecycleTests
{
    private const long Author = 1, Contributor = 2, Endorser = 3, Other = 4;
    private const string Hash = "seen";

    public static TheoryData<EditionState, Act, Role, long> Everything()
    {
        var data = new TheoryData<EditionState, Act, Role, long>();
        foreach (var state in Enum.GetValues<EditionState>())
        foreach (var act in Enum.GetValues<Act>())
        foreach (var role in Enum.GetValues<Role>())
        foreach (var who in new[] { Author, Contributor, Endorser, Other })
            data.Add(state, act, role, who);
        return data;
    }

    [Theory, MemberData(nameof(Everything), DisableDiscoveryEnumeration = true)]
    public void Every_combination_has_the_answer_that_the_procedure_gives(EditionState state, Act act, Role role, long who)
    {
        var outcome = Lifecycle.Decide(Standing(state), new Order(act, Hash, "alasan", Changed: true), ActorOf(who, role));

        Assert.Equal(Expected(state, act, role, who), outcome switch { Outcome.Allowed => "allowed", var refusal => refusal.GetType().Name });
    }

    [Fact]
    public void Every_act_has_exactly_one_row()
        => Assert.Equal(Enum.GetValues<Act>().Order(), Lifecycle.Table.Select(rule => rule.Act).Order());

    [Theory]
    [InlineData(EditionState.Draft, Role.AdminSkpd, new[] { Act.Discard, Act.Submit })]
    [InlineData(EditionState.InReview, Role.AdminSkpd, new[] { Act.Withdraw })]
    [InlineData(EditionState.InReview, Role.Kabid, new[] { Act.Endorse, Act.Return, Act.Reject })]
    [InlineData(EditionState.InReview, Role.Kadis, new[] { Act.Return, Act.Reject })]
    [InlineData(EditionState.Endorsed, Role.Kadis, new[] { Act.Return, Act.Reject, Act.Approve })]
    [InlineData(EditionState.Published, Role.Kadis, new[] { Act.Retract })]
    [InlineData(EditionState.Published, Role.Kabid, new[] { Act.Retract })]
    [InlineData(EditionState.Published, Role.AdminSkpd, new Act[0])]
    [InlineData(EditionState.Retracted, Role.Kadis, new Act[0])]
    [InlineData(EditionState.InReview, Role.AdminPortal, new Act[0])]
    [InlineData(EditionState.InReview, Role.Koordinator, new Act[0])]
    public void A_person_is_offered_what_he_may_do(EditionState state, Role role, Act[] offered)
        => Assert.Equal(offered.Order(), Lifecycle.Offered(Standing(state), ActorOf(Other, role)).Order());

    [Fact]
    public void A_decision_on_another_text_than_the_current_one_is_refused()
    {
        foreach (var act in new[] { Act.Endorse, Act.Return, Act.Reject })
            Assert.IsType<Refusal.Outdated>(Lifecycle.Decide(Standing(EditionState.InReview), new Order(act, "another", "alasan"), ActorOf(Other, Role.Kabid)));
    }

    [Fact]
    public void A_return_and_a_rejection_need_a_reason()
    {
        foreach (var act in new[] { Act.Return, Act.Reject })
            Assert.IsType<Refusal.WithoutReason>(Lifecycle.Decide(Standing(EditionState.InReview), new Order(act, Hash, " "), ActorOf(Other, Role.Kabid)));
    }

    [Fact]
    public void A_returned_text_needs_a_change_or_an_answer()
    {
        var standing = Standing(EditionState.Returned);
        Assert.IsType<Refusal.Unchanged>(Lifecycle.Decide(standing, new Order(Act.Submit, Hash), ActorOf(Author, Role.AdminSkpd)));
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(standing, new Order(Act.Submit, Hash, Answered: true), ActorOf(Author, Role.AdminSkpd)));
        Assert.IsType<Outcome.Allowed>(Lifecycle.Decide(standing, new Order(Act.Submit, Hash, Changed: true), ActorOf(Author, Role.AdminSkpd)));
    }

    [Fact]
    public void An_admin_of_another_SKPD_is_told_whose_item_it_is()
    {
        var stranger = new Actor(Other, "Lain", [new HeldRole(Role.AdminSkpd, "DINKES")]);
        Assert.Equal(new Refusal.OtherSkpd("DISDIK"), Lifecycle.Decide(Standing(EditionState.InReview), new Order(Act.Withdraw), stranger));
    }

    [Fact]
    public void The_diagram_in_the_docs_is_the_tables()
    {
        var path = Path.Combine(RepositoryRoot.Path, "docs", "lifecycle.md");
        var drawn = LifecycleDiagram.Draw();
        if (Environment.GetEnvironmentVariable("KOMINFO_WRITE_DOCS") == "1") File.WriteAllText(path, drawn);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == drawn, "docs/lifecycle.md is not what the table says: KOMINFO_WRITE_DOCS=1 ./test Workflow writes it anew.");
    }

    private static Standing Standing(EditionState state)
        => new(state, "DISDIK", Hash, [Author, Contributor], state is EditionState.Endorsed or EditionState.PublishFailed ? Endorser : null, null);

    private static Actor ActorOf(long who, Role role) => new(who, "Nama", [new HeldRole(role, role.BelongsToSkpd() ? "DISDIK" : null)]);

    /// <summary>The procedure, told anew and in another order than the table.</summary>
    private static string Expected(EditionState state, Act act, Role role, long who)
    {
        if (act is Act.Publish or Act.FailPublishing) return state == EditionState.Scheduled ? "allowed" : state is EditionState.Draft or EditionState.AwaitingHead or EditionState.InReview ? nameof(Refusal.NotYet) : nameof(Refusal.Decided);
        ImmutableArray<Role> whose = act switch
        {
            Act.Discard or Act.Submit or Act.Withdraw => [Role.AdminSkpd],
            Act.Endorse or Act.TakeBack => [Role.Kabid],
            Act.Retract => [Role.Kabid, Role.Kadis],
            Act.Return => [Role.Anggota, Role.Kabid, Role.Kadis],
            Act.Reject => [Role.Kabid, Role.Kadis],
            _ => [Role.Kadis],
        };
        if (!whose.Contains(role)) return nameof(Refusal.RoleMissing);
        var open = act switch
        {
            Act.Discard or Act.Submit => state is EditionState.Draft or EditionState.Returned,
            Act.Withdraw => state is EditionState.InReview or EditionState.Endorsed or EditionState.Scheduled or EditionState.PublishFailed or EditionState.Returned,
            Act.Endorse => state == EditionState.InReview,
            Act.TakeBack => state == EditionState.Endorsed,
            Act.Retract => state == EditionState.Published,
            Act.Return or Act.Reject => state is EditionState.InReview or EditionState.Endorsed,
            _ => state is EditionState.Endorsed or EditionState.PublishFailed,
        };
        if (!open)
        {
            var before = act switch
            {
                Act.Discard or Act.Submit => false,
                Act.Approve or Act.TakeBack or Act.Retract => state is EditionState.Draft or EditionState.AwaitingHead or EditionState.InReview,
                Act.Withdraw => state is EditionState.Draft or EditionState.AwaitingHead,
                _ => state is EditionState.Draft or EditionState.AwaitingHead,
            };
            return before ? nameof(Refusal.NotYet) : nameof(Refusal.Decided);
        }
        if (act is Act.Endorse or Act.Approve && who is Author or Contributor && act is Act.Endorse or Act.Approve) return nameof(Refusal.Own);
        if (act == Act.TakeBack && who != Endorser) return nameof(Refusal.NotTheEndorser);
        if (act == Act.Approve && who == Endorser) return nameof(Refusal.Endorser);
        return "allowed";
    }
}
