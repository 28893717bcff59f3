using TicketExport.Providers.Linear;
using TicketExport.Providers.Linear.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Linear provider.</summary>
public static class LinearTicketExportBuilderExtensions
{
    /// <summary>Adds the provider; its targets come from configuration or from the host. Safe to call twice.</summary>
    public static TicketExportBuilder AddLinear(this TicketExportBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddTicketHttpClient(LinearDefaults.HttpClientName);
        return builder.AddProvider<LinearTicketProvider>();
    }

    /// <summary>Adds the provider and a target. Safe to call twice; the later settings hold.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="targetId">The target's id.</param>
    /// <param name="configure">Sets the target's team and credentials.</param>
    public static TicketExportBuilder AddLinear(this TicketExportBuilder builder, string targetId, Action<LinearTargetOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddLinear().AddTarget(targetId, target =>
        {
            var options = new LinearTargetOptions();
            configure(options);
            options.ApplyTo(target);
        });
    }
}
