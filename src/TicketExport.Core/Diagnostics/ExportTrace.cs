using System.Diagnostics;
using TicketExport.Providers;

namespace TicketExport.Diagnostics;

/// <summary>One call to the exporter, from its begin to its end.</summary>
internal sealed class ExportTrace(ExportTelemetry telemetry, Activity? activity) : IDisposable
{
    private TagList _tags;

    public void AimAt(ITicketProvider provider) => _tags.Add(TicketExportDiagnostics.ProviderTag, provider.Sheet.Key);

    public void End(ExportResult result)
    {
        _tags.Add(TicketExportDiagnostics.OutcomeTag, TagWords<ExportOutcome>.Of(result.Outcome));
        var isError = result.Outcome is ExportOutcome.Failed or ExportOutcome.Blocked or ExportOutcome.DeliveryUnknown;
        if (isError && result.Failure is { } failure)
        {
            _tags.Add(TicketExportDiagnostics.ErrorTypeTag, TagWords<FailureReason>.Of(failure.Reason));
        }

        Finish(result.Outcome, isError);
    }

    public void End(Exception exception)
    {
        // The type alone: a message may quote what was sent.
        _tags.Add(TicketExportDiagnostics.ErrorTypeTag, exception.GetType().FullName);
        Finish(ExportOutcome.Unknown, isError: true);
    }

    public void Dispose() => activity?.Dispose();

    private void Finish(ExportOutcome outcome, bool isError)
    {
        telemetry.CountExport(outcome, _tags);
        activity.Close(_tags, isError);
    }
}
