using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KominfoBot.Bot.Photos;
using KominfoBot.Workflow.News;

namespace KominfoBot.Bot.Attachments;

/// <summary>
/// Decides whether a PDF may be shown to the public as it is, and reads its words for the checks: first by its bytes, then by pdfinfo and pdftotext (Debian's
/// poppler-utils) in child processes with limits. What cannot be examined is not taken.
/// </summary>
/// <param name="path">Folders with the programs, colon-separated; the process's PATH when null.</param>
public sealed partial class PdfExamination(string? path = null)
{
    /// <summary>What the Bot API's getFile delivers at most: 20 MB.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    public const int MaxPages = 200;

    /// <summary>Of its words: some thousand pages.</summary>
    private const int MaxTextBytes = 4 * 1024 * 1024;

    private const int LastBytes = 2048;

    private static readonly ImageToolLimits limits = new() { MemoryBytes = 512L * 1024 * 1024, CpuSeconds = 20, WallClock = TimeSpan.FromSeconds(60) };

    private readonly LimitedProcess process = new(path);

    /// <returns>One of the two is null.</returns>
    public async Task<(PdfContent? Content, PdfRefusal? Refusal)> Examine(byte[] pdf, CancellationToken cancel)
    {
        if (pdf.Length > MaxBytes) return (null, new PdfRefusal(PdfFault.TooManyBytes, pdf.Length));
        if (!pdf.AsSpan().StartsWith("%PDF-"u8)) return (null, new PdfRefusal(PdfFault.NotPdf));
        if (pdf.AsSpan(Math.Max(0, pdf.Length - LastBytes)).IndexOf("%%EOF"u8) < 0) return (null, new PdfRefusal(PdfFault.Broken));
        if (PdfNames.Refuses(pdf) is { } refusal) return (null, refusal);
        if (process.Missing("pdfinfo") is { } missing) return (null, new PdfRefusal(PdfFault.NoTool, 0, missing));

        var (info, cut) = await Run("pdfinfo", ["-"], pdf, cancel);
        if (info is null || cut) return (null, new PdfRefusal(cut ? PdfFault.TooHeavy : PdfFault.Broken));
        if (Pages().Match(info) is not { Success: true } match || !int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var pages) || pages < 1) return (null, new PdfRefusal(PdfFault.Broken));
        if (pages > MaxPages) return (null, new PdfRefusal(PdfFault.TooManyPages, pages));
        // The program's own reading of the file, beside ours.
        if (Script().IsMatch(info)) return (null, new PdfRefusal(PdfFault.Active, 0, "JavaScript"));

        var (text, tooMuch) = await Run("pdftotext", ["-enc", "UTF-8", "-", "-"], pdf, cancel);
        if (text is null || tooMuch) return (null, new PdfRefusal(PdfFault.TooHeavy));
        return (new PdfContent(pages, string.Join('\f', text.Split('\f').Select(PlainText.Clean)).TrimEnd('\f')), null);
    }

    /// <returns>What it wrote, null when it failed; and whether it went beyond a limit.</returns>
    private async Task<(string? Output, bool IsTooMuch)> Run(string program, string[] arguments, byte[] pdf, CancellationToken cancel)
    {
        await using var output = new BeginningStream(MaxTextBytes);
        var end = await process.Run(program, arguments, limits, [], pdf, output, cancel);
        return end is { ExitCode: 0 } ? (Encoding.UTF8.GetString(output.ToArray()), output.IsCut) : (null, end is null);
    }

    [GeneratedRegex(@"^Pages:\s+([0-9]+)\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Pages();

    [GeneratedRegex(@"^(?:JavaScript:\s+yes|Form:\s+(?:dynamic|static) XFA|Form:\s+XFA)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Script();

    /// <summary>Keeps the beginning and swallows the rest, so that who writes is never held up.</summary>
    private sealed class BeginningStream(int most) : MemoryStream
    {
        public bool IsCut { get; private set; }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var room = Math.Min(buffer.Length, most - (int)Length);
            IsCut |= room < buffer.Length;
            base.Write(buffer[..room].ToArray(), 0, room);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Write(buffer.AsSpan(offset, count));
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
