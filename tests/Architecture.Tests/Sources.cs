using KominfoBot.Testing;

namespace KominfoBot.Architecture.Tests;

/// <summary>The source files as they lie, without what a build makes.</summary>
internal static class Sources
{
    public static IReadOnlyList<string> Folders { get; } =
        [.. new[] { "src", "tests", "tools" }.SelectMany(top => Directory.EnumerateDirectories(RepositoryRoot.File(top), "*", SearchOption.AllDirectories)).Where(IsOurs)];

    public static IReadOnlyList<string> Files(string below)
        => [.. Directory.EnumerateFiles(RepositoryRoot.File(below), "*.cs", SearchOption.AllDirectories).Where(IsOurs).Where(file => !IsGenerated(file))];

    /// <summary>Migrations and compiled models, as the tools of EF Core write them.</summary>
    public static bool IsGenerated(string path) => path.Contains("/Storage/Migrations/", StringComparison.Ordinal) || path.Contains("/Storage/Compiled/", StringComparison.Ordinal);

    private static bool IsOurs(string path)
        => !Path.GetRelativePath(RepositoryRoot.Path, path).Split('/').Any(part => part is "bin" or "obj" or "node_modules");
}
