using KominfoBot.Bot.Hosting;
using KominfoBot.Bot.Teks;
using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Storage;
using Microsoft.Extensions.Options;

namespace KominfoBot.Bot.Findings;

/// <summary>Nothing can be published when the chain has a step that nobody holds, or fewer people than steps: each step needs a person of its own.</summary>
public static class TooFewReviewers
{
    public static async Task<string?> Find(IServiceProvider services, NewsroomDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var chain = services.GetRequiredService<IOptions<ReviewOptions>>().Value.Chain();
        List<(Role Role, HashSet<long> People)> steps = [];
        foreach (var step in chain.Steps) steps.Add((step.Role, await Holders(db, step.Role, now, cancel)));
        if (steps.Where(step => step.People.Count == 0).Select(step => step.Role).Distinct().ToList() is { Count: > 0 } empty) return TemuanMulaiTeks.TanpaPeninjau(empty);
        // A tiny office may have one person do it all; each use is recorded.
        if (chain.SingleReviewer || CanBeFilled([.. steps.Select(step => step.People)])) return null;
        return TemuanMulaiTeks.KurangPeninjau([.. steps.Select(step => step.Role)], steps.SelectMany(step => step.People).Distinct().Count());
    }

    /// <summary>Who can do a step; an Anggota with the right endorses in place of the Kabid.</summary>
    private static async Task<HashSet<long>> Holders(NewsroomDb db, Role role, DateTimeOffset now, CancellationToken cancel)
    {
        IEnumerable<Member> people = await PeopleDesk.Holders(db, role, null, now, cancel);
        if (role == Role.Kabid) people = people.Concat((await PeopleDesk.Holders(db, Role.Anggota, null, now, cancel)).Where(member => Actor.Of(member, now).MayEndorse));
        return [.. people.Where(member => member.Reachable).Select(member => member.Id)];
    }

    /// <summary>Whether each step can have a person of its own.</summary>
    public static bool CanBeFilled(IReadOnlyList<IReadOnlySet<long>> steps)
    {
        // Augmenting paths: a person taken by an earlier step moves on when that step has another.
        Dictionary<long, int> taken = [];
        return Enumerable.Range(0, steps.Count).All(step => Fill(step, []));

        bool Fill(int step, HashSet<long> tried)
        {
            foreach (var person in steps[step])
            {
                if (!tried.Add(person) || (taken.TryGetValue(person, out var other) && !Fill(other, tried))) continue;
                taken[person] = step;
                return true;
            }
            return false;
        }
    }
}
