using System.Diagnostics;
using KominfoBot.Testing;

namespace KominfoBot.Bot.Tests.Papers;

/// <summary>Reads a PDF with poppler's tools (Debian's poppler-utils).</summary>
internal static class Pdf
{
    /// <summary>The text of each page, as it is laid out.</summary>
    public static IReadOnlyList<string> Pages(byte[] pdf) => Run(pdf, "pdftotext", "-layout", "-").Split('\f')[..^1];

    /// <summary>What pdfinfo says.</summary>
    public static string Info(byte[] pdf) => Run(pdf, "pdfinfo");

    /// <summary>The document, kept where somebody wants to look at it: in the folder of KOMINFO_KEEP_PAPERS.</summary>
    public static byte[] Keep(byte[] document, string name)
    {
        if (Environment.GetEnvironmentVariable("KOMINFO_KEEP_PAPERS") is { Length: > 0 } folder) File.WriteAllBytes(Path.Combine(folder, name), document);
        return document;
    }

    private static string Run(byte[] pdf, string program, params string[] options)
    {
        using var folder = new TemporaryDirectory();
        var file = folder.File("kertas.pdf");
        File.WriteAllBytes(file, pdf);
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        string[] arguments = options is [.. var before, "-"] ? [.. before, file, "-"] : [.. options, file];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return text;
    }
}
