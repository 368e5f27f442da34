using System.Globalization;
using KominfoBot.Workflow.Due;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Workflow.People;

/// <summary>
/// The instants at which a role begins or ends by itself. What somebody may do never waits for them (it is read from the record at every press); at them the
/// person is told, and menus and cards follow. The subject is the person.
/// </summary>
public static class RoleTurn
{
    public const string Kind = "role-turn";

    private const string DelegationPrefix = "acting";
    private const string AppointmentPrefix = "appointment";

    public static async Task Plan(NewsroomDb db, Delegation acting, DateTimeOffset now, CancellationToken cancel)
    {
        if (acting.From > now) await DueDesk.Plan(db, KeyOf(acting, "begin"), Kind, SubjectOf(acting.MemberId), acting.From, null, now, cancel);
        await DueDesk.Plan(db, KeyOf(acting, "end"), Kind, SubjectOf(acting.MemberId), acting.Until, null, now, cancel);
    }

    public static async Task Cancel(NewsroomDb db, Delegation acting, DateTimeOffset now, CancellationToken cancel)
    {
        await DueDesk.Cancel(db, KeyOf(acting, "begin"), now, cancel);
        await DueDesk.Cancel(db, KeyOf(acting, "end"), now, cancel);
    }

    /// <summary>Plans, moves or takes back the end of an appointment. A new end has a key of its own: an appointment may be prolonged after it had ended.</summary>
    public static async Task Plan(NewsroomDb db, Appointment held, DateTimeOffset now, CancellationToken cancel)
    {
        await DueDesk.CancelAll(db, [Kind], SubjectOf(held.MemberId, held.Id), now, cancel);
        if (held is { Until: { } until, RevokedAt: null } && until > now)
            await DueDesk.Plan(db, $"{AppointmentPrefix}:{held.Id}:{until.UtcTicks}", Kind, SubjectOf(held.MemberId, held.Id), until, null, now, cancel);
    }

    /// <summary>Whose turn it is.</summary>
    public static long MemberOf(DueRow row) => long.Parse(row.Subject.Split('/')[0], CultureInfo.InvariantCulture);

    /// <summary>The delegation that begins or ends; null when it is an appointment's end.</summary>
    public static (long Id, bool Begins)? DelegationOf(DueRow row)
        => row.Key.Split(':') is [DelegationPrefix, var id, var end] ? (long.Parse(id, CultureInfo.InvariantCulture), end == "begin") : null;

    /// <summary>The appointment that ends; null when it is a delegation's turn.</summary>
    public static long? AppointmentOf(DueRow row) => row.Key.Split(':') is [AppointmentPrefix, var id, _] ? long.Parse(id, CultureInfo.InvariantCulture) : null;

    private static string KeyOf(Delegation acting, string turn) => $"{DelegationPrefix}:{acting.Id}:{turn}";

    private static string SubjectOf(long memberId) => memberId.ToString(CultureInfo.InvariantCulture);

    private static string SubjectOf(long memberId, long appointmentId) => string.Create(CultureInfo.InvariantCulture, $"{memberId}/{appointmentId}");
}
