using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Rendering;
using TicketExport.Signing;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>Writes and signs the delivery that tells whether a target can be used. Placeholders only.</summary>
internal static class TestDelivery
{
    public static WebhookDelivery Write(AccountScope account, TicketTarget target, WebhookTargetSettings settings, DateTimeOffset now)
    {
        var document = Document;
        var keys = ExportKeys.Compute(account, document.Source, target, generation: 1);
        if (settings.Profile == WebhookProfile.TicketSync)
        {
            return TicketSyncDelivery.Test(keys.IdempotencyKey.Value, settings);
        }

        var isStandard = settings.Profile == WebhookProfile.StandardWebhooks;
        var request = new CreateTicketRequest
        {
            Account = account,
            Target = target,
            Credential = new TicketCredential([]),
            Document = document,
            Body = TicketBodyComposer.Compose(document, now),
            Keys = keys,
            Attempt = 1,
        };
        var envelope = ExportDelivery.EnvelopeOf(request, isStandard ? StandardWebhookSignature.SignatureHeader : settings.Headers.Signature, now) with
        {
            Event = TicketExportContract.TestEvent,
        };
        return isStandard ? StandardDelivery.Sign(envelope, settings) : ExportDelivery.Sign(envelope, settings);
    }

    private static TicketExportDocument Document => new()
    {
        Source = new TicketSource
        {
            Type = "delivery_test",
            RecordId = "test",
            Title = "Test delivery",
            Severity = TicketSeverity.Info,
            Category = "test",
            Status = "open",
            Fingerprint = "test-delivery",
        },
        Title = "Test delivery",
        Summary = "This is a test of the connection. Nothing is to be done.",
        Priority = TicketPriority.None,
    };
}
