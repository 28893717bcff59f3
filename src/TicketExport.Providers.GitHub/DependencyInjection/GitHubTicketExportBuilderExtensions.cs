using TicketExport.Providers.GitHub;
using TicketExport.Providers.GitHub.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the GitHub provider: issues of github.com, GHE.com and GitHub Enterprise Server.</summary>
public static class GitHubTicketExportBuilderExtensions
{
    /// <summary>Adds the provider; its targets come from configuration or from the host. Safe to call twice.</summary>
    public static TicketExportBuilder AddGitHub(this TicketExportBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddTicketHttpClient(GitHubDefaults.HttpClientName);
        return builder.AddProvider<GitHubTicketProvider>();
    }

    /// <summary>Adds the provider and a target. Safe to call twice; the later settings hold.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="targetId">The target's id.</param>
    /// <param name="configure">Sets the target's repository and credentials.</param>
    public static TicketExportBuilder AddGitHub(this TicketExportBuilder builder, string targetId, Action<GitHubTargetOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return builder.AddGitHub().AddTarget(targetId, target =>
        {
            var options = new GitHubTargetOptions();
            configure(options);
            options.ApplyTo(target);
        });
    }
}
