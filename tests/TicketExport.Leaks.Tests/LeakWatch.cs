using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text;

namespace TicketExport.Leaks.Tests;

/// <summary>
/// Keeps all that leaves a host sideways: logs of every category at every level, every activity, every measurement, and what a test adds; and
/// looks for canaries in it.
/// </summary>
/// <remarks>Tests of this assembly run one after the other, so that all of the process is theirs.</remarks>
internal sealed class LeakWatch : IDisposable
{
    // The trackers of the tests run in this process too; what they trace is theirs.
    private const string OtherSide = "Microsoft.AspNetCore";

    private readonly ConcurrentQueue<(string Place, byte[] Bytes)> _seen = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;

    public LeakWatch()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => !source.Name.StartsWith(OtherSide, StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener { InstrumentPublished = static (instrument, listener) => Enable(instrument, listener) };
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Add(instrument, tags));
        _meters.Start();
        Logs = new LeakLogs(Add);
    }

    /// <summary>Add it to the host's logging, with the minimum level at trace.</summary>
    public LeakLogs Logs { get; }

    public IEnumerable<string> Places => _seen.Select(static seen => seen.Place);

    public void Add(string place, object? value) => _seen.Enqueue((place, Encoding.UTF8.GetBytes($"{value}")));

    /// <summary>Adds a result with all that a debugger or a logger of the host would show of it.</summary>
    public T Result<T>(T result, [CallerArgumentExpression(nameof(result))] string place = "")
    {
        Add($"result {place}", result);
        if (result is ExportResult { Failure: { } failure })
        {
            Add($"violations {place}", string.Join(' ', failure.Violations));
        }

        return result;
    }

    /// <summary>Adds the raw bytes of every file, also of those that are open.</summary>
    public void AddFiles(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            _seen.Enqueue(($"file {Path.GetFileName(path)}", bytes.ToArray()));
            Add("name of a file", Path.GetFileName(path));
        }
    }

    /// <summary>Names each canary and the place where it turned up, and never the canary itself.</summary>
    public string[] Leaks(params Canary[] canaries) =>
        [.. from seen in _seen from canary in canaries where canary.IsIn(seen.Bytes) select $"{canary.Name} in {seen.Place}"];

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (!instrument.Meter.Name.StartsWith(OtherSide, StringComparison.Ordinal))
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private void Add(Activity activity)
    {
        var place = $"activity {activity.Source.Name}/{activity.OperationName}";
        Add(place, $"{activity.DisplayName} {activity.StatusDescription} {activity.TraceStateString}");
        foreach (var (key, value) in activity.TagObjects.Concat(activity.Baggage.Select(static item => new KeyValuePair<string, object?>(item.Key, item.Value))))
        {
            Add($"{place} {key}", value);
        }

        foreach (var happened in activity.Events)
        {
            Add($"{place} event", $"{happened.Name} {string.Join(' ', happened.Tags.Select(static tag => $"{tag.Key}={tag.Value}"))}");
        }
    }

    private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (key, value) in tags)
        {
            Add($"metric {instrument.Name} {key}", value);
        }
    }
}
