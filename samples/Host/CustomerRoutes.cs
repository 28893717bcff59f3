using TicketExport.Inbound;

namespace TicketExport.Samples.Host;

/// <summary>Which customer an inbound route belongs to: <c>/api/v1/webhooks/ticket-sync/globex</c> is that of globex.</summary>
internal sealed class CustomerRoutes(ITicketTargetSource targets) : IInboundTargetSource
{
    public async Task<InboundTarget?> FindAsync(string targetKey, CancellationToken cancellationToken) =>
        await targets.FindAsync(targetKey, TicketExportKeys.DefaultTargetId, cancellationToken) is { } target ? new InboundTarget(target, targetKey) : null;
}
