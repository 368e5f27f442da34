using System.Text;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Export;

/// <summary>RFC 4180: commas, CRLF, quotes doubled; UTF-8.</summary>
internal sealed class CsvWriter(Stream stream, OfficeTime office, bool mark) : ExportWriter(office)
{
    private readonly StreamWriter text = new(stream, new UTF8Encoding(mark), bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\r\n" };
    private bool hasTable;

    public override async Task Begin(ExportTable table, CancellationToken cancel)
    {
        if (hasTable) throw new InvalidOperationException("A CSV file holds one table.");
        hasTable = true;
        await Line(table.Columns.Select(column => column.Heading), cancel);
    }

    public override Task Row(IReadOnlyList<object?> values, CancellationToken cancel) => Line(values.Select(value => SpreadsheetText.Of(value, Office)), cancel);

    public override async Task Finish(CancellationToken cancel) => await text.FlushAsync(cancel);

    public override ValueTask DisposeAsync() => text.DisposeAsync();

    private async Task Line(IEnumerable<string> cells, CancellationToken cancel) => await text.WriteLineAsync(string.Join(',', cells.Select(Quoted)).AsMemory(), cancel);

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
