using System.Collections.Immutable;
using KominfoBot.Bot.Buttons;
using KominfoBot.Bot.Cards;
using KominfoBot.Bot.Outbox;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Checks;
using KominfoBot.Workflow.News;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Tests.Cards;

/// <summary>The buttons that a person is offered, on the card or behind Lainnya, are the acts that the table allows him: none too many, none too few.</summary>
public sealed class Buttons_and_the_table
{
    private static readonly DateTimeOffset now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly NewsDesk desk = new(new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")), new TextRules(), ReviewChain.Default);

    public static TheoryData<EditionState, Role, Lane> AtReviewers => new MatrixOf(CardDesk.AtReviewers, [Role.KepalaSkpd, Role.Anggota, Role.Kabid, Role.Kadis]).Rows;

    public static TheoryData<EditionState, Role, Lane> Afterwards
        => new MatrixOf([EditionState.Scheduled, EditionState.Published, EditionState.Retracted, EditionState.Rejected, EditionState.Withdrawn, EditionState.Superseded], [.. Enum.GetValues<Role>()]).Rows;

    [Theory, MemberData(nameof(AtReviewers))]
    public void On_a_card(EditionState state, Role role, Lane lane)
    {
        foreach (var who in new long[] { 3, 4 })
        {
            var (edition, offered) = Offered(state, role, lane, who);
            var card = CardText.Keys(edition, offered);
            var acts = ActsOn(card, offered).ToHashSet();
            if (Data(card).Any(button => button is CardButton { Choice: CardChoice.More })) acts.UnionWith(ActsOn(CardText.MoreKeys(edition, offered), offered));
            if (acts.Contains(Act.Approve)) acts.UnionWith(ActsOn(CardText.PublishKeys(edition, offered.Contains(Act.Schedule)), offered));
            Assert.Equal(offered.Order(), acts.Order());
        }
    }

    [Theory, MemberData(nameof(Afterwards))]
    public void When_the_review_is_over(EditionState state, Role role, Lane lane)
    {
        var (edition, offered) = Offered(state, role, lane, 4);
        // Withdrawing has its button beside the item of its SKPD.
        offered.Remove(Act.Withdraw);
        Assert.Equal(offered.Order(), ActsOn(CardText.KeysAfter(edition, offered, all: true), offered).Order());
    }

    /// <summary>Number 3 endorsed it, 4 has nothing to do with it yet.</summary>
    private static (Edition Edition, HashSet<Act> Offered) Offered(EditionState state, Role role, Lane lane, long who)
    {
        var item = new NewsItem { Id = Guid.Empty, SkpdCode = "DISDIK", CreatedAt = now, Number = "DISDIK-2026-0001", Slug = "judul" };
        var edition = new Edition
        {
            Id = 7, ItemId = item.Id, Item = item, Ordinal = 1, State = state, AuthorId = 1, Draft = DraftContent.Empty, CurrentHash = new string('a', 64), ChangedAt = now, Lane = lane,
            Endorsements = state is EditionState.Endorsed or EditionState.PublishFailed && lane == Lane.Ordinary ? [new Endorsement(3, "Yeni", "Kabid", now, new string('a', 64))] : [],
            LookOwedSince = lane == Lane.Emergency ? now : null, LaneUserId = lane == Lane.Emergency ? 3 : null,
        };
        var actor = new Actor(who, "Nama", [new HeldRole(role, role.BelongsToSkpd() ? "DISDIK" : null)]);
        return (edition, Lifecycle.Offered(desk.StandingOf(edition, now), actor).ToHashSet());
    }

    private static IEnumerable<Button> Data(Keyboard keys) => keys.Rows.SelectMany(row => row).Select(key => Button.Parse(key.Data)!);

    private static IEnumerable<Act> ActsOn(Keyboard keys, HashSet<Act> offered) => Data(keys).Select(button => button switch
    {
        ActButton act => act.Act,
        CardButton { Choice: CardChoice.Agree } => offered.Single(act => act is Act.Agree or Act.Endorse or Act.Approve or Act.PublishFix),
        CardButton { Choice: CardChoice.Return } => Act.Return,
        CardButton { Choice: CardChoice.Reject } => Act.Reject,
        CardButton { Choice: CardChoice.Retract } => Act.Retract,
        CardButton { Choice: CardChoice.TakeBack } => Act.TakeBack,
        _ => (Act?)null,
    }).OfType<Act>();

    private sealed record MatrixOf(ImmutableArray<EditionState> States, ImmutableArray<Role> Roles)
    {
        public TheoryData<EditionState, Role, Lane> Rows
        {
            get
            {
                var rows = new TheoryData<EditionState, Role, Lane>();
                foreach (var state in States)
                foreach (var role in Roles)
                foreach (var lane in new[] { Lane.Ordinary, Lane.Fast, Lane.Emergency }) rows.Add(state, role, lane);
                return rows;
            }
        }
    }
}
