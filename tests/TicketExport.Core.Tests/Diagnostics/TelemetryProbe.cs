using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using TicketExport.Core.Tests.Pipeline;

namespace TicketExport.Core.Tests.Diagnostics;

/// <summary>What one exporter traced and measured; other tests run in the same process and are left out.</summary>
internal sealed class TelemetryProbe : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly Activity _root;

    public TelemetryProbe(ExporterHarness harness)
    {
        var factory = harness.Service<IMeterFactory>();
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == TicketExportDiagnostics.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _root!.TraceId)
                {
                    Activities.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == factory)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meters.Start();
    }

    public ConcurrentQueue<Activity> Activities { get; } = new();

    public ConcurrentQueue<(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags)> Measurements { get; } = new();

    public IReadOnlyList<(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags)> Of(string instrument) =>
        [.. Measurements.Where(measurement => measurement.Instrument == instrument)];

    public Activity[] Called(string name) => [.. Activities.Where(activity => activity.OperationName == name)];

    public void Dispose()
    {
        _root.Dispose();
        _meters.Dispose();
        _activities.Dispose();
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.Enqueue((instrument.Name, value, new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal)));
}
