using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TicketExport.Diagnostics;

/// <summary>The activities and measurements of one host; lives as long as its services.</summary>
internal sealed class ExportTelemetry : IDisposable
{
    private readonly ActivitySource _source = new(TicketExportDiagnostics.SourceName);
    private readonly Meter? _ownMeter;
    private readonly TimeProvider _time;
    private readonly Histogram<double> _attemptDuration;
    private readonly Counter<long> _exports;
    private readonly Counter<long> _duplicatesPrevented;
    private readonly Counter<long> _deliveryUnknown;

    /// <param name="time">Measures durations.</param>
    /// <param name="meters">The host's factory, which keeps the meters of several hosts in one process apart.</param>
    public ExportTelemetry(TimeProvider time, IMeterFactory? meters = null)
    {
        _time = time;
        var meter = meters?.Create(TicketExportDiagnostics.MeterName) ?? (_ownMeter = new Meter(TicketExportDiagnostics.MeterName));
        _attemptDuration = meter.CreateHistogram(
            TicketExportDiagnostics.AttemptDuration,
            "s",
            "How long calls to providers take.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60] });
        _exports = meter.CreateCounter<long>(TicketExportDiagnostics.Exports, "{export}", "Calls to the exporter by outcome.");
        _duplicatesPrevented = meter.CreateCounter<long>(
            TicketExportDiagnostics.DuplicatesPrevented, "{ticket}", "Calls that made no second ticket because one exists.");
        _deliveryUnknown = meter.CreateCounter<long>(
            TicketExportDiagnostics.DeliveryUnknown, "{attempt}", "Attempts whose effect stayed unknown.");
    }

    /// <summary>Runs one export under a trace that ends with its result or its exception.</summary>
    public async Task<ExportResult> TraceAsync(Func<ExportTrace, Task<ExportResult>> export)
    {
        using var trace = BeginExport();
        try
        {
            var result = await export(trace).ConfigureAwait(false);
            trace.End(result);
            return result;
        }
        catch (Exception exception)
        {
            trace.End(exception);
            throw;
        }
    }

    private ExportTrace BeginExport() => new(this, _source.StartActivity(TicketExportDiagnostics.ExportActivity));

    public AttemptTrace BeginAttempt(string provider, string operation) => new(
        this,
        _source.StartActivity(TicketExportDiagnostics.AttemptActivity, ActivityKind.Client),
        new(TicketExportDiagnostics.ProviderTag, provider),
        new(TicketExportDiagnostics.OperationTag, operation),
        _time.GetTimestamp());

    public void CountDeliveryUnknown(string provider) => _deliveryUnknown.Add(1, new KeyValuePair<string, object?>(TicketExportDiagnostics.ProviderTag, provider));

    public void CountExport(ExportOutcome outcome, in TagList tags)
    {
        _exports.Add(1, tags);
        if (outcome is ExportOutcome.AlreadyExported or ExportOutcome.Adopted or ExportOutcome.OpenedExisting or ExportOutcome.UpdatedExisting)
        {
            _duplicatesPrevented.Add(1, tags);
        }
    }

    public void RecordAttempt(long startedAt, in TagList tags) =>
        _attemptDuration.Record(_time.GetElapsedTime(startedAt).TotalSeconds, tags);

    public void Dispose()
    {
        _source.Dispose();
        _ownMeter?.Dispose();
    }
}
