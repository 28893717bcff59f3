using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace TicketExport.Core.Tests.Mock;

/// <summary>Hears every DNS look-up, connection and HTTP request that this thread of execution starts.</summary>
internal sealed class NetworkActivity : EventListener
{
    private static readonly AsyncLocal<NetworkActivity?> Current = new();

    public NetworkActivity() => Current.Value = this;

    public ConcurrentQueue<string> Seen { get; } = new();

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.NameResolution")
        {
            EnableEvents(eventSource, EventLevel.Informational);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (Current.Value == this && eventData.EventName?.EndsWith("Start", StringComparison.Ordinal) == true)
        {
            Seen.Enqueue($"{eventData.EventSource.Name}: {eventData.EventName}");
        }
    }
}
