using TicketExport.Http;

namespace TicketExport.Providers.GitHub.Internal;

/// <summary>How a call ends before its first request for a ticket: the settings cannot be used, or there is no token.</summary>
/// <param name="Refused">The outcome where the settings cannot be used.</param>
/// <param name="NoToken">The outcome where the app got no token.</param>
internal sealed record GitHubCall<TOutcome>(
    Func<ProviderFault, TOutcome> Refused,
    Func<TicketHttpOutcomes, TicketHttpResult, TOutcome> NoToken);
