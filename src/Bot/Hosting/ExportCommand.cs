using System.Collections.Immutable;
using System.Globalization;
using KominfoBot.Bot.Export;
using KominfoBot.Bot.Office;

namespace KominfoBot.Bot.Hosting;

/// <summary>`export`: what happened between two days, read only, also while `serve` runs; to stdout, or to a file.</summary>
internal static class ExportCommand
{
    public static async Task Run(CommandLine line)
    {
        var period = PeriodIn(line);
        var format = FormatIn(line);
        var tables = TablesIn(line, format);
        var settings = Settings.From(line);
        var office = settings.Get<OfficeOptions>("Office").Time();
        var door = StoreDoor.Of(settings, World.ForCommand(settings).Directory);
        if (line.Option("out") is not { } path)
        {
            if (format == ExportFormat.Xlsx && !Console.IsOutputRedirected) throw new UsageException("XLSX bukan teks: tambahkan --out <berkas>, misalnya --out ekspor.xlsx.");
            await using var output = Console.OpenStandardOutput();
            await Write(output);
            return;
        }

        var partial = $"{path}.part";
        try
        {
            await using (var file = new FileStream(partial, PosixFile.ForOwner(FileMode.Create))) await Write(file);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"Berkas {path} tidak dapat ditulis: {error.Message}");
        }
        Console.Out.WriteLine($"Ekspor ditulis ke {path}.");

        Task Write(Stream stream) => door.Look(async db =>
        {
            await using var writer = ExportWriter.To(stream, format, office, period, mark: false);
            await new ExportRows(db, office, period, settings.Text("Feed:BaseUrl")?.TrimEnd('/') ?? "").Write(writer, tables, CancellationToken.None);
            return 0;
        }, CancellationToken.None);
    }

    private static ExportPeriod PeriodIn(CommandLine line)
    {
        var (from, until) = (DayIn(line, "from"), DayIn(line, "to"));
        return until >= from ? new ExportPeriod(from, until) : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--to ({until:yyyy-MM-dd}) mendahului --from ({from:yyyy-MM-dd})."));
    }

    private static DateOnly DayIn(CommandLine line, string name)
    {
        var text = line.Option(name) ?? throw new UsageException($"`export` memerlukan --{name} <tanggal>, misalnya --{name} 2026-11-30.");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 9999
            ? day : throw new UsageException($"--{name} {text} bukan tanggal; bentuknya TTTT-BB-HH, misalnya 2026-11-30.");
    }

    private static ExportFormat FormatIn(CommandLine line)
    {
        var names = string.Join(", ", Enum.GetNames<ExportFormat>().Select(name => name.ToLowerInvariant()));
        var text = line.Option("format") ?? throw new UsageException($"`export` memerlukan --format. Yang ada: {names}.");
        return Enum.TryParse<ExportFormat>(text, ignoreCase: true, out var format) && string.Equals(format.ToString(), text, StringComparison.OrdinalIgnoreCase)
            ? format : throw new UsageException($"Format \"{text}\" tidak ada. Yang ada: {names}.");
    }

    private static ImmutableArray<ExportTable> TablesIn(CommandLine line, ExportFormat format)
    {
        if (line.Option("table") is not { } name) return format == ExportFormat.Csv ? [ExportTable.Steps] : ExportTable.All;
        return ExportTable.All.FirstOrDefault(table => table.Name == name) is { } table ? [table] : throw new UsageException($"Tabel \"{name}\" tidak ada. Yang ada: {string.Join(", ", ExportTable.All.Select(each => each.Name))}.");
    }
}
