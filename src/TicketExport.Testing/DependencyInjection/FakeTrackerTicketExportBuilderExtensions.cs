using TicketExport.Testing;
using TicketExport.Testing.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the provider of the fake tracker.</summary>
public static class FakeTrackerTicketExportBuilderExtensions
{
    /// <summary>Adds the provider; its targets come from configuration or from the host. Safe to call twice.</summary>
    public static TicketExportBuilder AddFakeTracker(this TicketExportBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddTicketHttpClient(FakeTrackerDefaults.HttpClientName, static client => client.ReadRetries = 0); // Every call counts.
        return builder.AddProvider<FakeTrackerTicketProvider>();
    }

    /// <summary>Adds the provider and a target that leads to a running tracker, with its ownership confirmed: the caller runs it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="targetId">The target's id.</param>
    /// <param name="tracker">The tracker.</param>
    public static TicketExportBuilder AddFakeTracker(this TicketExportBuilder builder, string targetId, FakeTracker tracker)
    {
        ArgumentNullException.ThrowIfNull(tracker);
        return builder.AddFakeTracker().AddTarget(targetId, target =>
        {
            target.Provider = FakeTrackerDefaults.Key;
            target.BaseUrl = tracker.BaseAddress.AbsoluteUri;
            target.OwnershipConfirmed = true;
            target.Credentials[FakeTrackerDefaults.TokenCredential] = tracker.Token;
        });
    }
}
