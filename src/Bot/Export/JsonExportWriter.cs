using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KominfoBot.Workflow.Calendar;

namespace KominfoBot.Bot.Export;

/// <summary>One JSON object: the period, then a list of objects for each table. Codes instead of words, instants as RFC 3339 with the office's offset.</summary>
internal sealed class JsonExportWriter : ExportWriter
{
    private const int FlushAt = 64 * 1024;

    private readonly Utf8JsonWriter json;
    private ExportTable? table;

    public JsonExportWriter(Stream stream, OfficeTime office, ExportPeriod period)
        : base(office)
    {
        json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteStartObject("period");
        json.WriteString("from", Day(period.From));
        json.WriteString("until", Day(period.Until));
        json.WriteString("timeZone", office.Zone.Id);
        json.WriteEndObject();
    }

    public override Task Begin(ExportTable table, CancellationToken cancel)
    {
        if (this.table is not null) json.WriteEndArray();
        this.table = table;
        json.WriteStartArray(table.Name);
        return Task.CompletedTask;
    }

    public override async Task Row(IReadOnlyList<object?> values, CancellationToken cancel)
    {
        json.WriteStartObject();
        for (var at = 0; at < values.Count; at++)
        {
            json.WritePropertyName(table!.Columns[at].Key);
            Write(values[at]);
        }
        json.WriteEndObject();
        if (json.BytesPending > FlushAt) await json.FlushAsync(cancel);
    }

    public override async Task Finish(CancellationToken cancel)
    {
        if (table is not null) json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancel);
    }

    public override ValueTask DisposeAsync() => json.DisposeAsync();

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(Workflow.News.PlainText.Clean(text));
                break;
            case ExportWord word:
                json.WriteStringValue(word.Code);
                break;
            case DateTimeOffset instant:
                json.WriteStringValue(Office.Local(instant).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                json.WriteStringValue(Day(day));
                break;
            case int or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
