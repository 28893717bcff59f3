namespace TicketExport.Providers.Jira.Internal;

internal sealed partial class JiraTicketProvider : IInboundProvider
{
    public InboundOutcome Read(InboundRequest request) =>
        FindRefusal(request) is { } refusal ? new InboundOutcome.Refused(refusal) : JiraWebhookReader.Read(request);

    // An administrator's webhook is signed over its body; one that an app registered carries a token. Neither is taken in the place of the other.
    private static InboundRefusal? FindRefusal(InboundRequest request) =>
        request.Credential.TryGet(JiraDefaults.ClientSecretCredential, out var secret) && JiraWebhookToken.IsSent(request)
            ? JiraWebhookToken.FindRefusal(request, secret)
            : JiraWebhookSignature.FindRefusal(request);
}
