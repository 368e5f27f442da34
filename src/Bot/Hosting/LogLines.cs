using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace KominfoBot.Bot.Hosting;

/// <summary>The log on stdout: JSON lines for journals and collectors, or one plain line per event for people who practise. Both pass the redaction.</summary>
public static class LogLines
{
    public static void AddLogLines(this ILoggingBuilder logging, IConfiguration configuration, bool plain)
    {
        // Defaults first: the section Logging may change every one of them.
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Quartz", LogLevel.Warning);
        // What stops the host is said once, by House.Run.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Its addresses hold the token.
        logging.AddFilter("System.Net.Http", LogLevel.None);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddConsole(console => console.FormatterName = plain ? PlainLines.FormatterName : JsonLines.FormatterName);
        logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        logging.AddConsoleFormatter<PlainLines, ConsoleFormatterOptions>();
    }
}

/// <summary>One JSON object per event: time, level, category, message, what it is about (<c>update</c>, <c>item</c> and other named values), exception.</summary>
public sealed class JsonLines(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "kominfo-json";

    // Control characters are escaped by any encoder; this one leaves quotes, slashes and letters readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", Redaction.WithoutTokens(logEntry.Formatter(logEntry.State, logEntry.Exception)));
            // What the line is about: ids of the update, the item, the message. Of scopes only ours: a request's would name its path.
            SortedDictionary<string, object> about = new(StringComparer.Ordinal);
            scopeProvider?.ForEachScope((scope, to) => Gather(to, scope as KeyValuePair<string, object?>[]), about);
            Gather(about, logEntry.State as IEnumerable<KeyValuePair<string, object?>>);
            foreach (var (name, value) in about)
                if (value is int or long or short or byte) json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                else json.WriteString(name, Redaction.WithoutTokens(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
            if (logEntry.Exception is { } error) json.WriteString("exception", Redaction.WithoutTokens(error.ToString()));
            json.WriteEndObject();
        }
        textWriter.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        textWriter.Write('\n');
    }

    /// <summary>The named values, but the text itself, and errors, which the message holds.</summary>
    private static void Gather(SortedDictionary<string, object> about, IEnumerable<KeyValuePair<string, object?>>? named)
    {
        foreach (var (name, value) in named ?? [])
            if (value is not null && name is not ("{OriginalFormat}" or "Error")) about[Named(name)] = value;
    }

    private static string Named(string name) => name switch { "UpdateId" => "update", "Number" => "item", "time" or "level" or "category" or "message" or "exception" => $"{name}_", _ => JsonNamingPolicy.CamelCase.ConvertName(name) };
}

/// <summary>"09.31.07  message", and for warnings and worse the level and the exception, all on one line.</summary>
public sealed class PlainLines(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "kominfo-plain";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var line = new StringBuilder(clock.GetLocalNow().ToString("HH.mm.ss", CultureInfo.InvariantCulture)).Append("  ");
        if (logEntry.LogLevel >= LogLevel.Warning) line.Append(logEntry.LogLevel).Append(' ').Append(logEntry.Category).Append(": ");
        line.Append(logEntry.Formatter(logEntry.State, logEntry.Exception));
        if (logEntry.Exception is { } error) line.Append(" | ").Append(error);
        textWriter.Write(Redaction.OneLine(line.ToString()));
        textWriter.Write('\n');
    }
}
