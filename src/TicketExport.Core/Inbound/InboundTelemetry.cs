using System.Diagnostics.Metrics;
using TicketExport.Diagnostics;

namespace TicketExport.Inbound;

/// <summary>Counts deliveries by what became of them.</summary>
internal sealed class InboundTelemetry : IDisposable
{
    private readonly Meter? _ownMeter;
    private readonly Counter<long> _deliveries;

    /// <param name="meters">The host's factory, which keeps the meters of several hosts in one process apart.</param>
    public InboundTelemetry(IMeterFactory? meters = null)
    {
        var meter = meters?.Create(TicketExportDiagnostics.MeterName) ?? (_ownMeter = new Meter(TicketExportDiagnostics.MeterName));
        _deliveries = meter.CreateCounter<long>(TicketExportDiagnostics.InboundDeliveries, "{delivery}", "Inbound deliveries by what became of them.");
    }

    public void Count(string? provider, InboundAnswer answer) => _deliveries.Add(
        1,
        new KeyValuePair<string, object?>(TicketExportDiagnostics.ProviderTag, provider ?? "none"),
        new KeyValuePair<string, object?>(TicketExportDiagnostics.OutcomeTag, TagWords<InboundAnswer>.Of(answer)));

    public void Dispose() => _ownMeter?.Dispose();
}
