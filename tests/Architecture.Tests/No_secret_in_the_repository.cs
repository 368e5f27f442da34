using System.Text.RegularExpressions;
using KominfoBot.Testing;

namespace KominfoBot.Architecture.Tests;

/// <summary>No secret lies in the repository. (The logs of the end-to-end runs are searched where they are made: NoLogHoldsTheToken.)</summary>
public sealed partial class No_secret_in_the_repository
{
    private static readonly string[] binary = [".jpg", ".png", ".webp", ".ico", ".pdf", ".docx", ".xlsx", ".gz"];

    /// <summary>Tokens of the tests say in their own words that they open nothing.</summary>
    private static readonly string[] invented = ["rahasia", "tidak", "Scripted", "latihan"];

    [Fact]
    public void No_file_holds_one()
        => Assert.Empty(Files().SelectMany(file => Secret().Matches(File.ReadAllText(file)).Select(match => match.Value).Where(secret => !invented.Any(word => secret.Contains(word, StringComparison.Ordinal))).Select(secret => $"{file}: {secret[..12]}…")));

    [Theory]
    [InlineData("https://api.telegram.org/bot6912345678:AAFq3xX0bVtQ0m1kP9zYw2sLrUo7hJcE4dG/getMe")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----")]
    [InlineData("token = ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    public void The_search_finds_what_it_looks_for(string line) => Assert.Matches(Secret(), line);

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(RepositoryRoot.Path, "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(RepositoryRoot.Path, file).Split('/').Any(part => part is "bin" or "obj" or "node_modules" or ".git" or "artifacts" or "data"))
        // This one shows what it looks for.
        .Where(file => !binary.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != "No_secret_in_the_repository.cs");

    /// <summary>Tokens of the Bot API (number:35 signs), private keys, keys of AWS, GitHub and Slack.</summary>
    [GeneratedRegex(@"(?<!\d)\d{8,10}:[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])|-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bxox[abprs]-[0-9A-Za-z-]{10,}")]
    private static partial Regex Secret();
}
