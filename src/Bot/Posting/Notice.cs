using System.Globalization;
using KominfoBot.Workflow.Calendar;
using KominfoBot.Workflow.Storage;

namespace KominfoBot.Bot.Posting;

/// <summary>A notice to one person; of these four there is one or none, for ever: the key of its due thing.</summary>
/// <param name="SkpdCode">Null: of the whole office.</param>
public sealed record Notice(IsoWeek Week, StageName Stage, string? SkpdCode, long MemberId)
{
    public const string Kind = "posting-notice";

    private const string WholeOffice = "-";

    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Prefix(Week, Stage, SkpdCode)}{MemberId}");

    public string Subject => SkpdCode ?? WholeOffice;

    /// <summary>The year after the one in which its week begins: a notice of the last week may be due, or sent late, after New Year, and is about the same year still.</summary>
    public int FollowingYear => Week.Monday.Year + 1;

    /// <summary>How the keys of all persons begin.</summary>
    public static string Prefix(IsoWeek week, StageName stage, string? skpdCode) => $"posting:{week}:{stage}:{skpdCode ?? WholeOffice}:";

    /// <exception cref="FormatException">The key is not one of ours.</exception>
    public static Notice Of(DueRow row)
        => row.Key.Split(':') is ["posting", var week, var stage, var skpd, var member] && IsoWeek.TryParse(week, out var parsed)
            ? new Notice(parsed, Enum.Parse<StageName>(stage), skpd == WholeOffice ? null : skpd, long.Parse(member, CultureInfo.InvariantCulture))
            : throw new FormatException(row.Key);
}
