using System.Xml;

namespace KominfoBot.Bot.Releases;

/// <summary>
/// A release that came as a Word document, open for its pictures. A document that is hostile, damaged or larger than a release can be is refused with what was
/// found; memory stays within some tens of megabytes whatever it holds.
/// </summary>
public sealed class WordRelease : IDisposable
{
    private readonly DocxPackage package;

    private WordRelease(DocxPackage package, Release release) => (this.package, Release) = (package, release);

    public Release Release { get; }

    /// <param name="file">Seekable; stays open, and must while pictures are read.</param>
    /// <param name="titleMaximum">Characters.</param>
    /// <param name="refusal">Why there is none; else null.</param>
    /// <exception cref="IOException">The file itself cannot be read.</exception>
    public static WordRelease? Open(Stream file, int titleMaximum, out ReleaseRefusal? refusal)
    {
        DocxPackage? package = null;
        try
        {
            refusal = DocumentMagic.Refuses(file);
            if (refusal is not null) return null;
            package = DocxPackage.Open(file);
            var (blocks, omissions) = DocxReader.Read(package);
            var opened = new WordRelease(package, ReleaseComposer.Compose(blocks, omissions, titleMaximum));
            package = null;
            return opened;
        }
        catch (ReleaseRefusedException refused)
        {
            refusal = refused.Refusal;
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or EndOfStreamException)
        {
            refusal = new ReleaseRefusal(ReleaseFault.Broken);
        }
        finally
        {
            package?.Dispose();
        }
        return null;
    }

    /// <summary>
    /// Writes a picture's bytes, as many as it has and at most <paramref name="limit"/>; false when there are more, or the picture is damaged.
    /// </summary>
    public async Task<bool> CopyPicture(ReleasePicture picture, Stream to, long limit, CancellationToken cancel)
    {
        try
        {
            if (package.Open(picture.Part, limit) is not { } from) return false;
            await using (from) await from.CopyToAsync(to, cancel);
            return true;
        }
        catch (Exception damage) when (damage is ReleaseRefusedException or InvalidDataException)
        {
            return false;
        }
    }

    public void Dispose() => package.Dispose();
}
