using TicketExport.Providers.Jira;
using TicketExport.Providers.Jira.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Jira provider: Jira Cloud and Jira Data Center.</summary>
public static class JiraTicketExportBuilderExtensions
{
    /// <summary>Adds the provider; its targets come from configuration or from the host. Safe to call twice.</summary>
    public static TicketExportBuilder AddJira(this TicketExportBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddTicketHttpClient(JiraDefaults.HttpClientName);
        return builder.AddProvider<JiraTicketProvider>();
    }

    /// <summary>Adds the provider and a target. Safe to call twice; the later settings hold.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="targetId">The target's id.</param>
    /// <param name="configure">Sets the target's site, project, issue type and credentials.</param>
    public static TicketExportBuilder AddJira(this TicketExportBuilder builder, string targetId, Action<JiraTargetOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddJira().AddTarget(targetId, target =>
        {
            var options = new JiraTargetOptions();
            configure(options);
            options.ApplyTo(target);
        });
    }
}
