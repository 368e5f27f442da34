using KominfoBot.Bot.Posting;

namespace KominfoBot.Bot.Papers;

/// <summary>Turns drawn sheets into a PDF.</summary>
public sealed class PdfPress(SvgTool tool, ILogger<PdfPress> logger)
{
    private readonly Lazy<PaperFonts> fonts = new(() => PaperFonts.In());

    /// <summary>Null when the tool is missing or gives up, which is logged.</summary>
    /// <param name="title">For the document's properties and the reader's window.</param>
    internal async Task<byte[]?> Print(Func<PaperFonts, IReadOnlyList<string>> draw, string title, CancellationToken cancel)
    {
        try
        {
            return PdfProperties.Add(await tool.ToPdf(draw(fonts.Value), cancel), title, "id-ID");
        }
        catch (SvgToolException error)
        {
            logger.LogWarning("PDF tidak dapat dibuat: {Error}", error.Message);
            return null;
        }
    }
}
