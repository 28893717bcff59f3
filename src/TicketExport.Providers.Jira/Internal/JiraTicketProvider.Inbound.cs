namespace TicketExport.Providers.Jira.Internal;

internal sealed partial class JiraTicketProvider : IInboundProvider
{
    public InboundOutcome Read(InboundRequest request) =>
        JiraWebhookSignature.FindRefusal(request) is { } refusal ? new InboundOutcome.Refused(refusal) : JiraWebhookReader.Read(request);
}
