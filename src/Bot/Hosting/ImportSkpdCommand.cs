using System.Text;

namespace KominfoBot.Bot.Hosting;

/// <summary>`import-skpd`: prints what a table of SKPDs would change; with <c>--yes</c> it is done.</summary>
internal static class ImportSkpdCommand
{
    public static async Task Run(CommandLine line)
    {
        var path = line.Operand ?? throw new UsageException("`import-skpd` memerlukan berkas, misalnya `import-skpd skpd.csv`. Tanpa --yes perubahannya hanya ditampilkan.");
        var order = new SkpdImportOrder(Path.GetFileName(path), await Read(path), line.Has("yes"));
        Console.Out.WriteLine(await WritingCommand.Run(
            Settings.From(line), "import-skpd", new ControlRequest(ImportSkpd: order), (_, store, clock, cancel) => new SkpdImport(clock).Import(store, order, cancel), TimeProvider.System, CancellationToken.None));
    }

    private static async Task<string> Read(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > SkpdImport.LargestFile } large)
                throw new OperatorException($"Berkas {path} terlalu besar ({large.Length / 1024} KB, batas {SkpdImport.LargestFile / 1024} KB).");
            return await File.ReadAllTextAsync(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"Berkas {path} tidak dapat dibaca. Periksa letak dan hak aksesnya.");
        }
        catch (DecoderFallbackException)
        {
            throw new OperatorException($"Berkas {path} bukan teks UTF-8. Simpan ulang sebagai \"CSV UTF-8\".");
        }
    }
}
