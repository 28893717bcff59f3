using Microsoft.Extensions.Logging;

namespace TicketExport.Leaks.Tests;

/// <summary>Takes in messages, their values, scopes and exceptions.</summary>
internal sealed class LeakLogs(Action<string, object?> add) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, add);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, Action<string, object?> add) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            AddState($"scope of {category}", state);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var place = $"log {category} {eventId.Id}";
            add(place, formatter(state, exception));
            add($"{place} exception", exception);
            AddState(place, state);
        }

        private void AddState(string place, object? state)
        {
            add(place, state);
            foreach (var (key, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
            {
                add($"{place} {key}", value);
            }
        }
    }
}
