using TicketExport.Http;
using TicketExport.Providers.Linear.Protocol;

namespace TicketExport.Providers.Linear.Internal;

internal sealed partial class LinearTicketProvider : IStatusProvider, IUpdateProvider, ICloseProvider, IReopenProvider, ICommentProvider, IInboundProvider
{
    public async Task<ReadOutcome> ReadAsync(ReadTicketRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new ReadOutcome.Failed(fault!);
        }

        var read = await _client.ReadIssueAsync(session.Access, request.Ticket.ProviderTicketId, cancellationToken).ConfigureAwait(false);
        if (LinearAnswers.IssueOf(read) is { Trashed: true } trashed && LinearAnswers.IsAsked(trashed, request.Ticket))
        {
            return new ReadOutcome.Missing(LinearFaults.Trashed);
        }

        var outcome = session.Outcomes.ToRead(read, answer => LinearAnswers.IssueOf(answer) is { } issue && LinearAnswers.IsAsked(issue, request.Ticket)
            ? LinearAnswers.SnapshotOf(issue, session.Settings)
            : null);
        if (outcome is not ReadOutcome.Missing)
        {
            return outcome;
        }

        var identity = await _client.IdentifyAsync(session.Access, cancellationToken).ConfigureAwait(false);
        return LinearAnswers.ViewerOf(identity) switch
        {
            null => session.Outcomes.ToRead(identity, static _ => null),
            var viewer when LinearAnswers.IsElsewhere(request.Ticket, viewer.Organization!, session.Settings) => new ReadOutcome.Forbidden(LinearFaults.OtherWorkspace(session.Settings.Words)),
            _ => outcome,
        };
    }

    public async Task<ChangeOutcome> UpdateAsync(UpdateTicketRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new ChangeOutcome.Rejected(fault!);
        }

        var (issue, failed) = await ReadForChangeAsync(session, request.Ticket, cancellationToken).ConfigureAwait(false);
        if (issue is null)
        {
            return failed!;
        }

        // The labels of the team that the issue is in now, which need not be the target's.
        var wishes = LinearWishes.ForUpdate(session.Settings, request.Document);
        var place = new LinearPlace { OrganizationId = "", TeamId = "" };
        if (!wishes.Labels.IsEmpty && RemoteText.IsId(issue.Team?.Id))
        {
            var prepared = await _client.PrepareAsync(session.Access, wishes.ToVariables(issue.Team.Id), cancellationToken).ConfigureAwait(false);
            if (session.Outcomes.ToNotChanged(prepared) is { } refused)
            {
                return refused;
            }

            place = LinearPlace.Read(prepared, session.Settings, wishes) ?? place;
        }

        var input = LinearTicketMapper.ToChangedIssue(request, session.Settings, place.LabelIds, LinkOf(request.Account.Id, request.Document.Source.ReportId));
        return await ChangeAsync(session, issue, input, cancellationToken).ConfigureAwait(false);
    }

    public Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken) =>
        ChangeStateAsync((request.Target, request.Credential), request.Ticket, isClosing: true, cancellationToken);

    public Task<ChangeOutcome> ReopenAsync(ReopenTicketRequest request, CancellationToken cancellationToken) =>
        ChangeStateAsync((request.Target, request.Credential), request.Ticket, isClosing: false, cancellationToken);

    public async Task<CommentOutcome> AddCommentAsync(AddCommentRequest request, CancellationToken cancellationToken)
    {
        if (Begin(request.Target, request.Credential, out var fault) is not { } session)
        {
            return new CommentOutcome.Rejected(fault!);
        }

        // The comment's id is chosen here, so that a repeated one is told by its conflict.
        var input = LinearTicketMapper.ToComment(request);
        var result = await _client.AddCommentAsync(session.Access, input, cancellationToken).ConfigureAwait(false);
        return LinearErrorMap.IsConflict(result, "Comment", input.Id)
            ? new CommentOutcome.Posted(input.Id)
            : session.Outcomes.ToComment(result, LinearAnswers.CommentIdOf);
    }

    public InboundOutcome Read(InboundRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LinearWebhookReader.Read(request);
    }

    private async Task<ChangeOutcome> ChangeStateAsync((TicketTarget Target, TicketCredential Credential) at, TicketReference ticket, bool isClosing, CancellationToken cancellationToken)
    {
        if (Begin(at.Target, at.Credential, out var fault) is not { } session)
        {
            return new ChangeOutcome.Rejected(fault!);
        }

        var (issue, failed) = await ReadForChangeAsync(session, ticket, cancellationToken).ConfigureAwait(false);
        if (issue is null)
        {
            return failed!;
        }

        if (LinearStates.StatusOf(issue.State) != States.ProviderStatus.Unknown && LinearStates.IsClosed(issue.State) == isClosing)
        {
            return new ChangeOutcome.Changed(LinearAnswers.ReferenceOf(issue, session.Settings));
        }

        LinearState[] states = [.. issue.Team?.States?.Nodes ?? []];
        var state = isClosing ? LinearStates.ToClose(states, session.Settings.CloseState) : LinearStates.ToReopen(states, session.Settings.ReopenState);
        if (state is not { Id: { } stateId })
        {
            return new ChangeOutcome.Rejected(isClosing
                ? LinearFaults.StateUnknown(LinearDefaults.CloseStateSetting, "closes it")
                : LinearFaults.StateUnknown(LinearDefaults.ReopenStateSetting, "opens it again"));
        }

        // Linear archives what has long been closed, and changes nothing that is archived.
        if (!isClosing && issue.ArchivedAt is not null)
        {
            var restored = await _client.UnarchiveIssueAsync(session.Access, issue.Id!, cancellationToken).ConfigureAwait(false);
            if (session.Outcomes.ToNotChanged(restored) is { } refused)
            {
                return refused;
            }

            issue = issue with { ArchivedAt = null };
        }

        return await ChangeAsync(session, issue, new LinearIssueInput { StateId = stateId }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the issue that is to be changed, with its team's statuses.</summary>
    /// <returns>The issue, or why it cannot be changed.</returns>
    private async Task<(LinearIssue? Issue, ChangeOutcome? Failed)> ReadForChangeAsync(LinearSession session, TicketReference ticket, CancellationToken cancellationToken)
    {
        var read = await _client.ReadStatesAsync(session.Access, ticket.ProviderTicketId, cancellationToken).ConfigureAwait(false);
        return session.Outcomes.ToNotChanged(read) switch
        {
            ChangeOutcome.Missing missing => (null, await ConfirmMissingAsync(session, ticket, missing, cancellationToken).ConfigureAwait(false)),
            { } failed => (null, failed),
            null => LinearAnswers.IssueOf(read) switch
            {
                { } issue when LinearAnswers.IsAsked(issue, ticket) => issue.Trashed == true ? (null, new ChangeOutcome.Missing(LinearFaults.Trashed)) : (issue, null),
                _ => (null, new ChangeOutcome.NotSent(session.UnreadableOf(read))),
            },
        };
    }

    private async Task<ChangeOutcome> ConfirmMissingAsync(LinearSession session, TicketReference ticket, ChangeOutcome.Missing missing, CancellationToken cancellationToken)
    {
        var identity = await _client.IdentifyAsync(session.Access, cancellationToken).ConfigureAwait(false);
        return LinearAnswers.ViewerOf(identity) switch
        {
            null => session.Outcomes.ToNotChanged(identity) ?? new ChangeOutcome.NotSent(session.UnreadableOf(identity)),
            var viewer when LinearAnswers.IsElsewhere(ticket, viewer.Organization!, session.Settings) => new ChangeOutcome.Rejected(LinearFaults.OtherWorkspace(session.Settings.Words)),
            _ => missing,
        };
    }

    private async Task<ChangeOutcome> ChangeAsync(LinearSession session, LinearIssue issue, LinearIssueInput input, CancellationToken cancellationToken)
    {
        var result = await _client.UpdateIssueAsync(session.Access, issue.Id!, input, cancellationToken).ConfigureAwait(false);

        // It was read a moment ago: Linear speaks so of an archived issue.
        return LinearErrorMap.IsMissing(result, IssueEntity) && issue.ArchivedAt is not null
            ? new ChangeOutcome.Rejected(LinearFaults.Archived)
            : session.Outcomes.ToChange(result, answer => LinearAnswers.UpdatedOf(answer, session.Settings) is { } ticket && ticket.ProviderTicketId == issue.Id ? ticket : null);
    }
}
