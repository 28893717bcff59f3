namespace TicketExport.Providers.Webhook;

/// <summary>One line of a readiness report.</summary>
/// <param name="Key">What was looked at.</param>
/// <param name="IsMet">Whether it is as it must be; <see langword="null"/> when it could not be found out.</param>
/// <param name="Message">What was found and what to change; never a secret.</param>
/// <param name="Setting">The setting to change, such as <c>TicketExport:Targets:acme-hook:BaseUrl</c>, where one is to blame.</param>
public sealed record WebhookReadinessItem(WebhookReadinessKey Key, bool? IsMet, string Message, string? Setting = null);
