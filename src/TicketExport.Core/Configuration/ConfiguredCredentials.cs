using Microsoft.Extensions.Options;

namespace TicketExport.Configuration;

/// <summary>Secrets of <see cref="TicketTargetOptions.Credentials"/>; follows a reload of the configuration.</summary>
internal sealed class ConfiguredCredentials(IOptionsMonitor<TicketExportOptions> options) : ITicketCredentialSource
{
    public Task<TicketCredential?> GetAsync(string accountId, TicketTarget target, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = options.CurrentValue.Targets.TryGetValue(target.Id, out var configured);
        return Task.FromResult(found ? new TicketCredential(configured!.Credentials) : null);
    }
}
