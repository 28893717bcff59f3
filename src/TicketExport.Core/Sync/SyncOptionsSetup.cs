using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TicketExport.Sync;

// Configuration comes first and code has the last word; a program without configuration is fine as well.
internal sealed class SyncOptionsSetup(IServiceProvider services) : IConfigureOptions<TicketSyncOptions>
{
    public void Configure(TicketSyncOptions options) =>
        services.GetService<IConfiguration>()?.GetSection(TicketSyncOptions.SectionName).Bind(options);
}
