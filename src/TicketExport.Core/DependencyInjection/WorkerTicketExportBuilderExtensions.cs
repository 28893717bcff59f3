using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TicketExport.Inbound;
using TicketExport.Sync;
using TicketExport.Worker;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the worker to TicketExport.</summary>
public static class WorkerTicketExportBuilderExtensions
{
    /// <summary>
    /// Adds a hosted worker that sends enqueued exports and due retries, and beside them reads the statuses of linked tickets that are due
    /// (<see cref="TicketSyncOptions"/>). Safe to call twice. Options are read from the
    /// configuration section <c>TicketExport:Worker</c> first, then set by <paramref name="configure"/>, and validated when the
    /// host starts.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the options; <see langword="null"/> for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static TicketExportBuilder AddWorker(this TicketExportBuilder builder, Action<TicketExportWorkerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<TicketExportWorkerOptions>().ValidateOnStart();
        if (configure is not null)
        {
            builder.Services.Configure(configure);
        }

        builder.Services.AddOptions<TicketSyncOptions>().ValidateOnStart();
        builder.Services.AddOptions<TicketInboundOptions>().ValidateOnStart();
        builder.Services.TryAddSingleton<WorkerParts>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TicketExportWorker>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StatusSyncWorker>());
        return builder;
    }
}
