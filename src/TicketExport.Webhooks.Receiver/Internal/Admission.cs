using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>A request that may be read and hashed, with what it is judged by.</summary>
internal sealed record Admission(WebhookReceiverOptions Options, IWebhookProfile Profile, IReadOnlyList<WebhookSecret> Secrets, HeaderSet Headers);
