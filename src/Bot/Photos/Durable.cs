using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace KominfoBot.Bot.Photos;

/// <summary>A file that appears whole and stays: written under another name, synced, renamed, and its folder synced.</summary>
internal static class Durable
{
    private const int NoSpace = 28, QuotaExceeded = 122;

    /// <summary>Makes the folder and syncs each new name on the way up.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path)) return;
        var parent = Path.GetDirectoryName(path)!;
        CreateFolder(parent);
        Directory.CreateDirectory(path);
        SyncFolder(parent);
    }

    /// <summary>Gives a synced file its name; one that stands there already is replaced in one step.</summary>
    public static void Publish(string temporary, string final)
    {
        File.Move(temporary, final, overwrite: true);
        SyncFolder(Path.GetDirectoryName(final)!);
    }

    public static void SyncFile(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Makes everything durable that was written to the disk on which this folder lies: one call for many files (syncfs(2)).</summary>
    public static void SyncDisk(string path)
    {
        var descriptor = OpenFile(Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (descriptor < 0) throw new IOException(path, new Win32Exception());
        var why = SyncFileSystem(descriptor) == 0 ? null : new Win32Exception();
        _ = CloseFile(descriptor);
        if (why is not null) throw new IOException(path, why);
    }

    public static bool IsDiskFull(Exception error) => error is IOException { HResult: NoSpace or QuotaExceeded };

    /// <summary>A rename is durable only when its folder is (fsync(2)); .NET opens no folders, so the C library is asked.</summary>
    private static void SyncFolder(string path)
    {
        var descriptor = OpenFile(Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (descriptor < 0) throw new IOException(path, new Win32Exception());
        var synced = Fsync(descriptor) == 0;
        var why = synced ? null : new Win32Exception();
        _ = CloseFile(descriptor);
        if (why is not null) throw new IOException(path, why);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFile(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SyncFileSystem(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CloseFile(int descriptor);
}
