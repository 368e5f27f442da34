using KominfoBot.Testing;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using KominfoBot.Workflow.Tests.News;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Workflow.Tests.People;

public sealed class PeopleDeskTests
{
    private static readonly PeopleDesk Desk = new(InvitationRules.Default);

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task A_code_binds_an_account_once(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var code = await Invite(room, new InvitationOrder(Role.AdminSkpd, "dinkes", "Hj. Yeni Safitri, S.Sos", "19700101", "800/12/2026"));

        var bound = await Redeem(room, code, 5001);
        Assert.Equal(Redemption.Bound, bound.Result);
        Assert.Equal(("Hj. Yeni Safitri, S.Sos", "DINKES", "800/12/2026"), (bound.Member!.DisplayName, bound.Appointment!.SkpdCode, bound.Appointment.LetterNumber));
        Assert.Equal(Redemption.Used, (await Redeem(room, code, 5002)).Result);
    }

    [Theory, BothStores]
    public async Task Who_was_bound_by_a_process_whose_clock_is_ahead_has_the_role_at_once_everywhere(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var bound = await Redeem(room, await Invite(room, new InvitationOrder(Role.Kabid)), 5001);

        var behind = room.Now.AddSeconds(-90);
        Assert.Equal(Role.Kabid, Assert.Single(Actor.Of(bound.Member!, behind).Roles).Role);
        Assert.Equal(bound.Member!.Id, Assert.Single(await room.Store.Read(db => PeopleDesk.Holders(db, Role.Kabid, null, behind, cancel), cancel), member => member.ChatUserId == 5001).Id);
    }

    [Theory, BothStores]
    public async Task Of_two_accounts_with_the_same_code_at_once_one_gets_it(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var code = await Invite(room, new InvitationOrder(Role.Kabid));
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Redeem(room, code, 6000 + n))));
        Assert.Single(results, result => result.Result == Redemption.Bound);
        Assert.Equal(7, results.Count(result => result.Result == Redemption.Used));
    }

    [Theory, BothStores]
    public async Task The_clear_code_is_kept_nowhere(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var code = await Invite(room, new InvitationOrder(Role.Kabid));
        Assert.Equal(22, code.Length);
        var stored = await room.Store.Read(async db => (await db.Invitations.SingleAsync(cancel), await db.AuditEvents.OrderBy(row => row.Sequence).LastAsync(cancel)), cancel);
        Assert.DoesNotContain(code, stored.Item1.CodeHash, StringComparison.Ordinal);
        Assert.DoesNotContain(code, System.Text.Encoding.UTF8.GetString(stored.Item2.Canonical), StringComparison.Ordinal);
    }

    [Theory, BothStores]
    public async Task A_code_expires(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var code = await Invite(room, new InvitationOrder(Role.Kabid));
        room.Now += InvitationRules.Default.Life;
        Assert.Equal(Redemption.Expired, (await Redeem(room, code, 5001)).Result);
    }

    [Theory, BothStores]
    public async Task Wrong_codes_are_limited_and_the_limit_passes(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        var code = await Invite(room, new InvitationOrder(Role.Kabid));
        for (var attempt = 0; attempt < InvitationRules.Default.AttemptsPerHour; attempt++) Assert.Equal(Redemption.Unknown, (await Redeem(room, $"salah{attempt}", 5001)).Result);
        Assert.Equal(Redemption.TooManyAttempts, (await Redeem(room, code, 5001)).Result);
        Assert.Equal(Redemption.Bound, (await Redeem(room, code, 5002)).Result);
        room.Now += TimeSpan.FromMinutes(61);
        Assert.Equal(Redemption.Unknown, (await Redeem(room, "salah", 5001)).Result);
    }

    [Theory, BothStores]
    public async Task An_SKPD_role_needs_a_known_SKPD_and_a_Kominfo_role_none(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        Assert.Equal(InvitationRefusal.SkpdMissing, await Refused(room, new InvitationOrder(Role.AdminSkpd)));
        Assert.Equal(InvitationRefusal.SkpdUnknown, await Refused(room, new InvitationOrder(Role.AdminSkpd, "DINAS-GAIB")));
        Assert.Equal(InvitationRefusal.SkpdNotForRole, await Refused(room, new InvitationOrder(Role.Kabid, "DISDIK")));
    }

    [Theory, BothStores]
    public async Task A_person_may_hold_several_roles_under_one_account(StoreProvider provider)
    {
        await using var room = await Newsroom.Open(provider);
        await Redeem(room, await Invite(room, new InvitationOrder(Role.Kabid)), 5001);
        var second = await Redeem(room, await Invite(room, new InvitationOrder(Role.AdminSkpd, "DINKES")), 5001);
        Assert.False(second.NewMember);
        var actor = await room.Store.Read(async db => Actor.Of((await PeopleDesk.Find(db, 5001, cancel))!, room.Now), cancel);
        Assert.Equal([Role.AdminSkpd, Role.Kabid], actor.Roles.Select(held => held.Role).Order());
        Assert.Equal(Redemption.AlreadyHeld, (await Redeem(room, await Invite(room, new InvitationOrder(Role.Kabid)), 5001)).Result);
    }

    private static Task<string> Invite(Newsroom room, InvitationOrder order) => room.Store.Write(async db => (await Desk.Invite(db, order, null, room.Now, cancel)).Code!, cancel);

    private static Task<InvitationRefusal?> Refused(Newsroom room, InvitationOrder order) => room.Store.Write(async db => (await Desk.Invite(db, order, null, room.Now, cancel)).Refusal, cancel);

    private static Task<Redeemed> Redeem(Newsroom room, string code, long account) => room.Store.Write(db => Desk.Redeem(db, code, account, "Nama Chat", room.Now, cancel), cancel);
}
