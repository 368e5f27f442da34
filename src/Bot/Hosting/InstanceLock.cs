using System.Globalization;
using System.Text;

namespace KominfoBot.Bot.Hosting;

/// <summary>
/// One process at a time writes in a data directory. The lock is the kernel's (flock, by way of FileShare.None): it ends with the process however that
/// ends, so a start after SIGKILL finds it free. The file's text says who holds it and means nothing once the lock is free.
/// </summary>
public sealed class InstanceLock : IDisposable
{
    /// <summary>A killed process needs a moment to vanish; a restart at the same instant waits for it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>How long `serve` waits for commands; each holds the lock for about a second, on a busy machine for longer.</summary>
    private static readonly TimeSpan CommandGrace = TimeSpan.FromSeconds(30);

    private readonly FileStream file;

    private InstanceLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock for `serve`.</summary>
    /// <exception cref="OperatorException">Another `serve` has it.</exception>
    public static async Task<InstanceLock> TakeForServe(DataDirectory directory, TimeProvider clock, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            if (Try(directory, "serve") is { } taken) return taken;
            var holder = HolderOf(directory);
            if (clock.GetElapsedTime(start) > (holder.StartsWith("invite", StringComparison.Ordinal) ? CommandGrace : Grace))
                throw new OperatorException($"DataDirectory {directory.Path} sedang dipakai KominfoBot lain ({holder}). Hentikan dahulu yang itu, atau pakai direktori lain dengan --DataDirectory.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), clock, cancel);
        }
    }

    /// <summary>Takes the lock if it is free; null if not.</summary>
    /// <param name="command">Who takes it; stands in the file for others to read.</param>
    public static InstanceLock? Try(DataDirectory directory, string command)
    {
        FileStream file;
        try
        {
            // Shared with nobody: on Linux that is flock(LOCK_EX | LOCK_NB).
            file = new FileStream(PathIn(directory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (UnauthorizedAccessException)
        {
            throw new OperatorException($"Berkas kunci {PathIn(directory)} milik pengguna lain atau tidak boleh ditulisi. Jalankan sebagai pemiliknya.");
        }
        catch (IOException) when (File.Exists(PathIn(directory)))
        {
            return null;
        }
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{command}, pid {Environment.ProcessId}\n")));
        return new InstanceLock(file);
    }

    /// <summary>The file stays: removing a lock file that somebody may be opening would give two locks.</summary>
    public void Dispose() => file.Dispose();

    private static string PathIn(DataDirectory directory) => directory.File("kominfo.lock");

    private static string HolderOf(DataDirectory directory)
        => PosixFile.ReadPastLock(PathIn(directory))?.TrimEnd() is { Length: > 0 } holder ? holder : "pid belum diketahui";
}
