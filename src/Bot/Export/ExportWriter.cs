using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Export;

/// <summary>Writes tables as they come, row by row: nothing is held in memory but the row in hand.</summary>
public abstract class ExportWriter(OfficeTime office) : IAsyncDisposable
{
    protected OfficeTime Office { get; } = office;

    public abstract Task Begin(ExportTable table, CancellationToken cancel);

    /// <param name="values">One for each column: text, number, instant, day, <see cref="ExportWord"/> or null.</param>
    public abstract Task Row(IReadOnlyList<object?> values, CancellationToken cancel);

    /// <summary>After the last table.</summary>
    public abstract Task Finish(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();

    /// <summary>The stream stays open.</summary>
    /// <param name="mark">Begin CSV with the mark by which spreadsheets know UTF-8.</param>
    public static ExportWriter To(Stream stream, ExportFormat format, OfficeTime office, ExportPeriod period, bool mark) => format switch
    {
        ExportFormat.Csv => new CsvWriter(stream, office, mark),
        ExportFormat.Xlsx => new XlsxWriter(stream, office),
        _ => new JsonExportWriter(stream, office, period),
    };
}
