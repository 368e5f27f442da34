using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace KominfoBot.Testing;

/// <summary>One logged line, its exception written out.</summary>
public sealed record LogLine(LogLevel Level, string Category, string Text);

/// <summary>Keeps everything that is logged: as a provider of a host, or through <see cref="For{T}"/>.</summary>
public sealed class TestLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> lines = [];

    public IReadOnlyList<LogLine> Lines => [.. lines];

    public ILogger<T> For<T>() => new Typed<T>(this);

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Typed<T>(TestLog log) : Writer(log, typeof(T).FullName!), ILogger<T>;

    private class Writer(TestLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => log.lines.Enqueue(new LogLine(logLevel, category, exception is null ? formatter(state, exception) : $"{formatter(state, exception)}\n{exception}"));
    }
}
