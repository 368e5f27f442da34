using System.Text.RegularExpressions;
using KominfoBot.Testing;

namespace KominfoBot.Architecture.Tests;

public sealed partial class HabitTests
{
    private static readonly string[] clock =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
    ];

    /// <summary>Seen in what was built, so no way of writing it escapes.</summary>
    [Fact]
    public void Nobody_asks_the_static_clock()
    {
        foreach (var assembly in OurAssembly.All) Assert.Empty(assembly.MembersUsed.Intersect(clock).Select(member => $"{assembly}: {member}"));
        // The check itself sees: it finds a member that is surely used.
        Assert.Contains("System.TimeSpan.FromMinutes", OurAssembly.Bot.MembersUsed);
    }

    [Fact]
    public void The_static_clock_is_an_error_while_one_types()
    {
        var banned = File.ReadAllText(RepositoryRoot.File("BannedSymbols.txt"));
        foreach (var member in clock) Assert.Contains("P:" + member.Replace("get_", "", StringComparison.Ordinal), banned, StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", File.ReadAllText(RepositoryRoot.File(".editorconfig")), StringComparison.Ordinal);
        var props = File.ReadAllText(RepositoryRoot.File("Directory.Build.props"));
        Assert.Contains("BannedSymbols.txt", props, StringComparison.Ordinal);
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", props, StringComparison.Ordinal);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", props, StringComparison.Ordinal);
    }

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
        => Assert.Empty(Sources.Files("src")
            .Select(file => (Lines: File.ReadLines(file).Count(), file)).Where(file => file.Lines > 400).Select(file => $"{file.file}: {file.Lines}"));

    [Fact]
    public void Every_suppression_has_its_reason_beside_it()
        => Assert.Empty(Sources.Files("src").Concat(Sources.Files("tests"))
            .SelectMany(file => File.ReadLines(file).Where(line => Suppression().IsMatch(line) && !line.Contains("//", StringComparison.Ordinal)).Select(line => $"{file}: {line.Trim()}")));

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        var types = OurAssembly.All.SelectMany(assembly => assembly.Types).ToList();
        var parents = types.Select(type => type.BaseType).OfType<Type>().Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        Assert.Empty(types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !parents.Contains(type) && !Sources.IsGenerated(type.Namespace!.Replace('.', '/') + "/")).Select(type => type.FullName));
    }

    [Fact]
    public void Every_project_locks_its_packages()
        => Assert.All(Directory.EnumerateFiles(RepositoryRoot.File("src"), "*.csproj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(RepositoryRoot.File("tests"), "*.csproj", SearchOption.AllDirectories)), project =>
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")), project));

    [GeneratedRegex(@"#pragma\s+warning\s+disable\b|\[(assembly:\s*)?(System\.Diagnostics\.CodeAnalysis\.)?SuppressMessage\((?!.*Justification)")]
    private static partial Regex Suppression();
}
