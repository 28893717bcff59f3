using CustomProvider;
using CustomProvider.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Redmine provider.</summary>
public static class RedmineTicketExportBuilderExtensions
{
    /// <summary>Adds the provider; its targets come from configuration or from the host. Safe to call twice.</summary>
    public static TicketExportBuilder AddRedmine(this TicketExportBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddTicketHttpClient(RedmineDefaults.HttpClientName);
        return builder.AddProvider<RedmineTicketProvider>();
    }

    /// <summary>Adds the provider and a target. Safe to call twice; the later settings hold.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="targetId">The target's id.</param>
    /// <param name="configure">Sets address, key and project.</param>
    public static TicketExportBuilder AddRedmine(this TicketExportBuilder builder, string targetId, Action<RedmineTargetOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddRedmine().AddTarget(targetId, target =>
        {
            var options = new RedmineTargetOptions();
            configure(options);
            options.ApplyTo(target);
        });
    }
}
