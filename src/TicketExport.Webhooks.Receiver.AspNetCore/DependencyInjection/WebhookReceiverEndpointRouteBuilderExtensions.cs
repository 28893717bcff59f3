using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Webhooks.Receiver;
using TicketExport.Webhooks.Receiver.AspNetCore.Internal;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps receivers of webhook deliveries to endpoints.</summary>
public static class WebhookReceiverEndpointRouteBuilderExtensions
{
    /// <summary>Maps the receiver <c>default</c>; a handler that returns without an exception has accepted the delivery.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The route, such as <c>/hooks/tickets</c>. Answers POST only.</param>
    /// <param name="handler">Does the work, once for each idempotency key.</param>
    /// <returns>Takes further conventions, such as a rate limit by address.</returns>
    /// <exception cref="InvalidOperationException">No receiver was added; the message holds the line to add.</exception>
    public static IEndpointConventionBuilder MapTicketExportReceiver(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<WebhookDelivery, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapTicketExportReceiver(pattern, async (delivery, cancellationToken) =>
        {
            await handler(delivery, cancellationToken).ConfigureAwait(false);
            return DeliveryAnswer.Accepted();
        });
    }

    /// <summary>Maps the receiver <c>default</c>.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The route, such as <c>/hooks/tickets</c>. Answers POST only.</param>
    /// <param name="handler">Does the work, once for each idempotency key, and answers.</param>
    /// <returns>Takes further conventions, such as a rate limit by address.</returns>
    /// <exception cref="InvalidOperationException">No receiver was added; the message holds the line to add.</exception>
    public static IEndpointConventionBuilder MapTicketExportReceiver(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Func<WebhookDelivery, CancellationToken, Task<DeliveryAnswer>> handler) =>
        endpoints.MapTicketExportReceiver(pattern, WebhookReceiverDefaults.Name, handler);

    /// <summary>Maps a receiver by its name.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The route, such as <c>/hooks/tickets</c>. Answers POST only.</param>
    /// <param name="name">The receiver's name, as it was added.</param>
    /// <param name="handler">Does the work, once for each idempotency key, and answers.</param>
    /// <returns>Takes further conventions, such as a rate limit by address.</returns>
    /// <exception cref="InvalidOperationException">No receiver of this name was added; the message holds the line to add.</exception>
    public static IEndpointConventionBuilder MapTicketExportReceiver(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        string name,
        Func<WebhookDelivery, CancellationToken, Task<DeliveryAnswer>> handler)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(handler);
        var receiver = endpoints.ServiceProvider.GetKeyedService<WebhookReceiver>(name)
            ?? throw new InvalidOperationException(
                $"There is no receiver '{name}'. Add builder.Services.AddTicketExportReceiver(\"{name}\", options => options.Secrets.Add(secret)).");

        // As a RequestDelegate: nothing is bound by reflection, and the body stays as it came.
        return endpoints.MapPost(pattern, (RequestDelegate)new ReceiverEndpoint(receiver, handler).HandleAsync);
    }
}
