using CustomProvider.Protocol;
using TicketExport;
using TicketExport.Http;
using TicketExport.Providers;
using TicketExport.States;

namespace CustomProvider.Internal;

internal sealed partial class RedmineTicketProvider : IStatusProvider, IUpdateProvider, ICloseProvider, IReopenProvider
{
    public async Task<ReadOutcome> ReadAsync(ReadTicketRequest request, CancellationToken cancellationToken)
    {
        if (RedmineTargetSettings.Read(request.Target, request.Credential, out var problems) is not { } settings)
        {
            return new ReadOutcome.Failed(problems[0].ToFault());
        }

        var result = await _client.ReadAsync(settings, request.Ticket.ProviderTicketId, cancellationToken).ConfigureAwait(false);
        return _errors.Outcomes.ToRead(result, answer => SnapshotIn(answer, request.Ticket, request.Target, settings));
    }

    public async Task<ChangeOutcome> UpdateAsync(UpdateTicketRequest request, CancellationToken cancellationToken)
    {
        if (RedmineTargetSettings.Read(request.Target, request.Credential, out var problems) is not { } settings)
        {
            return new ChangeOutcome.Rejected(problems[0].ToFault());
        }

        var update = RedmineTicketMapper.ToUpdate(request, settings);
        var result = await _client.ChangeAsync(settings, request.Ticket.ProviderTicketId, update, cancellationToken).ConfigureAwait(false);
        return _errors.Outcomes.ToChange(result, _ => request.Ticket);
    }

    public Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken) =>
        RedmineTargetSettings.Read(request.Target, request.Credential, out var problems) is { } settings
            ? MoveAsync(new(request.Target, request.Ticket, settings, IsClosed: true), cancellationToken)
            : Task.FromResult<ChangeOutcome>(new ChangeOutcome.Rejected(problems[0].ToFault()));

    public Task<ChangeOutcome> ReopenAsync(ReopenTicketRequest request, CancellationToken cancellationToken) =>
        RedmineTargetSettings.Read(request.Target, request.Credential, out var problems) is { } settings
            ? MoveAsync(new(request.Target, request.Ticket, settings, IsClosed: false), cancellationToken)
            : Task.FromResult<ChangeOutcome>(new ChangeOutcome.Rejected(problems[0].ToFault()));

    private async Task<ChangeOutcome> MoveAsync(RedmineMove move, CancellationToken cancellationToken)
    {
        var before = await _client.ReadAsync(move.Settings, move.Ticket.ProviderTicketId, cancellationToken).ConfigureAwait(false);
        if (_errors.Outcomes.ToNotChanged(before) is { } failed)
        {
            return failed;
        }

        var present = _errors.Outcomes.ToChange(before, answer => ReferenceIf(move, answer));
        return present is ChangeOutcome.Changed
            ? present
            : await ChooseAndMoveAsync(move, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ChangeOutcome> ChooseAndMoveAsync(RedmineMove move, CancellationToken cancellationToken)
    {
        var status = move.WantedStatus;
        if (status is null)
        {
            var list = await _client.ReadStatusesAsync(move.Settings, cancellationToken).ConfigureAwait(false);
            if (_errors.Outcomes.ToNotChanged(list) is { } failed)
            {
                return failed;
            }

            status = FirstStatus(list, move.IsClosed);
        }

        if (status is null)
        {
            return new ChangeOutcome.Rejected(RedmineErrorMap.NoStatus(move.Setting));
        }

        var changed = await _client
            .ChangeAsync(move.Settings, move.Ticket.ProviderTicketId, new RedmineIssueDraft { StatusId = status }, cancellationToken)
            .ConfigureAwait(false);
        return _errors.Outcomes.ToChange(changed, _ => move.Ticket) is ChangeOutcome.Changed
            ? await ProveAsync(move, cancellationToken).ConfigureAwait(false)
            : _errors.Outcomes.ToChange(changed, _ => move.Ticket);
    }

    // Redmine answers a step that its workflow forbids as if it had been taken.
    private async Task<ChangeOutcome> ProveAsync(RedmineMove move, CancellationToken cancellationToken)
    {
        var after = await _client.ReadAsync(move.Settings, move.Ticket.ProviderTicketId, cancellationToken).ConfigureAwait(false);
        return _errors.Outcomes.ToRead(after, answer => SnapshotIn(answer, move.Ticket, move.Target, move.Settings)) switch
        {
            ReadOutcome.Read { Ticket: var ticket } when ticket.Status == ProviderStatus.Done == move.IsClosed => new ChangeOutcome.Changed(ticket.Reference),
            ReadOutcome.Read => new ChangeOutcome.Rejected(RedmineErrorMap.RefusedByWorkflow(move.Setting)),
            ReadOutcome.Missing missing => new ChangeOutcome.Missing(missing.Fault),
            ReadOutcome.Forbidden forbidden => new ChangeOutcome.Unknown(forbidden.Fault),
            ReadOutcome.Failed unread => new ChangeOutcome.Unknown(unread.Fault),
            var other => throw new InvalidOperationException($"{other.GetType()} is not an outcome of a read."),
        };
    }

    private static TicketReference? ReferenceIf(RedmineMove move, TicketHttpAnswer answer) =>
        SnapshotIn(answer, move.Ticket, move.Target, move.Settings) is { } ticket && ticket.Status == ProviderStatus.Done == move.IsClosed
            ? ticket.Reference
            : null;

    private static TicketSnapshot? SnapshotIn(TicketHttpAnswer answer, TicketReference asked, TicketTarget target, RedmineTargetSettings settings) =>
        RedmineErrorMap.ReadIssue(answer) is { Status: { } status } issue && $"{issue.Id}" == asked.ProviderTicketId
            ? RedmineTicketMapper.ToSnapshot(issue, status, target, settings)
            : null;

    // The list stands in the order that Redmine's administrators gave it.
    private static long? FirstStatus(TicketHttpResult result, bool isClosed) =>
        result is TicketHttpResult.Answered { Answer: var answer } && answer.TryReadJson(RedmineJsonContext.Default.RedmineStatusList, out var list)
            ? list.IssueStatuses.FirstOrDefault(status => status.IsClosed == isClosed)?.Id
            : null;
}
