namespace KominfoBot.Bot.Hosting;

/// <summary>Where everything of this installation lies: database, photos, lock, control socket. Only its owner may look inside (0700).</summary>
public sealed class DataDirectory
{
    private DataDirectory(string path) => Path = path;

    /// <summary>Absolute.</summary>
    public string Path { get; }

    public string File(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Setting <c>DataDirectory</c>, default <c>./data</c>, seen from the working directory.</summary>
    public static DataDirectory Of(Settings settings) => new(System.IO.Path.GetFullPath(settings.Text("DataDirectory") ?? "data"));

    /// <summary>A directory inside.</summary>
    public DataDirectory Inside(string name) => new(File(name));

    /// <summary>Makes it if needed and proves that this process may write there and owns it.</summary>
    /// <exception cref="OperatorException">It cannot be made or written, or belongs to somebody else.</exception>
    public void Prepare()
    {
        PosixFile.KeepFilesPrivate();
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
            else Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable("tidak dapat dibuat");
        }

        // A root shell may write anywhere, but what it creates the service could not open later.
        if (PosixFile.OwnerOf(Path) is { } owner && PosixFile.CurrentUser() is { } me && owner != me)
            throw Unusable($"milik pengguna lain (uid {owner}, program ini uid {me})");

        var probe = File($".tulis-{Environment.ProcessId}");
        try
        {
            using (System.IO.File.Create(probe, 1, FileOptions.DeleteOnClose)) { }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable(error is UnauthorizedAccessException ? "tidak boleh ditulisi" : $"tidak dapat ditulisi ({error.Message})");
        }
    }

    private OperatorException Unusable(string why)
        => new($"DataDirectory {Path} {why}. Jalankan sebagai pemiliknya, perbaiki hak aksesnya (chown, chmod 700), atau pilih direktori lain dengan --DataDirectory.");
}
