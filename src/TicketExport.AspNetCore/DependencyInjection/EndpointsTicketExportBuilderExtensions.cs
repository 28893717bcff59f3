using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TicketExport;
using TicketExport.AspNetCore;
using TicketExport.AspNetCore.Internal;
using TicketExport.AspNetCore.Protocol;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what the HTTP endpoints need.</summary>
public static class EndpointsTicketExportBuilderExtensions
{
    /// <summary>
    /// Adds the endpoints that <c>app.MapTicketExport()</c> maps, with options from the configuration section
    /// <c>TicketExport:Endpoints</c>. They need <see cref="UseAuthorizer{TAuthorizer}"/> and
    /// <see cref="UseSources{TSources}"/>. Safe to call twice; later settings win.
    /// </summary>
    public static TicketExportBuilder AddEndpoints(this TicketExportBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<TicketExportEndpointOptions>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<TicketExportEndpointOptions>, EndpointOptionsSetup>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TicketExportEndpointOptions>, EndpointOptionsRules>());
        builder.Services.Configure<TicketExportOptions>(static ticketExport => ticketExport.AllowSection(TicketExportEndpointOptions.SubsectionName));
        builder.Services.TryAddSingleton<EndpointSettings>();
        builder.Services.TryAddSingleton<RememberedAnswers>();

        // Our own answers do not look at it: it is for descriptions of the endpoints, such as OpenAPI, in hosts without reflection.
        builder.Services.ConfigureHttpJsonOptions(static json =>
        {
            if (!json.SerializerOptions.TypeInfoResolverChain.Contains(ApiJsonContext.Default))
            {
                json.SerializerOptions.TypeInfoResolverChain.Add(ApiJsonContext.Default);
            }
        });
        return builder;
    }

    /// <summary>Adds the endpoints with options set in code, after those of the configuration. Safe to call twice; later settings win.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options.</param>
    public static TicketExportBuilder AddEndpoints(this TicketExportBuilder builder, Action<TicketExportEndpointOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddEndpoints().Services.Configure(configure);
        return builder;
    }

    /// <summary>Takes from the host who may do what. Without one the endpoints do not start.</summary>
    /// <typeparam name="TAuthorizer">The host's authorizer; one for each request.</typeparam>
    public static TicketExportBuilder UseAuthorizer<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TAuthorizer>(
        this TicketExportBuilder builder)
        where TAuthorizer : class, ITicketExportAuthorizer
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Scoped<ITicketExportAuthorizer, TAuthorizer>());
        return builder;
    }

    /// <summary>Takes from the host the tickets of its records. Without it the endpoints do not start.</summary>
    /// <typeparam name="TSources">The host's reader; one for each request.</typeparam>
    public static TicketExportBuilder UseSources<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSources>(
        this TicketExportBuilder builder)
        where TSources : class, ITicketSourceReader
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Scoped<ITicketSourceReader, TSources>());
        return builder;
    }
}
