using Microsoft.Extensions.DependencyInjection;
using TicketExport.Testing;

namespace TicketExport.Simulation.Worker;

internal static class WorkerServices
{
    public static TicketExportBuilder Add(IServiceCollection services, WorkerArguments arguments)
    {
        services.AddSingleton<TimeProvider>(new FastTimeProvider(arguments.ClockStart, arguments.ClockFactor));
        return services.AddTicketExport(static options =>
            {
                options.LeaseDuration = TimeSpan.FromSeconds(20);
                options.RetryBaseDelay = TimeSpan.FromSeconds(1);
                options.RetryMaxDelay = TimeSpan.FromSeconds(10);
            })
            .AddFakeTracker()
            .AddTarget("board", target =>
            {
                target.Provider = FakeTrackerDefaults.Key;
                target.BaseUrl = arguments.Tracker;
                target.OwnershipConfirmed = true;
                target.Credentials[FakeTrackerDefaults.TokenCredential] = arguments.Token;
            })
            .UseSqlite($"Data Source={arguments.File}");
    }
}
