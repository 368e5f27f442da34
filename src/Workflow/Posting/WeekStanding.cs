using System.Collections.Immutable;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Workflow.Posting;

/// <summary>Whether an SKPD owes anything in a week, and if not, why. The first that applies.</summary>
public enum Obligation
{
    Due,
    /// <summary>No longer an agency at some time of the week.</summary>
    Closed,
    /// <summary>Free from the rule.</summary>
    Exempt,
    /// <summary>Nobody writes for it, or nobody did on some working day of the week.</summary>
    NoAdmin,
    /// <summary>Its first admin joined in this week: the rule begins on the Monday after.</summary>
    NotBegun,
    /// <summary>Too few working days.</summary>
    Excused,
}

/// <summary>How a week stands or ended.</summary>
public enum Verdict
{
    Met,
    /// <summary>Met once what is under review is published.</summary>
    Pending,
    Missed,
    /// <summary>Nothing was owed.</summary>
    NotDue,
}

/// <summary>An SKPD's week under the posting rule.</summary>
/// <param name="Items">All that belong to the week, in the order of sending.</param>
public sealed record WeekStanding(PostingSkpd Skpd, IsoWeek Week, Obligation Obligation, int Required, ImmutableArray<CreditedItem> Items)
{
    public int Counted => Count(Credit.Counted);

    public int Provisional => Count(Credit.Provisional);

    public Verdict Verdict => Of(Obligation, Required, Counted, Provisional);

    /// <summary>Nothing was sent that counts or may still count.</summary>
    public bool IsSilent => Counted + Provisional == 0;

    public static Verdict Of(Obligation obligation, int required, int counted, int provisional)
        => obligation != Obligation.Due ? Verdict.NotDue : counted >= required ? Verdict.Met : counted + provisional >= required ? Verdict.Pending : Verdict.Missed;

    private int Count(Credit credit) => Items.Count(item => item.Credit == credit);
}
