namespace KominfoBot.Workflow.Posting;

/// <summary>How many owed weeks in a row were met. Weeks in which nothing was owed neither lengthen nor break it; one that waits for Kominfo does neither, either.</summary>
public static class Streak
{
    public static int After(int before, Verdict week) => week switch
    {
        Verdict.Met => before + 1,
        Verdict.Missed => 0,
        _ => before,
    };
}
