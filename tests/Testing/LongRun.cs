namespace KominfoBot.Testing;

/// <summary>Whether <c>./test --long</c> runs the programs at full length (KOMINFO_LONG=1).</summary>
public static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("KOMINFO_LONG") == "1";
}
