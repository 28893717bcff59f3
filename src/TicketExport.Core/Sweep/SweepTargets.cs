using TicketExport.Configuration;
using TicketExport.Pipeline;
using TicketExport.Providers;

namespace TicketExport.Sweep;

/// <summary>Resolves a target as an export does, without a document.</summary>
internal sealed class SweepTargets(ITicketTargetSource targets, ITicketCredentialSource credentials, TicketProviderRegistry providers)
{
    public async Task<(SweepTarget? Target, ExportFailure? Refusal)> FindAsync(string accountId, string targetId, CancellationToken cancellationToken)
    {
        if (await targets.FindAsync(accountId, targetId, cancellationToken).ConfigureAwait(false) is not { } target)
        {
            return (null, FailureMap.TargetMissing(targetId));
        }

        if (providers.Find(target.ProviderKey) is not { } provider)
        {
            return (null, FailureMap.ProviderMissing(target, providers.DescribeMissing(target.ProviderKey)));
        }

        if (provider.Sheet.Guarantee is GuaranteeClass.NativeIdempotency or GuaranteeClass.NoLookup)
        {
            return (null, FailureMap.NoLookUp(target));
        }

        var credential = await credentials.GetAsync(accountId, target, cancellationToken).ConfigureAwait(false) ?? new TicketCredential([]);
        var problems = provider is ITargetRules rules ? rules.Check(target, credential) : [];
        return problems.IsEmpty ? (new SweepTarget(target, provider, credential), null) : (null, FailureMap.TargetUnusable(target, problems));
    }
}
