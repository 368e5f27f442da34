using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Posting;

namespace KominfoBot.Workflow.Tests.Posting;

/// <summary>
/// A second way to the same answers: walks a year hour by hour with the office's clock in hand, keeps a ledger of what each week has seen, and judges from the
/// ledger. No week arithmetic, no spans, no calendar of ours. Whole hours only.
/// </summary>
internal sealed class NaivePosting
{
    private readonly Dictionary<(int, int), Ledger> weeks = [];

    public NaivePosting(TimeZoneInfo zone, DateTimeOffset start, int days, Func<DateOnly, bool> isWorkingDay, PostingSkpd skpd, IReadOnlyList<PostedItem> items, PostingPolicy policy, DateTimeOffset now)
    {
        var everAdmin = false;
        for (var at = start; at < start.AddDays(days); at = at.AddHours(1))
        {
            var reading = TimeZoneInfo.ConvertTime(at, zone).DateTime;
            var date = DateOnly.FromDateTime(reading);
            // The ISO year and week of a day are those of its Thursday.
            var thursday = date.AddDays(3 - (((int)date.DayOfWeek + 6) % 7));
            var key = (thursday.Year, (thursday.DayOfYear + 6) / 7);
            if (!weeks.TryGetValue(key, out var week)) weeks.Add(key, week = new Ledger { HadAdminBefore = everAdmin });
            if (isWorkingDay(date)) week.WorkingDays.Add(date);
            if (skpd.ClosedAt <= at) week.Closed = true;
            var until = at.AddHours(1);
            var asked = at > now ? now : at;
            foreach (var admin in skpd.Admins)
            {
                if (admin.From >= at && admin.From < until) everAdmin = true;
                if (admin.From < at) everAdmin = true;
                if (admin.From <= asked && (admin.Until is null || admin.Until > asked)) week.DaysWithAdmin.Add(date);
            }
            week.HasAdminAtAll |= everAdmin;
            foreach (var item in items)
            {
                var counts = policy.CreditBy == CreditBy.FirstSubmission ? item.FirstSubmittedAt : item.FirstPublishedAt ?? now;
                if (counts >= at && counts < until) week.Items.Add(item);
            }
        }
    }

    public (Obligation Obligation, int Counted, int Provisional) Of(IsoWeek week, PostingSkpd skpd, PostingPolicy policy)
    {
        var ledger = weeks[(week.Year, week.Number)];
        var (counted, provisional) = (0, 0);
        foreach (var item in ledger.Items)
        {
            if (item.Standing == ItemStanding.Published && !item.IsDuplicate) counted++;
            if (item.Standing == ItemStanding.Retracted && !item.IsDuplicate && item.RetractionReason == PostingPolicy.AtItsOwnRequest) counted++;
            if (item.Standing == ItemStanding.UnderReview && !item.IsDuplicate) provisional++;
        }
        var obligation = ledger.Closed ? Obligation.Closed
            : skpd.Exempt ? Obligation.Exempt
            : !ledger.HasAdminAtAll ? Obligation.NoAdmin
            : !ledger.HadAdminBefore ? Obligation.NotBegun
            : ledger.WorkingDays.Count < policy.MinimumWorkingDays ? Obligation.Excused
            : ledger.WorkingDays.IsSubsetOf(ledger.DaysWithAdmin) ? Obligation.Due : Obligation.NoAdmin;
        return (obligation, counted, provisional);
    }

    private sealed class Ledger
    {
        public bool HadAdminBefore { get; init; }
        public bool HasAdminAtAll { get; set; }
        public bool Closed { get; set; }
        public HashSet<DateOnly> WorkingDays { get; } = [];
        public HashSet<DateOnly> DaysWithAdmin { get; } = [];
        public List<PostedItem> Items { get; } = [];
    }
}
