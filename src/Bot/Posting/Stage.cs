using System.Collections.Immutable;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.People;

namespace KominfoBot.Bot.Posting;

/// <summary>The notices of the posting rule. Their names are part of keys in the store.</summary>
public enum StageName
{
    None,
    Few,
    Escalation,
    Recap,
    Dormancy,
    NextYear,
}

/// <summary>All of them, as this office has set them.</summary>
public sealed record Stages(ImmutableArray<Stage> All)
{
    public Stage this[StageName name] => All.First(stage => stage.Name == name);
}

/// <summary>One of the week's notices: when, and whom it may reach.</summary>
/// <param name="Cron">Empty: never.</param>
/// <param name="LooksBack">It speaks of the week before.</param>
/// <param name="OfSkpd">Who hears of an SKPD, as holders of these roles in it.</param>
/// <param name="OfOffice">Who hears of all of them at once.</param>
public sealed record Stage(StageName Name, string Cron, bool LooksBack, ImmutableArray<Role> OfSkpd, ImmutableArray<Role> OfOffice)
{
    /// <summary>Of its timetable and its due things.</summary>
    public string Kind => $"posting-{Name.ToString().ToLowerInvariant()}";

    public static ImmutableArray<Stage> All(ReminderOptions at) =>
    [
        new(StageName.None, at.None ?? "", false, [Role.AdminSkpd], []),
        new(StageName.Few, at.Few ?? "", false, [Role.AdminSkpd], []),
        new(StageName.Escalation, at.Escalation ?? "", false, [Role.KepalaSkpd], [Role.Kabid]),
        new(StageName.Recap, at.Recap ?? "", true, [Role.AdminSkpd, Role.KepalaSkpd], [Role.Kabid, Role.Kadis, Role.Koordinator]),
        new(StageName.Dormancy, at.Dormancy ?? "", true, [], [Role.AdminPortal, Role.Kabid]),
        new(StageName.NextYear, at.NextYear ?? "", true, [], [Role.AdminPortal]),
    ];

    /// <summary>The week that an occurrence speaks of, wherever holidays have moved it to.</summary>
    public IsoWeek WeekOf(DateTimeOffset occurrence, OfficeTime office)
        => IsoWeek.Of(office.Today(occurrence)) is var week && LooksBack ? week.Previous : week;

    /// <summary>The last instant at which it is of any use lies before this: the end of its week, or of the week after for what looks back.</summary>
    public DateTimeOffset UsefulUntil(IsoWeek week, OfficeTime office)
        => office.At((LooksBack ? week.Plus(2) : week.Next).Monday, TimeOnly.MinValue);
}
