using KominfoBot.Workflow.Posting;

namespace KominfoBot.Bot.Posting;

/// <summary>How a week's verdict looks wherever it is drawn: dark green, light green, orange, grey, told apart also without seeing red and green.</summary>
internal static class VerdictColours
{
    public static string Fill(Verdict verdict) => verdict switch
    {
        Verdict.Met => "#14663c",
        Verdict.Pending => "#b7dfc4",
        Verdict.Missed => "#e8833a",
        _ => "#e3e7eb",
    };

    /// <summary>What is written on it: at least 4.5 to 1 (WCAG 2.2, 1.4.3).</summary>
    public static string Ink(Verdict verdict) => verdict switch
    {
        Verdict.Met => "#ffffff",
        Verdict.NotDue => "#4a5560",
        _ => "#16212c",
    };

    /// <summary>The order in which attention is needed.</summary>
    public static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Missed => 0,
        Verdict.Pending => 1,
        Verdict.Met => 2,
        _ => 3,
    };
}
