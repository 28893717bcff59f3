using TicketExport.Providers.ServiceNow;
using TicketExport.Providers.ServiceNow.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the ServiceNow provider.</summary>
public static class ServiceNowTicketExportBuilderExtensions
{
    /// <summary>Adds the provider; its targets come from configuration or from the host. Safe to call twice.</summary>
    public static TicketExportBuilder AddServiceNow(this TicketExportBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddTicketHttpClient(ServiceNowDefaults.HttpClientName);
        return builder.AddProvider<ServiceNowTicketProvider>();
    }

    /// <summary>Adds the provider and a target. Safe to call twice; the later settings hold.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="targetId">The target's id.</param>
    /// <param name="configure">Sets the instance's address and credentials.</param>
    public static TicketExportBuilder AddServiceNow(this TicketExportBuilder builder, string targetId, Action<ServiceNowTargetOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddServiceNow().AddTarget(targetId, target =>
        {
            var options = new ServiceNowTargetOptions();
            configure(options);
            options.ApplyTo(target);
        });
    }
}
