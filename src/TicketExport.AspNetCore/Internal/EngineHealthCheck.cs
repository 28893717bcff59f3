using Microsoft.Extensions.Diagnostics.HealthChecks;
using TicketExport.Readiness;
using TicketExport.Review;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Says as a health check what the readiness list says of the engine.</summary>
internal sealed class EngineHealthCheck(ITicketReadiness readiness) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var report = await readiness.CheckEngineAsync(cancellationToken).ConfigureAwait(false);
        var data = report.Items.ToDictionary(static item => Words.Of(item.Key), static item => (object)item.Message, StringComparer.Ordinal);
        var unmet = report.Items.Where(static item => item.State == ReviewState.Unmet).ToArray();
        return unmet switch
        {
            [] => HealthCheckResult.Healthy("The engine can send.", data),
            _ when report.IsReady => HealthCheckResult.Degraded(unmet[0].Message, data: data),
            _ => new HealthCheckResult(context.Registration.FailureStatus, unmet[0].Message, data: data),
        };
    }
}
