using System.Collections.Immutable;
using TicketExport.Http;
using TicketExport.Providers.ServiceNow.Protocol;
using TicketExport.States;

namespace TicketExport.Providers.ServiceNow.Internal;

internal sealed partial class ServiceNowTicketProvider : IStatusBatchProvider, IUpdateProvider, ICloseProvider, IReopenProvider, ICommentProvider, IInboundProvider
{
    // The ids stand in the address, which ServiceNow takes up to 2,048 characters of.
    public int MaxTickets => 40;

    public bool CanReadMany(TicketTarget target) => true;

    public async Task<ReadOutcome> ReadAsync(ReadTicketRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new ReadOutcome.Failed(fault!);
        }

        if (!IsKnown(request.Ticket))
        {
            return new ReadOutcome.Failed(ServiceNowFaults.NotAnId);
        }

        var records = new ServiceNowRecords(_client, session);
        var read = await records.ReadAsync(request.Ticket, cancellationToken).ConfigureAwait(false);
        var outcome = session.Outcomes.ToRead(read, answer => ServiceNowAnswers.RecordOf(answer) is { } record && ServiceNowAnswers.IsAsked(record, request.Ticket)
            ? ServiceNowAnswers.SnapshotOf(record, session.Settings)
            : null);
        return outcome is ReadOutcome.Missing missing
            ? await records.ConfirmMissingAsync(request.Ticket, missing, cancellationToken).ConfigureAwait(false)
            : outcome;
    }

    public async Task<ReadManyOutcome> ReadManyAsync(ReadTicketsRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new ReadManyOutcome.Failed(fault!);
        }

        ImmutableArray<string> ids = [.. request.Tickets.Select(static ticket => ticket.ProviderTicketId).Where(ServiceNowText.IsSysId).Distinct()];
        if (ids.IsEmpty)
        {
            return new ReadManyOutcome.Read([.. request.Tickets.Select(static _ => (TicketSnapshot?)null)]);
        }

        var result = await _client.FindManyAsync(session.Settings, ids, cancellationToken).ConfigureAwait(false);
        return session.Outcomes.ToReadMany(result, answer => ServiceNowAnswers.RecordsOf(answer) is { } records
            ? [.. request.Tickets.Select(ticket => SnapshotIn(records, ticket, session.Settings))]
            : default);
    }

    public async Task<ChangeOutcome> UpdateAsync(UpdateTicketRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new ChangeOutcome.Rejected(fault!);
        }

        var records = new ServiceNowRecords(_client, session);
        var (record, failed) = await records.ReadForChangeAsync(request.Ticket, cancellationToken).ConfigureAwait(false);
        if (record is null)
        {
            return failed!;
        }

        var fields = ServiceNowTicketMapper.ToChangedRecord(request, session.Settings, LinkOf(request.Account.Id, request.Document.Source.ReportId));
        var result = await _client.ChangeAsync(session.Settings, record.SysId!, fields, cancellationToken).ConfigureAwait(false);
        return session.Outcomes.ToChange(result, answer => ReferenceIn(answer, record, session.Settings));
    }

    public Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken) =>
        Begin(request.Target, request.Credential, out var fault) is { } session
            ? MoveAsync(session, request.Ticket, isClosing: true, cancellationToken)
            : Task.FromResult<ChangeOutcome>(new ChangeOutcome.Rejected(fault!));

    public Task<ChangeOutcome> ReopenAsync(ReopenTicketRequest request, CancellationToken cancellationToken) =>
        Begin(request.Target, request.Credential, out var fault) is { } session
            ? MoveAsync(session, request.Ticket, isClosing: false, cancellationToken)
            : Task.FromResult<ChangeOutcome>(new ChangeOutcome.Rejected(fault!));

    public Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return Task.FromResult<CommentOutcome>(new CommentOutcome.Rejected(fault!));
        }

        return IsKnown(request.Ticket)
            ? new ServiceNowComments(_client, session, time).AddAsync(request, cancellationToken)
            : Task.FromResult<CommentOutcome>(new CommentOutcome.Rejected(ServiceNowFaults.NotAnId));
    }

    public InboundOutcome Read(InboundRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ServiceNowWebhookReader.Read(request);
    }

    private static bool IsKnown(TicketReference ticket) => ServiceNowText.IsNumber(ticket.ProviderTicketId);

    private static TicketSnapshot? SnapshotIn(ServiceNowRecord[] records, TicketReference ticket, ServiceNowTargetSettings settings) =>
        Array.Find(records, record => string.Equals(record.SysId, ticket.ProviderTicketId, StringComparison.OrdinalIgnoreCase)) is { } record
            ? ServiceNowAnswers.SnapshotOf(record, settings)
            : null;

    private static TicketReference? ReferenceIn(TicketHttpAnswer answer, ServiceNowRecord asked, ServiceNowTargetSettings settings) =>
        ServiceNowAnswers.RecordOf(answer) is { } record && record.SysId == asked.SysId ? ServiceNowAnswers.ReferenceOf(record, settings) : null;

    private async Task<ChangeOutcome> MoveAsync(ServiceNowSession session, TicketReference ticket, bool isClosing, CancellationToken cancellationToken)
    {
        var settings = session.Settings;
        var (record, failed) = await new ServiceNowRecords(_client, session).ReadForChangeAsync(ticket, cancellationToken).ConfigureAwait(false);
        if (record is null)
        {
            return failed!;
        }

        if (IsThere(record) && ServiceNowAnswers.ReferenceOf(record, settings) is { } present)
        {
            return new ChangeOutcome.Changed(present);
        }

        var fields = ServiceNowTicketMapper.ToState(settings, isClosing);
        var result = await _client.ChangeAsync(settings, record.SysId!, fields, cancellationToken).ConfigureAwait(false);
        var isKept = false;
        var outcome = (isClosing ? session.Closing : session.Outcomes).ToChange(result, answer =>
        {
            isKept = ServiceNowAnswers.RecordOf(answer) is { } after && after.State != fields["state"] && !IsThere(after);
            return ReferenceIn(answer, record, settings);
        });

        // A rule of the table may put the old state back and answer as if nothing were amiss.
        return outcome is ChangeOutcome.Changed && isKept
            ? new ChangeOutcome.Rejected(ServiceNowFaults.StateRefused(isClosing ? ServiceNowDefaults.CloseStateSetting : ServiceNowDefaults.ReopenStateSetting))
            : outcome;

        bool IsThere(ServiceNowRecord at) =>
            settings.Workflow.StatusOf(at, settings.Statuses) is var status and not ProviderStatus.Unknown && status == ProviderStatus.Done == isClosing;
    }
}
