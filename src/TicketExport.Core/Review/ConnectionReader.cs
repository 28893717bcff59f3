using TicketExport.Contract;
using TicketExport.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Review;

/// <summary>Asks a tracker whether a target is connected.</summary>
internal sealed class ConnectionReader(AbilityCaller caller)
{
    /// <summary>Asks, where the provider can be asked. What could not be told, such as a time-out, is not held against the target.</summary>
    public async Task<ConnectionFacts> ReadAsync(AccountScope account, TargetFacts target, CancellationToken cancellationToken)
    {
        if (target is not { Target: { } destination, Provider: ITargetCheckProvider and ITicketProvider provider })
        {
            return ConnectionFacts.NotChecked;
        }

        var request = new CheckTargetRequest { AccountId = account.Id, Target = destination, Credential = target.Credential };
        var outcome = await caller.CallAsync(provider, AbilityCalls.Check(provider, request), provider.Sheet.Timeout, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return outcome switch
        {
            TargetCheckOutcome.Connected => ConnectionFacts.Connected,
            TargetCheckOutcome.Refused refused => new(ReviewState.Unmet, FailureMap.FromFault(refused.Fault, destination)),
            _ => ConnectionFacts.NotChecked,
        };
    }
}
