using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Workflow.Posting;

/// <summary>
/// At least so many items per SKPD and ISO week, by the office's clocks (SOP rows A15/B11). Pure: the same items, SKPD, calendar and time give the same answer.
/// </summary>
public static class PostingRule
{
    /// <param name="items">May hold items of other SKPDs and weeks; only those of this SKPD and week are looked at.</param>
    public static WeekStanding Judge(PostingSkpd skpd, IsoWeek week, IEnumerable<PostedItem> items, WorkingCalendar calendar, PostingPolicy policy, DateTimeOffset now)
        => new(skpd, week, ObligationOf(skpd, week, calendar, policy, now), policy.MinimumPerWeek,
            [.. items.Where(item => item.SkpdCode == skpd.Code && WeekOf(item, calendar.Office, policy, now) == week).OrderBy(item => item.FirstSubmittedAt).ThenBy(item => item.Id).Select(item => new CreditedItem(item, CreditOf(item, policy)))]);

    /// <summary>The week that an item belongs to. Counted by publication, what is not public yet belongs to the present one: it may still become public in it.</summary>
    public static IsoWeek WeekOf(PostedItem item, OfficeTime office, PostingPolicy policy, DateTimeOffset now)
        => IsoWeek.Of(office.Today(policy.CreditBy == CreditBy.FirstSubmission ? item.FirstSubmittedAt : item.FirstPublishedAt ?? now));

    public static Credit CreditOf(PostedItem item, PostingPolicy policy) => item.Standing switch
    {
        ItemStanding.Ended => Credit.Ended,
        ItemStanding.Retracted when !policy.HarmlessRetractions.Contains(item.RetractionReason ?? "") => Credit.RetractedForFault,
        _ when item.IsDuplicate => Credit.Duplicate,
        ItemStanding.Returned => Credit.Returned,
        ItemStanding.UnderReview => Credit.Provisional,
        _ => Credit.Counted,
    };

    public static Obligation ObligationOf(PostingSkpd skpd, IsoWeek week, WorkingCalendar calendar, PostingPolicy policy, DateTimeOffset now)
    {
        var (begins, ends) = Span(week, calendar.Office);
        if (skpd.ClosedAt < ends) return Obligation.Closed;
        if (skpd.Exempt) return Obligation.Exempt;
        // Who joins at Monday's first instant has the whole week before him, but not Monday's morning behind him: the rule begins the Monday after.
        if (skpd.Admins.IsEmpty || skpd.Admins.Min(admin => admin.From) >= ends) return Obligation.NoAdmin;
        if (skpd.Admins.Min(admin => admin.From) >= begins) return Obligation.NotBegun;
        if (calendar.WorkingDaysIn(week) < policy.MinimumWorkingDays) return Obligation.Excused;
        return HasAdminThroughout(skpd, week, calendar, now) ? Obligation.Due : Obligation.NoAdmin;
    }

    /// <summary>From Monday's first instant to the next Monday's, which is outside.</summary>
    public static (DateTimeOffset Begins, DateTimeOffset Ends) Span(IsoWeek week, OfficeTime office)
        => (office.At(week.Monday, TimeOnly.MinValue), office.At(week.Next.Monday, TimeOnly.MinValue));

    /// <summary>On each working day of the week that has begun, somebody was an admin for some of it: a handover at noon is none of the SKPD's fault.</summary>
    private static bool HasAdminThroughout(PostingSkpd skpd, IsoWeek week, WorkingCalendar calendar, DateTimeOffset now)
        => week.Days.Where(calendar.IsWorkingDay).All(day =>
        {
            var (from, last) = (calendar.Office.At(day, TimeOnly.MinValue), calendar.Office.At(day.AddDays(1), TimeOnly.MinValue).AddTicks(-1));
            // What is to come is judged by who is there now.
            if (now < from) (from, last) = (now, now);
            else if (now < last) last = now;
            return skpd.Admins.Any(admin => admin.From <= last && !(admin.Until <= from));
        });
}
