namespace TicketExport.Mock;

/// <summary>Names of the mock provider.</summary>
public static class MockDefaults
{
    /// <summary>The provider's key, and the id of the target that <c>AddMock()</c> adds.</summary>
    public const string Key = "mock";

    /// <summary>What stands before the number in the ids of mock tickets.</summary>
    public const string TicketPrefix = "mock-TCK-";

    /// <summary>The secret that deliveries for mock tickets are signed with, in the ticket-sync profile.</summary>
    public const string WebhookSecretCredential = "webhook_secret";

    /// <summary>The secret before it, while it is being rotated.</summary>
    public const string PreviousWebhookSecretCredential = "previous_webhook_secret";
}
