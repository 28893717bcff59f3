using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TicketExport;
using TicketExport.Comments;
using TicketExport.Configuration;
using TicketExport.Decisions;
using TicketExport.Diagnostics;
using TicketExport.Inbound;
using TicketExport.Ledger;
using TicketExport.Links;
using TicketExport.Notifications;
using TicketExport.Pipeline;
using TicketExport.Policies;
using TicketExport.Readiness;
using TicketExport.Redaction;
using TicketExport.Redaction.Internal;
using TicketExport.Retention;
using TicketExport.Review;
using TicketExport.Sweep;
using TicketExport.Sync;
using TicketExport.Targets;
using TicketExport.Worker;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds TicketExport to a host.</summary>
public static class TicketExportServiceCollectionExtensions
{
    /// <summary>Adds the exporter with an in-memory ledger and no provider. Safe to call twice.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The builder that adds providers, targets and a durable ledger.</returns>
    public static TicketExportBuilder AddTicketExport(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<TicketExportOptions>().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TicketExportOptions>, TicketExportOptionsRules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TicketExportOptions>, DurableLedgerRule>());
        services.TryAddSingleton<TicketProviderRegistry>();
        services.TryAddSingleton<ITicketTargetSource, ConfiguredTargets>();
        services.TryAddSingleton<ITicketCredentialSource, ConfiguredCredentials>();
        services.TryAddSingleton<IRedactionGateSource, ConfiguredGates>();
        services.TryAddSingleton<ReceivedTexts>();
        services.TryAddSingleton<OutgoingTexts>();
        AddLedger(services);
        services.TryAddSingleton<ExportTelemetry>();
        services.TryAddSingleton(PartOfLedger<IRetentionLedger>);
        services.TryAddSingleton<ITicketRetention, TicketRetention>();
        services.TryAddSingleton<ITicketLinks, TicketLinks>();
        AddTargets(services);
        services.TryAddSingleton<ITicketDecisions, TicketDecisions>();
        AddSweep(services);
        AddPipeline(services);
        AddSync(services);
        AddComments(services);
        AddInbound(services);
        AddReviews(services);
        AddReadiness(services);
        AddDispatching(services);
        AddNotifications(services);
        return new TicketExportBuilder(services);
    }

    /// <summary>Adds the exporter with options set in code. Safe to call twice.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder that adds providers, targets and a durable ledger.</returns>
    public static TicketExportBuilder AddTicketExport(this IServiceCollection services, Action<TicketExportOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = services.AddTicketExport();
        services.Configure(configure);
        return builder;
    }

    /// <summary>Adds the exporter with options and targets from configuration. Safe to call twice.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="section">The section, usually <c>configuration.GetSection("TicketExport")</c>. A key that no option has is an error at start.</param>
    /// <returns>The builder that adds providers, targets and a durable ledger.</returns>
    public static TicketExportBuilder AddTicketExport(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var builder = services.AddTicketExport();
        services.AddSingleton<IValidateOptions<TicketExportOptions>>(new ConfigurationKeyRules(section));
        services.AddOptions<TicketExportOptions>().Bind(section);
        return builder;
    }

    private static void AddLedger(IServiceCollection services)
    {
        services.TryAddSingleton<InMemoryExportLedger>();
        services.TryAddSingleton<IExportLedger>(static provider => provider.GetRequiredService<InMemoryExportLedger>());
        services.TryAddSingleton<IExportLedgerQueries>(static provider => provider.GetRequiredService<InMemoryExportLedger>());
        services.TryAddSingleton<ILinkLedger>(static provider => provider.GetRequiredService<InMemoryExportLedger>());
        services.TryAddSingleton<IDecisionLedger>(static provider => provider.GetRequiredService<InMemoryExportLedger>());
        services.TryAddSingleton<IReceiptLedger>(static provider => provider.GetRequiredService<InMemoryExportLedger>());
        services.TryAddSingleton<IOwnershipLedger>(static provider => provider.GetRequiredService<InMemoryExportLedger>());
        services.TryAddSingleton<ITargetLedger>(static provider => provider.GetRequiredService<InMemoryExportLedger>());
    }

    private static void AddPipeline(IServiceCollection services)
    {
        services.TryAddSingleton<RetryClock>();
        services.TryAddSingleton<ExportPreparer>();
        services.TryAddSingleton<ExportResults>();
        services.TryAddSingleton<ExportAnswers>();
        services.TryAddSingleton<ExportTransition>();
        services.TryAddSingleton<ProviderCaller>();
        services.TryAddSingleton<ExportClaimer>();
        services.TryAddSingleton<AttemptLedger>();
        services.TryAddSingleton<ExportRecorder>();
        services.TryAddSingleton<RestoredLedger>();
        services.TryAddSingleton<ExportSender>();
        services.TryAddSingleton<ExportPipeline>();
        services.TryAddSingleton<TicketExporter>();
        services.TryAddSingleton<ITicketExporter, AdvisedTicketExporter>();
    }

    // Never a part of another storage than the exports': what it keeps would belong to nothing.
    private static TPart PartOfLedger<TPart>(IServiceProvider provider)
        where TPart : class =>
        provider.GetRequiredService<IExportLedger>() is var ledger && ledger is TPart part
            ? part
            : throw new InvalidOperationException(
                $"{ledger.GetType()} is no {typeof(TPart).Name}. Register the one of the same storage: services.AddSingleton<{typeof(TPart).Name}>(...).");

    private static void AddTargets(IServiceCollection services)
    {
        services.TryAddSingleton(static provider => new HostLinks(provider.GetRequiredService<IOptionsMonitor<TicketExportOptions>>));
        services.TryAddSingleton<TargetResolver>();
        services.TryAddSingleton<TargetOwnerships>();
        services.TryAddSingleton<TargetAdmission>();
        services.TryAddSingleton<TargetAccess>();
        services.TryAddSingleton<TargetSwitches>();
        services.TryAddSingleton<ITicketTargets, TicketTargets>();
        services.TryAddSingleton<ITargetFields, TargetFields>();
    }

    private static void AddReviews(IServiceCollection services)
    {
        services.TryAddSingleton<IOverrideAuthorizer, NoOverrides>();
        services.TryAddSingleton<DocumentReader>();
        services.TryAddSingleton<TargetReader>();
        services.TryAddSingleton<FreshTickets>();
        services.TryAddSingleton<TicketReader>();
        services.TryAddSingleton<GuardReader>();
        services.TryAddSingleton<ConnectionReader>();
        services.TryAddSingleton<ReviewReader>();
        services.TryAddSingleton<Approvals>();
        services.TryAddSingleton<ITicketReviews, TicketReviews>();
    }

    private static void AddReadiness(IServiceCollection services)
    {
        services.TryAddSingleton<EngineReadiness>();
        services.TryAddSingleton<SetupConnections>();
        services.TryAddSingleton<SetupReader>();
        services.TryAddSingleton<ITicketReadiness, TicketReadiness>();
    }

    private static void AddSync(IServiceCollection services)
    {
        services.TryAddSingleton<ISyncLedger>(static provider => provider.GetRequiredService<InMemoryExportLedger>());
        services.TryAddSingleton<AbilityCaller>();
        services.TryAddSingleton<StatusClock>();
        services.TryAddSingleton<SyncRecorder>();
        services.TryAddSingleton<StatusReader>();
        services.AddOptions<TicketSyncOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<TicketSyncOptions>, SyncOptionsSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TicketSyncOptions>, SyncOptionsRules>());
        services.Configure<TicketExportOptions>(static options => options.AllowSection(TicketSyncOptions.SubsectionName));
        services.TryAddSingleton<SyncSignal>();
        services.TryAddSingleton<PollMemory>();
        services.TryAddSingleton<ReadPace>();
        services.TryAddSingleton<TargetReads>();
        services.TryAddSingleton<StatusPoller>();
        services.TryAddSingleton<ITicketSync, TicketSyncer>();
        services.TryAddSingleton<CloseCalls>();
        services.TryAddSingleton<ITicketChanges, TicketChanges>();
        services.TryAddSingleton<TicketChangeClaimer>();
        services.TryAddSingleton<TicketChanger>();
        services.TryAddSingleton<FoundAgainComments>();
        services.TryAddSingleton<ClosedTickets>();
        services.TryAddSingleton<LinkedTickets>();
    }

    private static void AddInbound(IServiceCollection services)
    {
        services.AddOptions<TicketInboundOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<TicketInboundOptions>, InboundOptionsSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TicketInboundOptions>, InboundOptionsRules>());
        services.Configure<TicketExportOptions>(static options => options.AllowSection(TicketInboundOptions.SubsectionName));
        services.TryAddSingleton<IInboundTargetSource, ConfiguredInboundTargets>();
        services.TryAddSingleton<InboundTelemetry>();
        services.TryAddSingleton<SourceStatuses>();
        services.TryAddSingleton<InboundRoutes>();
        services.TryAddSingleton<InboundGate>();
        services.TryAddSingleton<InboundFacts>();
        services.TryAddSingleton<InboundReceipts>();
        services.TryAddSingleton<ReceiptPruner>();
        services.TryAddSingleton<InboundEvents>();
        services.TryAddSingleton<ITicketInbound, TicketInbound>();
    }

    private static void AddComments(IServiceCollection services)
    {
        services.TryAddSingleton(PartOfLedger<ICommentLedger>);
        services.TryAddSingleton<CommentRoutes>();
        services.TryAddSingleton<CommentClaimer>();
        services.TryAddSingleton<CommentVerdicts>();
        services.TryAddSingleton<CommentRecorder>();
        services.TryAddSingleton<CommentSender>();
        services.TryAddSingleton<CommentInbox>();
        services.TryAddSingleton<DueComments>();
        services.TryAddSingleton<ITicketComments, TicketComments>();
    }

    private static void AddNotifications(IServiceCollection services)
    {
        services.TryAddSingleton(PartOfLedger<INotificationLedger>);
        services.AddOptions<NotificationOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<NotificationOptions>, NotificationOptionsSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NotificationOptions>, NotificationOptionsRules>());
        services.Configure<TicketExportOptions>(static options => options.AllowSection(NotificationOptions.SubsectionName));
        services.TryAddSingleton<NotificationHandlers>();
        services.TryAddSingleton<NotificationSignal>();
        services.TryAddSingleton<INotificationDispatcher, NotificationDispatcher>();
    }

    private static void AddSweep(IServiceCollection services)
    {
        services.TryAddSingleton<SweepLookUp>();
        services.TryAddSingleton<TicketCloser>();
        services.TryAddSingleton<ITicketSweep, TicketSweep>();
    }

    // Not the worker's alone: hosts with a scheduler of their own call the dispatcher, and bulk calls keep the pace as well.
    private static void AddDispatching(IServiceCollection services)
    {
        services.AddOptions<TicketExportWorkerOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<TicketExportWorkerOptions>, WorkerOptionsSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TicketExportWorkerOptions>, WorkerOptionsRules>());
        services.Configure<TicketExportOptions>(static options => options.AllowSection(TicketExportWorkerOptions.SubsectionName));
        services.TryAddSingleton(DispatchThreads.Pool);
        services.TryAddSingleton<WorkSignal>();
        services.TryAddSingleton<TargetPacer>();
        services.TryAddSingleton<DueReader>();
        services.TryAddSingleton<FaultyExports>();
        services.TryAddSingleton<DueSource>();
        services.TryAddSingleton<DueRunner>();
        services.TryAddSingleton<DueHandler>();
        services.TryAddSingleton<DispatchMemory>();
        services.TryAddSingleton<ITicketExportDispatcher, TicketExportDispatcher>();
        services.TryAddSingleton<ExportEnqueuer>();
    }
}
