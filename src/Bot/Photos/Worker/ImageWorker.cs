using System.Text;
using Microsoft.Win32.SafeHandles;

namespace KominfoBot.Bot.Photos.Worker;

/// <summary>
/// The command <c>image-worker</c>: a child process of the bot that makes all variants of one photo by libvips and ends. It starts before it is needed
/// (<see cref="ImageTool"/>), waits for its one job on the standard input, and says on the standard error why it did not do it. It runs under limits, so
/// nothing here is fit for a process that does anything else.
/// </summary>
public static class ImageWorker
{
    /// <summary>The word on the command line.</summary>
    public const string Command = "image-worker";

    /// <summary>The exit code when libvips did not start, so that no photo is to blame.</summary>
    public const int NotStarted = 3;

    /// <summary>Waits for a job, does it.</summary>
    /// <returns>The exit code: 0 when all files are there, or when there was nothing to do.</returns>
    public static int Run() => Try(NotStarted, Start) is var code and not 0 ? code : Try(1, Work);

    private static void Start()
    {
        Vips.Start();
        ImageWork.Rehearse();
    }

    private static void Work()
    {
        using var input = Standard(0, FileAccess.Read);
        if (ImageJob.Read(input) is { } job) ImageWork.Do(job);
    }

    private static int Try(int code, Action step)
    {
        try
        {
            step();
            return 0;
        }
#pragma warning disable CA1031 // The last stop: whatever it is, the parent reads a sentence.
        catch (Exception error)
#pragma warning restore CA1031
        {
            using var errors = Standard(2, FileAccess.Write);
            errors.Write(Encoding.UTF8.GetBytes(Sentence(error)));
            return code;
        }
    }

    /// <summary>Without a console's encodings and cultures.</summary>
    private static FileStream Standard(int number, FileAccess access) => new(new SafeFileHandle(number, ownsHandle: false), access, bufferSize: 0);

    private static string Sentence(Exception error) => error switch
    {
        VipsException => error.Message,
        OutOfMemoryException => "out of memory",
        _ => error.ToString(),
    };
}
