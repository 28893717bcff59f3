using TicketExport.Configuration;
using TicketExport.Pipeline;

namespace TicketExport.Targets;

/// <summary>Resolves a target as an export does, for calls that send no document.</summary>
internal sealed class TargetAccess(TargetResolver targets, TargetAdmission admission, ITicketCredentialSource credentials)
{
    /// <summary>The target, or why its tracker cannot be asked. An exception of the host's own sources is such a reason.</summary>
    public async Task<(TargetConnection? Connection, ExportFailure? Refusal)> FindAsync(
        string accountId,
        string targetId,
        CancellationToken cancellationToken)
    {
        try
        {
            var target = await targets.FindAsync(accountId, targetId, cancellationToken).ConfigureAwait(false);
            if (target is null)
            {
                return (null, FailureMap.TargetMissing(targetId));
            }

            return targets.Resolve(target) is { } effective
                ? await CheckAsync(accountId, effective, cancellationToken).ConfigureAwait(false)
                : (null, targets.FailureOf(target));
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return (null, FailureMap.SourceThrew(exception));
        }
    }

    // No credential goes to a destination that is not the account's own or is disabled, not even to read.
    private async Task<(TargetConnection? Connection, ExportFailure? Refusal)> CheckAsync(
        string accountId,
        EffectiveTarget effective,
        CancellationToken cancellationToken)
    {
        var (target, provider) = (effective.Target, effective.Provider);
        if ((await admission.FindDisabledAsync(accountId, target, cancellationToken).ConfigureAwait(false)
            ?? await admission.FindOwnershipGapAsync(accountId, effective, cancellationToken).ConfigureAwait(false)) is { } refusal)
        {
            return (null, refusal);
        }

        var credential = await credentials.GetAsync(accountId, target, cancellationToken).ConfigureAwait(false) ?? new TicketCredential([]);
        var problems = TargetProblems.Of(provider, target, credential);
        return problems.IsEmpty
            ? (new TargetConnection(target, provider, credential), null)
            : (null, TargetFailures.Unusable(target, problems));
    }
}
