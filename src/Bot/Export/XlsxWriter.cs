using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Export;

/// <summary>A workbook of one sheet for each table, its heading frozen; a table longer than a sheet goes on in the next.</summary>
internal sealed class XlsxWriter(Stream stream, OfficeTime office) : ExportWriter(office)
{
    private readonly XlsxBook book = new(stream, office);
    private ExportTable? table;

    public override Task Begin(ExportTable table, CancellationToken cancel)
    {
        this.table = table;
        return BeginSheet(table.Title);
    }

    public override async Task Row(IReadOnlyList<object?> values, CancellationToken cancel)
    {
        if (book.Rows == XlsxBook.MostRows) await BeginSheet($"{table!.Title} ({book.Sheets + 1})");
        await book.Row(values.Select(value => new XlsxCell(value)));
    }

    public override Task Finish(CancellationToken cancel) => book.Finish();

    public override ValueTask DisposeAsync() => book.DisposeAsync();

    private async Task BeginSheet(string title)
    {
        await book.Begin(new XlsxSheet(title, table!.Columns.Length, []));
        await book.Row(table.Columns.Select(column => new XlsxCell(column.Heading, XlsxStyle.Heading)));
    }
}
