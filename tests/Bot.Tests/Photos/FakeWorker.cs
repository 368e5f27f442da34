using KominfoBot.Bot.Photos;

namespace KominfoBot.Bot.Tests.Photos;

/// <summary>A script of the shell in the place of the child process that works on a photo; it may write beside itself (<c>$0.runs</c>).</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal sealed class FakeWorker
{
    private FakeWorker(string path) => Program = new ImageProgram(path, []);

    public ImageProgram Program { get; }

    public static FakeWorker In(string folder, string script)
    {
        var fake = new FakeWorker(Path.Combine(Directory.CreateDirectory(folder).FullName, "worker"));
        fake.Become(script);
        return fake;
    }

    /// <summary>From now on it is the real one.</summary>
    public void BecomeReal() => Become($"exec '{ImageProgram.Own.File}' {string.Join(' ', ImageProgram.Own.Arguments.Select(argument => $"'{argument}'"))}");

    /// <summary>The file that the script calls <c>$0</c> and this ending.</summary>
    public string Beside(string ending) => Program.File + ending;

    private void Become(string script)
    {
        // A new file: a script that runs is read on as it goes.
        File.Delete(Program.File);
        File.WriteAllText(Program.File, "#!/bin/sh\n" + script);
        File.SetUnixFileMode(Program.File, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
