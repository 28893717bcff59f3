using Microsoft.Extensions.Options;

namespace TicketExport.AspNetCore.Internal;

/// <summary>The options as they were when the endpoints were mapped.</summary>
internal sealed class EndpointSettings(IOptions<TicketExportEndpointOptions> options)
{
    public TicketExportEndpointOptions Options { get; } = options.Value;
}
