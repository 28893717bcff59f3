using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TicketExport.Notifications;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the host's handlers of notifications to TicketExport.</summary>
public static class NotificationTicketExportBuilderExtensions
{
    /// <summary>
    /// Tells a handler of the host's when an export has come to an end or waits for a person, at least once, also after a crash. Adds a hosted
    /// worker that hands over; a host with a scheduler of its own calls <see cref="INotificationDispatcher"/> as well. Safe to call twice.
    /// Exports that ended before the first handler was added are not told.
    /// </summary>
    /// <typeparam name="THandler">The handler; one object for all.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options; <see langword="null"/> for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static TicketExportBuilder AddNotifications<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this TicketExportBuilder builder, Action<NotificationOptions>? configure = null)
        where THandler : class, IExportNotificationHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<NotificationOptions>().ValidateOnStart();
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IExportNotificationHandler, THandler>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, NotificationWorker>());
        return builder;
    }
}
