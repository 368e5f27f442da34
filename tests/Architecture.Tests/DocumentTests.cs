using System.Text.RegularExpressions;
using KominfoBot.Testing;

namespace KominfoBot.Architecture.Tests;

/// <summary>What the documents promise is there.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_test_that_security_names_exists()
    {
        var there = Sources.Files("tests").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        var named = File.ReadAllLines(RepositoryRoot.File("docs", "security.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Count(sign => sign == '|') == 4)
            .SelectMany(line => Code().Matches(line.Split('|')[3]).Select(match => match.Groups[1].Value)).ToList();

        Assert.True(named.Count > 40, $"{named.Count}");
        Assert.DoesNotContain(named, name => !there.Contains(name));
    }

    [Fact]
    public void Every_file_that_the_documents_link_to_exists()
        => Assert.Empty(Directory.EnumerateFiles(RepositoryRoot.File("docs"), "*.md", SearchOption.AllDirectories).Append(RepositoryRoot.File("README.md")).Append(RepositoryRoot.File("README.id.md"))
            .SelectMany(file => Link().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal))
                .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, link.Split('#')[0]))).Select(link => $"{file}: {link}")));

    [GeneratedRegex("`([A-Za-z_0-9]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
