using System.Text.Json.Nodes;
using TicketExport.Http;
using TicketExport.Providers.Jira.Protocol;
using TicketExport.States;

namespace TicketExport.Providers.Jira.Internal;

internal sealed partial class JiraTicketProvider : IStatusProvider, IUpdateProvider, ICloseProvider, IReopenProvider
{
    public async Task<ReadOutcome> ReadAsync(ReadTicketRequest request, CancellationToken cancellationToken)
    {
        if (Read(request.Target, request.Credential, out var fault) is not { } settings)
        {
            return new ReadOutcome.Failed(fault!);
        }

        var result = await _client.IssueAsync(settings, request.Ticket.ProviderTicketId, cancellationToken).ConfigureAwait(false);
        var outcome = Reads(settings).ToRead(result, answer => JiraReading.Snapshot(answer, settings, request.Ticket));
        return outcome is not ReadOutcome.Missing missing
            ? outcome
            : await ReachAsync(settings, cancellationToken).ConfigureAwait(false) switch
            {
                TargetCheckOutcome.Refused { Fault: { Reason: FailureReason.NotFound or FailureReason.Permission } hidden } => new ReadOutcome.Forbidden(hidden),
                TargetCheckOutcome.Refused refused => new ReadOutcome.Failed(refused.Fault),
                TargetCheckOutcome.Failed failed => new ReadOutcome.Failed(failed.Fault, failed.Until),
                _ => new ReadOutcome.Missing(Gone(missing.Fault)),
            };
    }

    public async Task<ChangeOutcome> UpdateAsync(UpdateTicketRequest request, CancellationToken cancellationToken)
    {
        if (Read(request.Target, request.Credential, out var fault) is not { } settings)
        {
            return new ChangeOutcome.Rejected(fault!);
        }

        var read = await _client.EditableIssueAsync(settings, request.Ticket.ProviderTicketId, cancellationToken).ConfigureAwait(false);
        var (issue, reference, refusal) = await FoundAsync(settings, read, request.Ticket, cancellationToken).ConfigureAwait(false);
        if (issue is null)
        {
            return refusal!;
        }

        var editable = issue.Editmeta?.Fields ?? [];
        var edit = JiraTicketMapper.ToEdit(settings, request, editable);
        if (edit["fields"] is not JsonObject { Count: > 0 } && edit["update"] is not JsonObject { Count: > 0 })
        {
            return new ChangeOutcome.Rejected(NotEditable(settings));
        }

        var result = await _client.EditAsync(settings, issue.Id!, edit, cancellationToken).ConfigureAwait(false);
        return await SettleAsync(settings, result, reference!, cancellationToken).ConfigureAwait(false);
    }

    public Task<ChangeOutcome> CloseAsync(CloseTicketRequest request, CancellationToken cancellationToken) =>
        MoveAsync((request.Target, request.Credential, request.Ticket), closes: true, cancellationToken);

    public Task<ChangeOutcome> ReopenAsync(ReopenTicketRequest request, CancellationToken cancellationToken) =>
        MoveAsync((request.Target, request.Credential, request.Ticket), closes: false, cancellationToken);

