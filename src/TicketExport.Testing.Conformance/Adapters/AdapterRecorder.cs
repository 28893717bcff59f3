using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace TicketExport.Testing.Conformance.Adapters;

/// <summary>Everything that a host's logs and spans would hold, as one text.</summary>
internal sealed class AdapterRecorder : ILoggerProvider, ILogger
{
    private readonly StringBuilder _text = new();
    private readonly ActivityListener _listener;

    public AdapterRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Append,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Append(Convert.ToString(state, CultureInfo.InvariantCulture));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Append($"{formatter(state, exception)} {exception}");
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            Append(string.Join(' ', values.Select(static value => value.Value)));
        }
    }

    public void Dispose() => _listener.Dispose();

    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString();
        }
    }

    private void Append(Activity activity) => Append(
        $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)} "
        + string.Join(' ', activity.Events.SelectMany(static happened => happened.Tags.Prepend(new(happened.Name, null)))));

    private void Append(string? line)
    {
        lock (_text)
        {
            _text.AppendLine(line);
        }
    }
}
