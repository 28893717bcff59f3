using Microsoft.Extensions.Options;
using TicketExport.Configuration;

namespace TicketExport.Inbound;

/// <summary>Targets of <see cref="TicketExportOptions.Targets"/> by their inbound keys; follows a reload of the configuration.</summary>
internal sealed class ConfiguredInboundTargets(IOptionsMonitor<TicketExportOptions> options) : IInboundTargetSource
{
    public Task<InboundTarget?> FindAsync(string targetKey, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var (id, target) in options.CurrentValue.Targets)
        {
            if (string.Equals(KeyOf(id, target), targetKey, StringComparison.OrdinalIgnoreCase))
            {
                return Task.FromResult<InboundTarget?>(new(
                    ConfiguredTargets.ToTarget(id, target),
                    string.IsNullOrEmpty(target.Account) ? null : target.Account));
            }
        }

        return Task.FromResult<InboundTarget?>(null);
    }

    public static string KeyOf(string id, TicketTargetOptions target) => string.IsNullOrEmpty(target.InboundKey) ? id : target.InboundKey;
}
