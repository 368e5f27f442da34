using System.Text;

namespace KominfoBot.Bot.Photos.Worker;

/// <summary>What a child process is to make of one photo.</summary>
/// <param name="Original">The photo's file.</param>
/// <param name="Folder">Takes the files that are made.</param>
/// <param name="FillCard">Whether the card may be larger than the photo.</param>
public sealed record ImageJob(string Original, string Folder, bool FillCard)
{
    /// <summary>Between the parts: the one character that no path can hold.</summary>
    private const char Separator = '\0';

    /// <summary>Bytes for <see cref="Read"/>.</summary>
    public byte[] Written() => Encoding.UTF8.GetBytes(string.Join(Separator, Original, Folder, FillCard ? "fill" : ""));

    /// <summary>Reads to the end of the stream, so that no second job can follow.</summary>
    /// <returns>Null when there is none.</returns>
    public static ImageJob? Read(Stream from)
    {
        using var all = new MemoryStream();
        from.CopyTo(all);
        return Encoding.UTF8.GetString(all.GetBuffer(), 0, (int)all.Length).Split(Separator) is [var original, var folder, var fill] ? new ImageJob(original, folder, fill.Length > 0) : null;
    }
}
