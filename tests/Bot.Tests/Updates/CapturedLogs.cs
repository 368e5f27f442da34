using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Bot.Tests.Updates;

/// <summary>Keeps every line that anything logs, at every level, with exceptions in full.</summary>
public sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = [];

    public IReadOnlyList<(LogLevel Level, string Text)> Lines => [.. lines];

    public string Text => string.Join('\n', lines.Select(line => line.Text));

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<(LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => lines.Enqueue((logLevel, $"{category}: {formatter(state, exception)} {exception}"));
    }
}
