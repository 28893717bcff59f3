using Microsoft.Extensions.DependencyInjection;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Says at start, and not at the first request, which line of the host is missing.</summary>
internal static class MissingRegistrations
{
    public static void Throw(IServiceProvider services)
    {
        var known = services.GetRequiredService<IServiceProviderIsService>();
        if (!known.IsService(typeof(EndpointSettings)) || !known.IsService(typeof(ITicketExporter)))
        {
            throw new InvalidOperationException("The endpoints are not added. Add builder.Services.AddTicketExport().AddEndpoints().UseAuthorizer<YourAuthorizer>().UseSources<YourSources>() before builder.Build().");
        }

        if (!known.IsService(typeof(ITicketExportAuthorizer)))
        {
            throw new InvalidOperationException("Nobody says who may do what: the endpoints do not start without authorization. Add .UseAuthorizer<YourAuthorizer>() after AddEndpoints(), with a class of yours that implements ITicketExportAuthorizer.");
        }

        if (!known.IsService(typeof(ITicketSourceReader)))
        {
            throw new InvalidOperationException("Nobody makes tickets of the host's records. Add .UseSources<YourSources>() after AddEndpoints(), with a class of yours that implements ITicketSourceReader.");
        }
    }
}
