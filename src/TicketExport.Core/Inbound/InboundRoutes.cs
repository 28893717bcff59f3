using TicketExport.Targets;

namespace TicketExport.Inbound;

/// <summary>Leads from a route to its target, with the provider and the secrets of this delivery.</summary>
internal sealed class InboundRoutes(IInboundTargetSource targets, TargetResolver resolver, ITicketCredentialSource credentials)
{
    public async Task<(InboundTarget? Found, EffectiveTarget? Effective)> FindAsync(string targetKey, CancellationToken cancellationToken)
    {
        var found = await targets.FindAsync(targetKey, cancellationToken).ConfigureAwait(false);
        return (found, found is null ? null : resolver.Resolve(found.Target));
    }

    public async Task<TargetConnection> ConnectAsync(InboundTarget found, EffectiveTarget effective, CancellationToken cancellationToken)
    {
        var credential = await credentials.GetAsync(found.AccountId ?? "", effective.Target, cancellationToken).ConfigureAwait(false);
        return new TargetConnection(effective.Target, effective.Provider, credential ?? new TicketCredential([]));
    }
}
