using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace KominfoBot.TelegramBotApi.Tests;

/// <summary>The real package Telegram.Bot, to compare with; never referenced, so that a registry without it stops nobody from building.</summary>
internal static class TelegramBotPackage
{
    private static readonly string Version = typeof(TelegramBotPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "TelegramBotVersion").Value!;
    private static readonly Lazy<Task<Assembly?>> Package = new(Load);

    /// <summary>The package's assembly, or a skipped test where no registry has it.</summary>
    public static async Task<Assembly> OrSkip(CancellationToken cancellationToken)
    {
        var package = await Package.Value.WaitAsync(cancellationToken);
        Assert.SkipWhen(package is null, $"The package Telegram.Bot {Version} cannot be restored here; nothing was compared with it.");
        return package!;
    }

    private static async Task<Assembly?> Load()
    {
        var file = Find();
        if (file is null)
        {
            await Fetch();
            file = Find();
        }
        // A context of its own: our types have the same names.
        return file is null ? null : new AssemblyLoadContext("Telegram.Bot").LoadFromAssemblyPath(file);
    }

    private static string? Find()
    {
        var root = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } configured
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var libraries = new DirectoryInfo(Path.Combine(root, "telegram.bot", Version, "lib"));
        return libraries.Exists
            ? libraries.GetFiles("Telegram.Bot.dll", SearchOption.AllDirectories).OrderBy(file => file.Directory!.Name.StartsWith("netstandard", StringComparison.Ordinal)).FirstOrDefault()?.FullName
            : null;
    }

    // A project of its own, so that its failure is nobody else's.
    private static async Task Fetch()
    {
        var folder = Directory.CreateTempSubdirectory("telegram-bot-package");
        try
        {
            var project = Path.Combine(folder.FullName, "fetch.csproj");
            await File.WriteAllTextAsync(project, $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup><PackageDownload Include="Telegram.Bot" Version="[{Version}]" /></ItemGroup>
                </Project>
                """);
            using var restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", project]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName })!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            try
            {
                await Task.WhenAll(restore.StandardOutput.ReadToEndAsync(limit.Token), restore.StandardError.ReadToEndAsync(limit.Token));
                await restore.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                restore.Kill(entireProcessTree: true);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
