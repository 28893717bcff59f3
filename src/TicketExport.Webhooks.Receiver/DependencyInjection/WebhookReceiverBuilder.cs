using System.Diagnostics.CodeAnalysis;
using TicketExport.Webhooks.Receiver;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds to a receiver that was registered with a host.</summary>
public sealed class WebhookReceiverBuilder
{
    internal WebhookReceiverBuilder(IServiceCollection services, string name) => (Services, Name) = (services, name);

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The endpoint's name.</summary>
    public string Name { get; }

    /// <summary>Takes the secrets of all endpoints from the host's own vault. Replaces another source.</summary>
    /// <typeparam name="TSource">The source; made once.</typeparam>
    public WebhookReceiverBuilder UseSecretSource<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>()
        where TSource : class, IReceiverSecretSource
    {
        Services.AddSingleton<IReceiverSecretSource, TSource>();
        return this;
    }

    /// <summary>Limits the rate of requests to all endpoints. Replaces another limit.</summary>
    /// <typeparam name="TLimit">The limit; made once.</typeparam>
    public WebhookReceiverBuilder UseRateLimit<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TLimit>()
        where TLimit : class, IReceiverRateLimit
    {
        Services.AddSingleton<IReceiverRateLimit, TLimit>();
        return this;
    }
}
