using TicketExport.Contract;

namespace TicketExport.Testing.Internal;

// What a delivery is: work, none of this receiver's, or refused. Where it is ignored there is no envelope.
internal sealed record WebhookCheck(WebhookEnvelope? Envelope, WebhookRefusal? Refusal = null, bool IsIgnored = false);
