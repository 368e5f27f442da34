using System.Diagnostics;

namespace KominfoBot.Testing;

/// <summary>A tmpfs of a few megabytes; only root may mount one.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    /// <summary>Why there is none.</summary>
    public const string Missing = "needs the right to mount a tmpfs";

    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    private string Ballast => System.IO.Path.Combine(Path, "penuh");

    /// <returns>Null where it may not be mounted.</returns>
    public static async Task<SmallDisk?> Mount(string path, int megabytes)
    {
        Directory.CreateDirectory(path);
        return await Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path) == 0 ? new SmallDisk(path) : null;
    }

    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true) file.Write(block);
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    public void Free() => File.Delete(Ballast);

    public async ValueTask DisposeAsync() => await Run("umount", "-l", Path);

    private static async Task<int> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
