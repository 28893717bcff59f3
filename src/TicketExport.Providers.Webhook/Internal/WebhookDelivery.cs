using System.Collections.Immutable;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>The exact bytes of one delivery, and the headers that go with them.</summary>
internal sealed record WebhookDelivery(byte[] Body, ImmutableArray<KeyValuePair<string, string>> Headers);
