using System.Collections.Immutable;

namespace TicketExport.Testing.Internal;

internal abstract record WebhookFault
{
    private WebhookFault()
    {
    }

    public sealed record Answer(int Status, byte[] Body, string ContentType, ImmutableDictionary<string, string> Headers) : WebhookFault;

    public sealed record LoseReply : WebhookFault;

    public sealed record Drop : WebhookFault;

    public sealed record Wait(Task Until) : WebhookFault;
}