    private async Task<ChangeOutcome> MoveAsync(
        (TicketTarget Target, TicketCredential Credential, TicketReference Ticket) asked,
        bool closes,
        CancellationToken cancellationToken)
    {
        if (Read(asked.Target, asked.Credential, out var fault) is not { } settings)
        {
            return new ChangeOutcome.Rejected(fault!);
        }

        var read = await _client.IssueAsync(settings, asked.Ticket.ProviderTicketId, cancellationToken).ConfigureAwait(false);
        var (issue, reference, refusal) = await FoundAsync(settings, read, asked.Ticket, cancellationToken).ConfigureAwait(false);
        if (issue is null)
        {
            return refusal!;
        }

        var isDone = JiraStatusMap.Of(issue.Fields?.Status, settings.Statuses) == ProviderStatus.Done;
        if (isDone == closes)
        {
            return new ChangeOutcome.Changed(reference!);
        }

        var offered = await _client.TransitionsAsync(settings, issue.Id!, cancellationToken).ConfigureAwait(false);
        if (Reads(settings).ToNotChanged(offered) is { } notAsked)
        {
            return notAsked;
        }

        if (!((TicketHttpResult.Answered)offered).Answer.TryReadJson(JiraJsonContext.Default.JiraTransitionList, out var list))
        {
            return NotChanged(Unreadable(offered, settings));
        }

        var transition = closes ? JiraTransitions.FindClosing(list, settings, out fault) : JiraTransitions.FindOpening(list, settings, out fault);
        if (transition is null || JiraTransitions.ToRequest(transition, settings, out fault) is not { } change)
        {
            return new ChangeOutcome.Rejected(fault!);
        }

        var result = await _client.TransitionAsync(settings, issue.Id!, change, cancellationToken).ConfigureAwait(false);
        return await SettleAsync(settings, result, reference!, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(JiraIssue? Issue, TicketReference? Reference, ChangeOutcome? Refusal)> FoundAsync(
        JiraTargetSettings settings,
        TicketHttpResult read,
        TicketReference asked,
        CancellationToken cancellationToken)
    {
        if (Reads(settings).ToNotChanged(read) is { } refusal)
        {
            return (null, null, await ConfirmAsync(settings, refusal, cancellationToken).ConfigureAwait(false));
        }

        return JiraReading.Issue(((TicketHttpResult.Answered)read).Answer, settings, asked) is var (issue, reference)
            ? (issue, reference, null)
            : (null, null, NotChanged(Unreadable(read, settings)));
    }

    private async Task<ChangeOutcome> SettleAsync(JiraTargetSettings settings, TicketHttpResult result, TicketReference reference, CancellationToken cancellationToken) =>
        await ConfirmAsync(settings, Changes(settings).ToChange(result, answer => answer.Status == 204 ? reference : null), cancellationToken).ConfigureAwait(false);

    // To strangers, and to users who lost sight of the project, Jira says that there is no such issue.
    private async Task<ChangeOutcome> ConfirmAsync(JiraTargetSettings settings, ChangeOutcome outcome, CancellationToken cancellationToken) =>
        outcome is not ChangeOutcome.Missing missing
            ? outcome
            : await ReachAsync(settings, cancellationToken).ConfigureAwait(false) switch
            {
                TargetCheckOutcome.Refused refused => new ChangeOutcome.Rejected(refused.Fault),
                TargetCheckOutcome.Failed { Until: { } until } limited => new ChangeOutcome.RateLimited(limited.Fault, until),
                TargetCheckOutcome.Failed failed => new ChangeOutcome.NotSent(failed.Fault),
                _ => new ChangeOutcome.Missing(Gone(missing.Fault)),
            };

    private TicketHttpOutcomes Changes(JiraTargetSettings settings) => JiraErrorMap.OutcomesFor(settings, _time, JiraRequestKind.Change);

    private static ChangeOutcome NotChanged(ProviderFault fault) => fault.Reason == FailureReason.Authentication
        ? new ChangeOutcome.Rejected(fault)
        : new ChangeOutcome.NotSent(fault with { Reason = FailureReason.Unavailable });

    private static ProviderFault Gone(ProviderFault fault) => fault with
    {
        Message = "Jira no longer shows the issue: it was deleted, or these credentials may not see it (HTTP 404).",
        Setting = null,
    };

    private static ProviderFault NotEditable(JiraTargetSettings settings) => new()
    {
        Reason = FailureReason.Permission,
        Message = "Jira lets these credentials change neither summary, description, priority nor labels of the issue. Give them the permission Edit issues, or put the fields on the edit screen.",
        ProviderErrorCode = "EDIT_ISSUES",
        Setting = settings.Words.CredentialSetting,
    };
}
