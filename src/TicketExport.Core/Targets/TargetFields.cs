using TicketExport.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Targets;

internal sealed class TargetFields(TargetAccess targets, AbilityCaller caller) : ITargetFields
{
    public async Task<TargetFieldsResult> DiscoverAsync(string accountId, string targetId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountId);
        ArgumentException.ThrowIfNullOrWhiteSpace(targetId);
        var (connection, refusal) = await targets.FindAsync(accountId, targetId, cancellationToken).ConfigureAwait(false);
        if (connection is null)
        {
            return new() { Failure = refusal };
        }

        var (target, provider) = (connection.Target, connection.Provider);
        if (provider is not IFieldDiscoveryProvider)
        {
            return new() { Failure = TargetFailures.NoFields(target) };
        }

        var request = new CheckTargetRequest { AccountId = accountId, Target = target, Credential = connection.Credential };
        var outcome = await caller.CallAsync(provider, AbilityCalls.Fields(provider, request), provider.Sheet.Timeout, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return outcome switch
        {
            FieldsOutcome.Found found => new() { Fields = found.Fields },
            FieldsOutcome.Refused refused => new() { Failure = FailureMap.FromFault(refused.Fault, target) },
            FieldsOutcome.Failed failed => new() { Failure = FailureMap.FromFault(failed.Fault, target), RetryAt = failed.Until },
            _ => throw new InvalidOperationException("FieldsOutcome is a closed set."),
        };
    }
}
