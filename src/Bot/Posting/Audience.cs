using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Posting;

/// <summary>Everybody who holds a role that notices go to, read once for all SKPDs.</summary>
internal sealed class Audience
{
    private readonly Dictionary<Role, IReadOnlyList<Member>> byRole = [];
    private readonly Dictionary<Role, ILookup<string, Member>> bySkpd = [];

    public static async Task<Audience> Of(NewsroomDb db, Stage stage, DateTimeOffset now, CancellationToken cancel)
    {
        var audience = new Audience();
        foreach (var role in stage.OfOffice) audience.byRole[role] = await PeopleDesk.Holders(db, role, null, now, cancel);
        foreach (var role in stage.OfSkpd)
            audience.bySkpd[role] = (await PeopleDesk.Holders(db, role, null, now, cancel))
                .SelectMany(member => Actor.Of(member, now).Roles.Where(held => held.Role == role && held.SkpdCode is not null), (member, held) => (member, held.SkpdCode))
                .ToLookup(pair => pair.SkpdCode!, pair => pair.member);
        return audience;
    }

    public IEnumerable<Member> OfOffice => byRole.Values.SelectMany(members => members).DistinctBy(member => member.Id);

    public IEnumerable<Member> OfSkpd(string code) => bySkpd.Values.SelectMany(members => members[code]).DistinctBy(member => member.Id);
}
