using System.Collections.Immutable;
using TicketExport.Http;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>
/// What a look-up proves. ServiceNow leaves out the part of a query that it does not understand and lists other records; it leaves out records that
/// the credentials may not see, and counts them all the same.
/// </summary>
internal static class ServiceNowLookUp
{
    /// <returns>The tickets; that there is none, which <see cref="Prove"/> has to confirm; <see langword="null"/> for an answer that cannot be read.</returns>
    public static FindOutcome? Read(TicketHttpAnswer answer, string marker, ServiceNowTargetSettings settings)
    {
        if (ServiceNowAnswers.RecordsOf(answer) is not { } records)
        {
            return null;
        }

        if (Array.Exists(records, record => record.CorrelationId != marker))
        {
            return new FindOutcome.Failed(ServiceNowFaults.CorrelationUnreadable(settings));
        }

        if (records.Length == 0)
        {
            return ServiceNowAnswers.CountOf(answer) > 0 ? new FindOutcome.Failed(ServiceNowFaults.RecordsHidden(settings)) : new FindOutcome.Absent(Proven: true);
        }

        ImmutableArray<TicketReference> tickets = [.. records.Select(record => ServiceNowAnswers.ReferenceOf(record, settings)).OfType<TicketReference>()];
        return tickets.IsEmpty ? null : new FindOutcome.Found(tickets);
    }

    /// <summary>Whether finding nothing means that there is nothing: some record has to show the field that was searched.</summary>
    public static FindOutcome? Prove(TicketHttpAnswer answer, ServiceNowTargetSettings settings) => FaultOf(answer, settings) switch
    {
        (false, _) => null,
        (true, { } fault) => new FindOutcome.Failed(fault),

        // Of an empty table nothing can be seen but its count.
        _ => new FindOutcome.Absent(Proven: ServiceNowAnswers.RecordsOf(answer) is { Length: > 0 } || ServiceNowAnswers.CountOf(answer) == 0),
    };

    /// <summary>Why tickets of the table could not be found again, by one record of it.</summary>
    public static (bool IsRead, ProviderFault? Fault) FaultOf(TicketHttpAnswer answer, ServiceNowTargetSettings settings) => ServiceNowAnswers.RecordsOf(answer) switch
    {
        null => (false, null),
        [] => (true, ServiceNowAnswers.CountOf(answer) > 0 ? ServiceNowFaults.RecordsHidden(settings) : null),
        [{ CorrelationId: null }, ..] => (true, ServiceNowFaults.CorrelationUnreadable(settings)),
        _ => (true, null),
    };
}
