using Microsoft.Extensions.Diagnostics.HealthChecks;
using TicketExport.AspNetCore.Internal;
using TicketExport.Readiness;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds TicketExport to the host's health checks.</summary>
public static class TicketExportHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check of the engine: the ledger, the worker of this process and the work that is due. A ledger that cannot be read is
    /// <paramref name="failureStatus"/>; what goes slowly is <see cref="HealthStatus.Degraded"/>. The targets of accounts are no part of it:
    /// one customer's expired token must not take the host out of rotation; see <see cref="ITicketReadiness"/>.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">The status of a ledger that cannot be read; <see langword="null"/> for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags of the check, such as <c>ready</c>.</param>
    public static IHealthChecksBuilder AddTicketExport(
        this IHealthChecksBuilder builder,
        string name = "ticket_export",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return builder.Add(new HealthCheckRegistration(
            name,
            static services => new EngineHealthCheck(services.GetRequiredService<ITicketReadiness>()),
            failureStatus,
            tags));
    }
}
