namespace KominfoBot.Bot.Photos;

/// <summary>
/// A folder of one piece of work, on the same file system as what comes out of it. It is locked while the work lives (the system lets go of the lock when
/// the process dies), so a start can tell the leftovers of a crash from another process's work.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly FileStream alive;

    /// <param name="parent">Exists.</param>
    public WorkFolder(string parent)
    {
        Path = System.IO.Path.Combine(parent, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
        try
        {
            alive = new FileStream(File("alive"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        }
        catch
        {
            Directory.Delete(Path, recursive: true);
            throw;
        }
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        alive.Dispose();
    }

    /// <summary>Deletes the folders whose process is gone.</summary>
    /// <returns>How many.</returns>
    public static int Sweep(string parent)
    {
        var swept = 0;
        foreach (var folder in Directory.EnumerateDirectories(parent))
        {
            try
            {
                using var alive = new FileStream(System.IO.Path.Combine(folder, "alive"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                Directory.Delete(folder, recursive: true);
                swept++;
            }
            catch (DirectoryNotFoundException)
            {
                // Its owner has just finished.
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Locked: somebody works there.
            }
        }
        return swept;
    }
}
