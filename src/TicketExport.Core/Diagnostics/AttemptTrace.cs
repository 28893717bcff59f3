using System.Diagnostics;
using TicketExport.Pipeline;

namespace TicketExport.Diagnostics;

/// <summary>One call to a provider, from its begin to its end.</summary>
internal readonly struct AttemptTrace(
    ExportTelemetry telemetry,
    Activity? activity,
    KeyValuePair<string, object?> provider,
    KeyValuePair<string, object?> operation,
    long startedAt) : IDisposable
{
    public void End(ProviderAnswer answer)
    {
        var tags = new TagList
        {
            provider,
            operation,
            { TicketExportDiagnostics.OutcomeTag, TagWords<States.ExportEvent>.Of(answer.Event) },
        };
        if (answer.Fault is { } fault)
        {
            tags.Add(TicketExportDiagnostics.ErrorTypeTag, TagWords<FailureReason>.Of(fault.Reason));
        }

        telemetry.RecordAttempt(startedAt, tags);
        activity.Close(tags, isError: answer is { Fault: not null, Ticket: null });
    }

    public void Dispose() => activity?.Dispose();
}
