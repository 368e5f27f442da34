using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using KominfoBot.Testing;

namespace KominfoBot.EndToEnd.Tests.Hosting;

/// <summary>The systemd unit, the token by LoadCredential, the Debian package (threats 5 and 14).</summary>
public sealed partial class Installed_on_a_server : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private static string unit => RepositoryRoot.File("packaging", "kominfobot.service");

    private static CancellationToken cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("User=kominfobot")]
    [InlineData("NoNewPrivileges=yes")]
    [InlineData("ProtectSystem=strict")]
    [InlineData("ReadWritePaths=/var/lib/kominfobot")]
    [InlineData("ProtectHome=yes")]
    [InlineData("PrivateTmp=yes")]
    [InlineData("PrivateDevices=yes")]
    [InlineData("CapabilityBoundingSet=")]
    [InlineData("RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX")]
    [InlineData("SystemCallFilter=@system-service")]
    [InlineData("MemoryMax=2G")]
    [InlineData("TasksMax=512")]
    [InlineData("StateDirectoryMode=0700")]
    [InlineData("LoadCredential=Telegram__BotToken:/etc/kominfobot/token")]
    public async Task The_unit_confines_the_program(string line) => Assert.Contains(line, await File.ReadAllLinesAsync(unit, cancel));

    /// <summary>One of many offices on a machine is confined like the only one, each in a directory of its own.</summary>
    [Fact]
    public async Task The_unit_for_many_offices_is_the_same_but_for_whose_it_is()
    {
        var ofOne = (await File.ReadAllTextAsync(RepositoryRoot.File("docs", "deploy", "kominfobot@.service"), cancel)).Replace("Description=KominfoBot untuk %i", "Description=KominfoBot: berita kabupaten lewat obrolan", StringComparison.Ordinal)
            .Replace("kominfobot-%i", "kominfobot", StringComparison.Ordinal).Replace("/etc/kominfobot/%i.env", "/etc/kominfobot/kominfobot.env", StringComparison.Ordinal).Replace("/etc/kominfobot/%i.token", "/etc/kominfobot/token", StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(unit, cancel), ofOne);
    }

    /// <summary>.NET compiles while it runs.</summary>
    [Fact]
    public async Task The_unit_does_not_forbid_what_the_program_needs()
        => Assert.DoesNotContain(await File.ReadAllLinesAsync(unit, cancel), line => line.StartsWith("MemoryDenyWriteExecute", StringComparison.Ordinal) || line.StartsWith("ProcSubset", StringComparison.Ordinal));

    [Fact]
    public async Task Its_exposure_is_at_most_2_5()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "systemd-analyze is not installed");
        var (code, said) = await Run("systemd-analyze", "security", "--offline=yes", "--no-pager", unit);
        var exposure = ExposurePattern().Match(said);
        Assert.True(exposure.Success, $"{code}: {said}");
        Assert.InRange(double.Parse(exposure.Groups[1].Value, CultureInfo.InvariantCulture), 0, 2.5);
    }

    [Fact]
    public async Task The_token_comes_from_a_credential()
    {
        await using var api = await StubBotApi.Start();
        Directory.CreateDirectory(directory.File("credentials"));
        await File.WriteAllTextAsync(directory.File("credentials", "Telegram__BotToken"), StubBotApi.Token + "\n", cancel);

        await using var serve = BotProcess.Start(directory.Path, ["--urls=http://127.0.0.1:0", .. api.Settings("data")], ("CREDENTIALS_DIRECTORY", directory.File("credentials")));

        await serve.Line(line => line.Contains("@BeritaUjiBot", StringComparison.Ordinal));
        Assert.DoesNotContain("rahasia", (await serve.Terminate()).Everything, StringComparison.Ordinal);
    }

    /// <summary>Unpacked into a directory of its own, so that the machine stays as it is.</summary>
    [Fact]
    public async Task The_package_installs_runs_and_goes_and_leaves_the_data()
    {
        LongProgram.Only();
        Assert.SkipUnless(Environment.UserName == "root" && File.Exists("/usr/bin/dpkg"), "needs dpkg and root");
        var (built, said) = await Run(RepositoryRoot.File("tools", "deb"), directory.File("out"));
        Assert.True(built == 0, said);
        var package = Directory.GetFiles(directory.File("out"), "kominfobot_*.deb").Single();
        var root = directory.File("root");
        foreach (var folder in (string[])["info", "updates"]) Directory.CreateDirectory(Path.Combine(root, "var", "lib", "dpkg", folder));
        await File.WriteAllTextAsync(Path.Combine(root, "var", "lib", "dpkg", "status"), "", cancel);
        Directory.CreateDirectory(Path.Combine(root, "var", "lib", "kominfobot"));
        await File.WriteAllTextAsync(Path.Combine(root, "var", "lib", "kominfobot", "kominfo.db"), "", cancel);

        await Dpkg("--force-depends", "--install", package);
        foreach (var file in (string[])["usr/lib/kominfobot/KominfoBot", "usr/bin/kominfobot", "lib/systemd/system/kominfobot.service", "etc/kominfobot/kominfobot.env", "usr/share/doc/kominfobot/operations.id.md"]) Assert.True(File.Exists(Path.Combine(root, file)), file);
        var parts = await File.ReadAllTextAsync(Path.Combine(root, "usr/share/doc/kominfobot/kominfobot.cdx.json"), cancel);
        foreach (var part in (string[])["pkg:nuget/SourceGear.sqlite3@", "pkg:nuget/Quartz@", "pkg:nuget/Npgsql@", "pkg:nuget/Microsoft.AspNetCore.App.Runtime.linux-x64@10", "pkg:nuget/NetVips.Native.linux-x64@"]) Assert.Contains(part, parts, StringComparison.Ordinal);
        // With its own .NET, wherever it lies.
        var (code, usage) = await Run(Path.Combine(root, "usr/lib/kominfobot/KominfoBot"), "--help");
        Assert.True(code == 0 && usage.StartsWith("Pakai: KominfoBot", StringComparison.Ordinal), usage);

        await Dpkg("--remove", "kominfobot");
        Assert.False(File.Exists(Path.Combine(root, "usr/bin/kominfobot")));
        Assert.True(File.Exists(Path.Combine(root, "etc/kominfobot/kominfobot.env")));
        await Dpkg("--purge", "kominfobot");
        Assert.False(Directory.Exists(Path.Combine(root, "etc/kominfobot")));
        Assert.True(File.Exists(Path.Combine(root, "var", "lib", "kominfobot", "kominfo.db")));

        async Task Dpkg(params string[] arguments)
        {
            var (ended, output) = await Run("dpkg", ["--root=" + root, "--force-script-chrootless", "--log=" + directory.File("dpkg.log"), .. arguments]);
            Assert.True(ended == 0, output);
        }
    }

    public void Dispose() => directory.Dispose();

    private static async Task<(int Code, string Said)> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("DOTNET_ROOT");
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, string.Join('\n', output));
    }

    [GeneratedRegex(@"Overall exposure level[^:]*: (\d+\.\d)")]
    private static partial Regex ExposurePattern();
}
