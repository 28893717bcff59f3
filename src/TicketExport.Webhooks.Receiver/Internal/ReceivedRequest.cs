using System.Globalization;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>One request as a profile sees it.</summary>
internal sealed record ReceivedRequest(string Endpoint, HeaderSet Headers, WebhookHeaders Names, ReadOnlyMemory<byte> Body, DateTimeOffset Now)
{
    /// <summary>Reads a timestamp whose shape and signature were checked.</summary>
    public DateTimeOffset SignedAt(string header) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(Headers[header]!, NumberStyles.None, CultureInfo.InvariantCulture));
}
