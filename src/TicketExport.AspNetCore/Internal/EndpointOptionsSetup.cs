using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TicketExport.AspNetCore.Internal;

// Configuration comes first and code has the last word; a program without configuration is fine as well.
internal sealed class EndpointOptionsSetup(IServiceProvider services) : IConfigureOptions<TicketExportEndpointOptions>
{
    public void Configure(TicketExportEndpointOptions options) =>
        services.GetService<IConfiguration>()?.GetSection(TicketExportEndpointOptions.SectionName).Bind(options);
}
