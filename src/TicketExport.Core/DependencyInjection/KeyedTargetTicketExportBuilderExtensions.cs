using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TicketExport;
using TicketExport.Configuration;
using TicketExport.Mock;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Takes the default target from flat keys of the environment.</summary>
public static class KeyedTargetTicketExportBuilderExtensions
{
    /// <summary>
    /// Adds the target that <see cref="TicketExportKeys"/> declare, for every account. Add the providers that may be named beside it, such
    /// as <c>AddWebhook()</c> and <c>AddJira()</c>; the mock provider is added here. Call it once.
    /// </summary>
    /// <remarks>
    /// <para>A target of the same id that has a provider of its own, in configuration, in code or from the host's
    /// <see cref="ITicketTargetSource"/>, wins. Missing keys do not stop the host: every call to the target answers
    /// <see cref="ExportCodes.ProviderNotConfigured"/> and names them.</para>
    /// <para>A value that names no provider means the mock provider, and readiness says so. Where the host environment is Production and
    /// <see cref="TicketExportOptions.AllowMock"/> is not set, it is refused instead. A change of the configuration holds at the next call.</para>
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The configuration that holds the keys at its root, usually <c>builder.Configuration</c>.</param>
    /// <param name="targetId">The target's id.</param>
    public static TicketExportBuilder AddTargetFromKeys(
        this TicketExportBuilder builder,
        IConfiguration configuration,
        string targetId = TicketExportKeys.DefaultTargetId)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentException.ThrowIfNullOrWhiteSpace(targetId);
        builder.AddProvider<MockTicketProvider>();
        builder.Services.AddSingleton<IPostConfigureOptions<TicketExportOptions>>(
            provider => new KeyedTargetSetup(targetId, configuration, provider.GetService<IHostEnvironment>()));
        builder.Services.AddSingleton<IOptionsChangeTokenSource<TicketExportOptions>>(
            new ConfigurationChangeTokenSource<TicketExportOptions>(Options.Options.DefaultName, configuration));
        return builder;
    }
}
