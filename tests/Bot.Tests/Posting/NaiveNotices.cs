using KominfoBot.Workflow.People;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Tests.Posting;

/// <summary>
/// What an attentive secretary with a paper calendar would have sent, from what really happened: which SKPDs owed what, at which moments the program was
/// there, and who sat where. Knows nothing of weeks, rules or timetables of the program.
/// </summary>
/// <param name="isClosed">Weekends and holidays.</param>
/// <param name="moments">When the program ran and looked, in order.</param>
internal sealed class NaiveNotices(SimulatedOffice office, IReadOnlyCollection<string> exempt, Func<DateOnly, bool> isClosed, IReadOnlyList<DateTimeOffset> moments)
{
    private static readonly TimeSpan jakarta = TimeSpan.FromHours(7);

    /// <summary>The keys of all notices of a week that were to be sent.</summary>
    public IEnumerable<string> Expected(DateOnly monday)
    {
        var thursday = monday.AddDays(3);
        var name = $"{thursday.Year:0000}-W{(thursday.DayOfYear + 6) / 7:00}";
        var few = Moved(monday.AddDays(4), 9);
        if (Moment(Moved(monday.AddDays(2), 9), Midnight(monday.AddDays(7))) is { } none && !(few <= none))
            foreach (var skpd in Skpds().Where(skpd => Owes(skpd, monday) && Sent(skpd, monday, none) == 0))
                foreach (var admin in Holders(Role.AdminSkpd, skpd, none)) yield return $"posting:{name}:None:{skpd}:{admin.Id}";
        if (Moment(few, Midnight(monday.AddDays(7))) is { } second)
            foreach (var skpd in Skpds().Where(skpd => Owes(skpd, monday) && Sent(skpd, monday, second) < 2))
                foreach (var admin in Holders(Role.AdminSkpd, skpd, second)) yield return $"posting:{name}:Few:{skpd}:{admin.Id}";
        if (Moment(Moved(monday.AddDays(4), 14), Midnight(monday.AddDays(7))) is { } third)
        {
            var late = Skpds().Where(skpd => Owes(skpd, monday) && Sent(skpd, monday, third) < 2).ToList();
            foreach (var skpd in late)
                foreach (var head in Holders(Role.KepalaSkpd, skpd, third)) yield return $"posting:{name}:Escalation:{skpd}:{head.Id}";
            if (late.Count > 0)
                foreach (var kabid in Holders(Role.Kabid, null, third)) yield return $"posting:{name}:Escalation:-:{kabid.Id}";
        }
        if (Moment(Moved(monday.AddDays(7), 7, 30), Midnight(monday.AddDays(14))) is { } recap)
        {
            foreach (var skpd in Skpds().Where(skpd => Began(skpd, monday) && !exempt.Contains(skpd)))
                foreach (var person in Holders(Role.AdminSkpd, skpd, recap).Concat(Holders(Role.KepalaSkpd, skpd, recap))) yield return $"posting:{name}:Recap:{skpd}:{person.Id}";
            foreach (var person in Holders(Role.Kabid, null, recap).Concat(Holders(Role.Kadis, null, recap)).Concat(Holders(Role.Koordinator, null, recap))) yield return $"posting:{name}:Recap:-:{person.Id}";
        }
    }

    /// <summary>"Due 2+1": what is owed, published and under review, of an SKPD's week as it stood at that time.</summary>
    public string Standing(string skpd, DateOnly monday, DateTimeOffset asOf)
    {
        var items = InWeek(skpd, monday).Where(item => item.Sent <= asOf && !(item.Lost <= asOf)).ToList();
        var published = items.Count(item => item.Published <= asOf);
        var obligation = exempt.Contains(skpd) ? Obligation.Exempt
            : !office.People.Exists(person => person.Role == Role.AdminSkpd && person.Skpd == skpd && person.Joined < Midnight(monday.AddDays(7))) ? Obligation.NoAdmin
            : !Began(skpd, monday) ? Obligation.NotBegun
            : Owes(skpd, monday) ? Obligation.Due : Obligation.Excused;
        return $"{obligation} {published}+{items.Count - published}";
    }

    public bool IsOfficeHour(DateTimeOffset instant)
    {
        var local = instant.ToOffset(jakarta);
        return !isClosed(DateOnly.FromDateTime(local.DateTime)) && local.TimeOfDay >= new TimeSpan(7, 30, 0) && local.TimeOfDay < new TimeSpan(16, 0, 0);
    }

    private IEnumerable<string> Skpds() => office.People.Where(person => person.Skpd is not null).Select(person => person.Skpd!).Distinct();

    private bool Began(string skpd, DateOnly monday) => office.People.Exists(person => person.Role == Role.AdminSkpd && person.Skpd == skpd && person.Joined < Midnight(monday));

    private bool Owes(string skpd, DateOnly monday) => !exempt.Contains(skpd) && Began(skpd, monday) && Enumerable.Range(0, 7).Count(day => !isClosed(monday.AddDays(day))) >= 3;

    private int Sent(string skpd, DateOnly monday, DateTimeOffset asOf) => InWeek(skpd, monday).Count(item => item.Sent <= asOf && !(item.Lost <= asOf));

    private IEnumerable<SimItem> InWeek(string skpd, DateOnly monday) => office.Items.Where(item => item.Skpd == skpd && item.Sent >= Midnight(monday) && item.Sent < Midnight(monday.AddDays(7)));

    private IEnumerable<SimPerson> Holders(Role role, string? skpd, DateTimeOffset asOf) => office.People.Where(person => person.Role == role && person.Skpd == skpd && person.Joined <= asOf);

    private DateTimeOffset Moved(DateOnly day, int hour, int minute = 0)
    {
        while (isClosed(day)) day = day.AddDays(1);
        return Midnight(day).AddMinutes((hour * 60) + minute);
    }

    /// <summary>The first time in office hours that the program looked, from then on; null when that was too late.</summary>
    private DateTimeOffset? Moment(DateTimeOffset from, DateTimeOffset until)
        => moments.Where(moment => moment >= from && moment < until && IsOfficeHour(moment)).Select(moment => (DateTimeOffset?)moment).FirstOrDefault();

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), jakarta);
}
