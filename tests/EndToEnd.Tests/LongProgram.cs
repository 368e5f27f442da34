using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests;

/// <summary>Programs that take minutes: they run in <c>./test --long</c> (KOMINFO_LONG=1) and say so when they are left out.</summary>
internal static class LongProgram
{
    public static bool Runs { get; } = LongRun.IsOn;

    public static void Only() => Assert.SkipUnless(Runs, "A long program: ./test --long runs it.");
}
