using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TicketExport.Worker;

// Configuration comes first and code has the last word; a program without configuration is fine as well.
internal sealed class WorkerOptionsSetup(IServiceProvider services) : IConfigureOptions<TicketExportWorkerOptions>
{
    public void Configure(TicketExportWorkerOptions options) =>
        services.GetService<IConfiguration>()?.GetSection(TicketExportWorkerOptions.SectionName).Bind(options);
}
