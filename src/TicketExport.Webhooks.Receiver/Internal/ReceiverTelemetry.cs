using System.Collections.Frozen;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>Counts the requests to one endpoint by what became of them.</summary>
internal sealed class ReceiverTelemetry
{
    private static readonly Meter WithoutHost = new(TicketExportDiagnostics.MeterName);

    private static readonly FrozenDictionary<RefusalReason, string> Reasons = Enum.GetValues<RefusalReason>()
        .ToFrozenDictionary(static reason => reason, static reason => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()));

    private readonly string _endpoint;
    private readonly Counter<long> _requests;

    /// <param name="endpoint">The endpoint's name.</param>
    /// <param name="meters">The host's factory, which keeps the meters of several hosts in one process apart.</param>
    public ReceiverTelemetry(string endpoint, IMeterFactory? meters)
    {
        _endpoint = endpoint;
        _requests = (meters?.Create(TicketExportDiagnostics.MeterName) ?? WithoutHost)
            .CreateCounter<long>(TicketExportDiagnostics.ReceiverRequests, "{request}", "Requests to a receiver by what became of them.");
    }

    public void CountVerified() => Count("verified", RefusalReason.Unknown);

    public void Count(ReceiverResponse response) => Count(OutcomeOf(response), response.Reason);

    private static string OutcomeOf(ReceiverResponse response) => response switch
    {
        { Reason: not RefusalReason.Unknown } => "refused",
        { IsIgnored: true } => "ignored",
        { IsReplay: true } => "replayed",
        { Status: 200 or 409 } => "handled",
        _ => "declined",
    };

    private void Count(string outcome, RefusalReason reason)
    {
        var tags = new TagList
        {
            { TicketExportDiagnostics.EndpointTag, _endpoint },
            { TicketExportDiagnostics.OutcomeTag, outcome },
        };
        if (reason != RefusalReason.Unknown)
        {
            tags.Add(TicketExportDiagnostics.ErrorTypeTag, Reasons[reason]);
        }

        _requests.Add(1, tags);
    }
}
