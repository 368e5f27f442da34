using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace KominfoBot.Bot.Hosting;

/// <summary>Hands out invitations to those who have the machine: the command line and the first start.</summary>
public sealed class InvitationCounter(PeopleDesk people, TimeProvider clock)
{
    /// <summary>Fact that holds the bot's username, without the @, since the bot first reached Telegram.</summary>
    public const string UsernameFact = "bot.username";

    /// <summary>The one-time link, or <c>/start code</c> while the bot's username is unknown.</summary>
    /// <exception cref="OperatorException">The order cannot be carried out; the sentence says why.</exception>
    public async Task<string> Invite(NewsroomStore store, InvitationOrder order, CancellationToken cancel)
    {
        var (invited, username, known) = await store.Write(async db =>
        {
            var made = await people.Invite(db, order, byMemberId: null, clock.GetUtcNow(), cancel);
            var codes = made.Refusal == InvitationRefusal.SkpdUnknown ? await db.Skpds.Where(skpd => skpd.Active).Select(skpd => skpd.Code).OrderBy(code => code).ToListAsync(cancel) : [];
            return (made, await db.Facts.Where(fact => fact.Name == UsernameFact).Select(fact => fact.Value).FirstOrDefaultAsync(cancel), codes);
        }, cancel);
        return invited switch
        {
            { Code: { } code } => username is { Length: > 0 } ? $"https://t.me/{username}?start={code}" : $"/start {code}",
            { Refusal: InvitationRefusal.SkpdUnknown } => throw new OperatorException($"SKPD \"{order.SkpdCode}\" tidak ada. Kode yang ada: {string.Join(", ", known)}."),
            { Refusal: InvitationRefusal.SkpdMissing } => throw new OperatorException($"Peran {order.Role} memerlukan --skpd <kode>, misalnya --skpd DISDIK."),
            _ => throw new OperatorException($"Peran {order.Role} bukan peran SKPD; hilangkan --skpd."),
        };
    }
}
