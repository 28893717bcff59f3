using System.Diagnostics;
using TicketExport.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Diagnostics;

/// <summary>One call to a provider, from its begin to its end.</summary>
internal readonly struct AttemptTrace(
    ExportTelemetry telemetry,
    Activity? activity,
    KeyValuePair<string, object?> provider,
    KeyValuePair<string, object?> operation,
    long startedAt) : IDisposable
{
    public void End(ProviderAnswer answer) =>
        End(TagWords<States.ExportEvent>.Of(answer.Event), answer.Fault, isError: answer is { Fault: not null, Ticket: null });

    public void End(string outcome, ProviderFault? fault, bool isError)
    {
        var tags = new TagList
        {
            provider,
            operation,
            { TicketExportDiagnostics.OutcomeTag, outcome },
        };
        if (fault is not null)
        {
            tags.Add(TicketExportDiagnostics.ErrorTypeTag, TagWords<FailureReason>.Of(fault.Reason));
        }

        telemetry.RecordAttempt(startedAt, tags);
        activity.Close(tags, isError);
    }

    public void Dispose() => activity?.Dispose();
}
