using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TicketExport;
using TicketExport.Decisions;
using TicketExport.Portable;
using TicketExport.Portable.Dialects;
using TicketExport.Portable.Import;
using TicketExport.Portable.Internal;
using TicketExport.Portable.Reading;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds portable files to TicketExport.</summary>
public static class PortableTicketExportBuilderExtensions
{
    /// <summary>Adds <see cref="IPortableExporter"/>, <see cref="IPortableBundler"/> and <see cref="IPortableFallback"/>. Safe to call twice.</summary>
    public static TicketExportBuilder AddPortable(this TicketExportBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<PortableExportOptions>().ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PortableExportOptions>, PortableExportOptionsRules>());
        builder.Services.Configure<TicketExportOptions>(static options => options.AllowSection("Portable"));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<IPortableFileStore, FolderFileStore>();
        builder.Services.TryAddSingleton<PortableExporter>();
        builder.Services.TryAddSingleton<IPortableExporter>(static provider => provider.GetRequiredService<PortableExporter>());
        builder.Services.TryAddSingleton<IPortableBundler, PortableBundler>();
        builder.Services.TryAddSingleton<FallbackJudge>();
        builder.Services.TryAddSingleton<FallbackViews>();
        builder.Services.TryAddSingleton<IPortableFallback, PortableFallback>();
        builder.Services.TryAddSingleton<ITicketFiles, PortableTicketFiles>();
        builder.Services.TryAddSingleton<IPortableReader, PortableReader>();
        builder.Services.TryAddSingleton<IPortableLinkImporter, PortableLinkImporter>();
        builder.Services.TryAddSingleton<ICsvDialectExporter, CsvDialectExporter>();
        builder.Services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<ICsvDialect, JiraCsvDialect>(),
            ServiceDescriptor.Singleton<ICsvDialect, GitLabCsvDialect>(),
            ServiceDescriptor.Singleton<ICsvDialect, LinearCsvDialect>(),
            ServiceDescriptor.Singleton<ICsvDialect, AsanaCsvDialect>(),
            ServiceDescriptor.Singleton<ICsvDialect, AzureDevOpsCsvDialect>(),
            ServiceDescriptor.Singleton<ICsvDialect, YouTrackCsvDialect>(),
            ServiceDescriptor.Singleton<ICsvDialect, ClickUpCsvDialect>(),
            ServiceDescriptor.Singleton<ICsvDialect, TrelloCsvDialect>(),
            ServiceDescriptor.Singleton<ICsvDialect, ServiceNowCsvDialect>(),
        ]);
        return builder;
    }

    /// <summary>Adds <see cref="IPortableExporter"/>, <see cref="IPortableBundler"/> and <see cref="IPortableFallback"/> with settings. Safe to call twice; later settings win.</summary>
    public static TicketExportBuilder AddPortable(this TicketExportBuilder builder, Action<PortableExportOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddPortable().Services.Configure(configure);
        return builder;
    }

    /// <summary>Adds <see cref="IPortableExporter"/>, <see cref="IPortableBundler"/> and <see cref="IPortableFallback"/> with settings from a section such as <c>TicketExport:Portable</c>.</summary>
    public static TicketExportBuilder AddPortable(this TicketExportBuilder builder, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        builder.AddPortable().Services.Configure<PortableExportOptions>(section);
        return builder;
    }

    /// <summary>
    /// Adds a CSV dialect of your own, or one of ours with other settings, such as <c>new JiraCsvDialect { IssueType = "Bug" }</c>. The dialect that is
    /// added last stands for its key.
    /// </summary>
    public static TicketExportBuilder AddCsvDialect(this TicketExportBuilder builder, ICsvDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        builder.AddPortable().Services.AddSingleton(dialect);
        return builder;
    }
}
