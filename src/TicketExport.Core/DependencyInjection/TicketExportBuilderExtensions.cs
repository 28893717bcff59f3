using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TicketExport;
using TicketExport.Inbound;
using TicketExport.Mock;
using TicketExport.Providers;
using TicketExport.Redaction;
using TicketExport.Review;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds providers and targets, and replaces where targets and credentials come from.</summary>
public static class TicketExportBuilderExtensions
{
    /// <summary>Adds a provider: ours or your own. Safe to call twice.</summary>
    /// <typeparam name="TProvider">The adapter; one instance serves all targets.</typeparam>
    public static TicketExportBuilder AddProvider<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TProvider>(
        this TicketExportBuilder builder)
        where TProvider : class, ITicketProvider
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ITicketProvider, TProvider>());
        return builder;
    }

    /// <summary>Adds a target in code. A target of the same id in configuration is changed, not doubled.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="targetId">The target's id.</param>
    /// <param name="configure">Sets the target's options.</param>
    public static TicketExportBuilder AddTarget(this TicketExportBuilder builder, string targetId, Action<TicketTargetOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(targetId);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.Configure<TicketExportOptions>(options =>
        {
            if (!options.Targets.TryGetValue(targetId, out var target))
            {
                target = new TicketTargetOptions();
                options.Targets.Add(targetId, target);
            }

            configure(target);
        });
        return builder;
    }

    /// <summary>Adds the mock provider, which contacts nothing, and a target for it. Safe to call twice.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="targetId">The target's id.</param>
    public static TicketExportBuilder AddMock(this TicketExportBuilder builder, string targetId = MockDefaults.Key) =>
        builder.AddProvider<MockTicketProvider>().AddTarget(targetId, static target => target.Provider = MockDefaults.Key);

    /// <summary>Takes targets from the host's own store instead of from configuration.</summary>
    /// <typeparam name="TSource">The host's source.</typeparam>
    public static TicketExportBuilder UseTargets<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this TicketExportBuilder builder)
        where TSource : class, ITicketTargetSource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ITicketTargetSource, TSource>());
        return builder;
    }

    /// <summary>Takes secrets from the host's own vault instead of from configuration.</summary>
    /// <typeparam name="TSource">The host's source.</typeparam>
    public static TicketExportBuilder UseCredentials<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this TicketExportBuilder builder)
        where TSource : class, ITicketCredentialSource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ITicketCredentialSource, TSource>());
        builder.Services.Configure<TicketExportOptions>(static options => options.CredentialsFromConfiguration = false);
        return builder;
    }

    /// <summary>Takes an account's redaction gate from the host instead of one gate for all from configuration.</summary>
    /// <typeparam name="TSource">The host's source.</typeparam>
    public static TicketExportBuilder UseRedaction<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this TicketExportBuilder builder)
        where TSource : class, IRedactionGateSource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IRedactionGateSource, TSource>());
        return builder;
    }

    /// <summary>Takes from the host who may approve an export although an item of its review blocks. Without it, nobody may.</summary>
    /// <typeparam name="TAuthorizer">The host's authorizer.</typeparam>
    public static TicketExportBuilder UseOverrides<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TAuthorizer>(
        this TicketExportBuilder builder)
        where TAuthorizer : class, IOverrideAuthorizer
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IOverrideAuthorizer, TAuthorizer>());
        return builder;
    }

    /// <summary>Takes from the host which route of inbound deliveries leads to which target, instead of from configuration.</summary>
    /// <typeparam name="TSource">The host's source.</typeparam>
    public static TicketExportBuilder UseInboundTargets<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this TicketExportBuilder builder)
        where TSource : class, IInboundTargetSource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IInboundTargetSource, TSource>());
        return builder;
    }

    /// <summary>Lets the host's own items take the statuses that senders of the ticket-sync profile ask for. Without it, none does.</summary>
    /// <typeparam name="THandler">The host's handler.</typeparam>
    public static TicketExportBuilder UseSourceStatuses<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this TicketExportBuilder builder)
        where THandler : class, ISourceStatusHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<ISourceStatusHandler, THandler>());
        return builder;
    }
}
