using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace KominfoBot.Bot.Hosting;

/// <summary>Things of Linux that .NET has no name for: who owns a file, a handle on a directory, reading past a lock, the umask.</summary>
internal static class PosixFile
{
    private const int CurrentDirectory = -100;
    private const uint OwnerWanted = 0x8;
    private const int OwnerOffset = 20;
    private const int CloseOnExec = 0x80000;
    private const int DirectoryPathOnly = 0x210000;
    private const uint GroupAndOthers = 0b000_111_111;

    /// <summary>The numeric owner of a file or directory; null where it cannot be asked (other systems, old kernels).</summary>
    public static uint? OwnerOf(string path)
    {
        if (!OperatingSystem.IsLinux()) return null;
        // struct statx has one layout on all machines: 256 bytes, stx_uid at 20 (statx(2)).
        var answer = new byte[256];
        return Statx(CurrentDirectory, Encoding.UTF8.GetBytes(path + '\0'), 0, OwnerWanted, answer) == 0 ? BitConverter.ToUInt32(answer, OwnerOffset) : null;
    }

    /// <summary>To write a file that nobody else may read.</summary>
    public static FileStreamOptions ForOwner(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>The user as whom this process writes.</summary>
    public static uint? CurrentUser() => OperatingSystem.IsLinux() ? EffectiveUser() : null;

    /// <summary>A short path that means <paramref name="directory"/> for as long as this process lives (a unix socket's path has at most 107 bytes).</summary>
    public static string ShortPathOf(string directory)
    {
        var handle = Open(Encoding.UTF8.GetBytes(directory + '\0'), DirectoryPathOnly | CloseOnExec);
        return handle >= 0 ? $"/proc/self/fd/{handle}" : directory;
    }

    /// <summary>Reads a small file that another process holds with FileShare.None: .NET itself would ask for a lock of its own. Null when it is not there.</summary>
    public static string? ReadPastLock(string path)
    {
        using var handle = new SafeFileHandle((nint)Open(Encoding.UTF8.GetBytes(path + '\0'), CloseOnExec), ownsHandle: true);
        if (handle.IsInvalid) return null;
        var bytes = new byte[200];
        return Encoding.UTF8.GetString(bytes, 0, RandomAccess.Read(handle, bytes, fileOffset: 0));
    }

    /// <summary>From now on this process makes files that only their owner may read.</summary>
    public static void KeepFilesPrivate()
    {
        if (OperatingSystem.IsLinux()) _ = Umask(GroupAndOthers);
    }

    /// <summary>Gives a file a second name on the same disk; false where that cannot be.</summary>
    public static bool Link(string path, string second)
        => OperatingSystem.IsLinux() && HardLink(Encoding.UTF8.GetBytes(path + '\0'), Encoding.UTF8.GetBytes(second + '\0')) == 0;

    [DllImport("libc", EntryPoint = "link"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int HardLink(byte[] path, byte[] second);

    [DllImport("libc", EntryPoint = "umask"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint Umask(uint mask);

    [DllImport("libc", EntryPoint = "statx"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int directory, byte[] path, int flags, uint mask, byte[] answer);

    [DllImport("libc", EntryPoint = "geteuid"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
