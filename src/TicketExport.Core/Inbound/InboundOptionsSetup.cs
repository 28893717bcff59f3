using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TicketExport.Inbound;

// Configuration comes first and code has the last word; a program without configuration is fine as well.
internal sealed class InboundOptionsSetup(IServiceProvider services) : IConfigureOptions<TicketInboundOptions>
{
    public void Configure(TicketInboundOptions options) =>
        services.GetService<IConfiguration>()?.GetSection(TicketInboundOptions.SectionName).Bind(options);
}
