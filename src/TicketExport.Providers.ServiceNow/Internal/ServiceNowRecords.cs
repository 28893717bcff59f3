using TicketExport.Http;
using TicketExport.Providers.ServiceNow.Protocol;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>Reads the record of a ticket, and tells a deleted one from one that is hidden.</summary>
internal sealed class ServiceNowRecords(ServiceNowClient client, ServiceNowSession session)
{
    /// <summary>Reads the record that a ticket names by its sys_id; or by its number, as one that was linked by hand.</summary>
    public async Task<TicketHttpResult> ReadAsync(TicketReference ticket, CancellationToken cancellationToken)
    {
        var (id, failed) = await FindIdAsync(ticket, cancellationToken).ConfigureAwait(false);
        return failed ?? await client.ReadAsync(session.Settings, id, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>The record, or why it cannot be changed.</returns>
    public async Task<(ServiceNowRecord? Record, ChangeOutcome? Failed)> ReadForChangeAsync(TicketReference ticket, CancellationToken cancellationToken)
    {
        if (!ServiceNowText.IsNumber(ticket.ProviderTicketId))
        {
            return (null, new ChangeOutcome.Rejected(ServiceNowFaults.NotAnId));
        }

        var read = await ReadAsync(ticket, cancellationToken).ConfigureAwait(false);
        return session.Outcomes.ToNotChanged(read) switch
        {
            ChangeOutcome.Missing missing => (null, await ConfirmMissingAsync(ticket, missing, cancellationToken).ConfigureAwait(false)),
            { } failed => (null, failed),
            null when read is TicketHttpResult.Answered { Answer: var answer } => ServiceNowAnswers.RecordOf(answer) is { } record && ServiceNowAnswers.IsAsked(record, ticket)
                ? (record, null)
                : (null, new ChangeOutcome.NotSent(TicketHttpStatus.UnreadableOf(answer, session.Settings.Words))),
            _ => throw new InvalidOperationException("What did not fail was answered."),
        };
    }

    /// <summary>The sys_id of a ticket's record.</summary>
    /// <returns>The id, or the exchange that failed. A number that nothing has stays one: a read by it tells that it is missing.</returns>
    public async Task<(string Id, TicketHttpResult? Failed)> FindIdAsync(TicketReference ticket, CancellationToken cancellationToken)
    {
        var asked = ticket.ProviderTicketId;
        if (ServiceNowText.IsSysId(asked))
        {
            return (asked, null);
        }

        var listed = await client.FindByNumberAsync(session.Settings, asked, cancellationToken).ConfigureAwait(false);
        return listed is TicketHttpResult.Answered { Answer: { IsSuccess: true } answer } && ServiceNowAnswers.RecordsOf(answer) is { } records
            ? (Array.Find(records, record => record.Number == asked)?.SysId ?? asked, null)
            : (asked, listed);
    }

    /// <summary>ServiceNow answers 404 for a record that is gone and for one that the credentials may not see, but counts the latter.</summary>
    public async Task<ReadOutcome> ConfirmMissingAsync(TicketReference ticket, ReadOutcome.Missing missing, CancellationToken cancellationToken)
    {
        var counted = await CountAsync(ticket, cancellationToken).ConfigureAwait(false);
        return counted is null || IsNone(counted) ? missing
            : IsHidden(counted) ? new ReadOutcome.Forbidden(ServiceNowFaults.RecordsHidden(session.Settings))
            : session.Outcomes.ToRead(counted, static _ => null);
    }

    private async Task<ChangeOutcome> ConfirmMissingAsync(TicketReference ticket, ChangeOutcome.Missing missing, CancellationToken cancellationToken)
    {
        var counted = await CountAsync(ticket, cancellationToken).ConfigureAwait(false);
        return counted is null || IsNone(counted) ? missing
            : IsHidden(counted) ? new ChangeOutcome.Rejected(ServiceNowFaults.RecordsHidden(session.Settings))
            : session.Outcomes.ToNotChanged(counted) switch
            {
                null when counted is TicketHttpResult.Answered { Answer: var answer } => new ChangeOutcome.NotSent(TicketHttpStatus.UnreadableOf(answer, session.Settings.Words)),
                var failed => failed!,
            };
    }

    private async Task<TicketHttpResult?> CountAsync(TicketReference ticket, CancellationToken cancellationToken) =>
        ServiceNowText.IsSysId(ticket.ProviderTicketId)
            ? await client.CountAsync(session.Settings, ticket.ProviderTicketId, cancellationToken).ConfigureAwait(false)
            : null;

    private static bool IsHidden(TicketHttpResult counted) =>
        counted is TicketHttpResult.Answered { Answer: { IsSuccess: true } answer } && ServiceNowAnswers.RecordsOf(answer) is [] && ServiceNowAnswers.CountOf(answer) > 0;

    private static bool IsNone(TicketHttpResult counted) =>
        counted is TicketHttpResult.Answered { Answer: { IsSuccess: true } answer } && ServiceNowAnswers.RecordsOf(answer) is []
        && ServiceNowAnswers.CountOf(answer) is null or 0;
}
