using System.Diagnostics;
using System.Globalization;

namespace KominfoBot.Testing;

/// <summary>Programs that try what nobody thought of: each round has a seed, which a failure names; KOMINFO_SEED=n plays that round alone.</summary>
public static class Fuzzing
{
    private static readonly TimeSpan longRun = TimeSpan.FromMinutes(20);

    /// <summary>A few rounds in ./test; in ./test --long for twenty minutes (three programs: an hour).</summary>
    /// <exception cref="InvalidOperationException">A round failed; it names the seed.</exception>
    public static async Task Rounds(int few, Func<Random, Task> round, Action<string> say)
    {
        var chosen = Environment.GetEnvironmentVariable("KOMINFO_SEED");
        var (isLong, watch) = (LongRun.IsOn, Stopwatch.StartNew());
        for (var number = 0; chosen is null ? isLong ? watch.Elapsed < longRun : number < few : number < 1; number++)
        {
            var seed = chosen is null ? Random.Shared.Next() : int.Parse(chosen, CultureInfo.InvariantCulture);
            say($"KOMINFO_SEED={seed}");
            try
            {
                await round(new Random(seed));
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"It went wrong with KOMINFO_SEED={seed}", error);
            }
        }
    }

    public static T Any<T>(this Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    /// <summary>A text that somebody hostile or a broken program could send.</summary>
    public static string AnyText(this Random random) => random.Next(7) switch
    {
        0 => "",
        1 => random.Any(NaughtyStrings.All),
        2 => string.Concat(Enumerable.Repeat(random.Any([" ", "a", "9", "/", "\n", "\u202e", "🙂", "<", "&", "%", "'", "\0"]), random.Next(1, 3000))),
        3 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
        4 => "-" + random.NextInt64().ToString(CultureInfo.InvariantCulture),
        5 => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(0x20, 0xD7FF))),
        _ => random.Any(["null", "true", "NaN", "1e400", "0x10", "../../etc/passwd", "' OR 1=1 --", "{}", "[]", "%00", "2026-02-30", "9999-12-31T23:59:59Z", "/start", "/start lihat_DISDIK-2026-1"]),
    };
}
