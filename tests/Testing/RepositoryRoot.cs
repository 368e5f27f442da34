using System.Runtime.CompilerServices;

namespace KominfoBot.Testing;

/// <summary>Where the sources lie: the folder of KominfoBot.sln.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string File(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find([CallerFilePath] string here = "")
    {
        // From the test's own folder upwards; a build with deterministic source paths has no usable caller path.
        foreach (var start in (string[])[AppContext.BaseDirectory, here, Directory.GetCurrentDirectory()])
            for (var folder = System.IO.Path.GetDirectoryName(start); !string.IsNullOrEmpty(folder); folder = System.IO.Path.GetDirectoryName(folder))
                if (System.IO.File.Exists(System.IO.Path.Combine(folder, "KominfoBot.sln")))
                    return folder;
        throw new DirectoryNotFoundException("KominfoBot.sln was not found above " + AppContext.BaseDirectory);
    }
}
