using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Runtime.Tests.Support;

/// <summary>Remembers which parts of a node said that something failed.</summary>
internal sealed class FailureLog : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, bool> _failed = [];

    /// <summary>Full names of the types that logged a warning or worse.</summary>
    public IEnumerable<string> Failed => _failed.Keys;

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

    public void Clear() => _failed.Clear();

    public void Dispose()
    {
    }

    private sealed class Ear(FailureLog of, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) of._failed[category] = true;
        }
    }
}
