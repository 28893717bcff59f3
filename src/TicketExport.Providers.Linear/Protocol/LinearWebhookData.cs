namespace TicketExport.Providers.Linear.Protocol;

/// <summary>The issue or comment that a webhook is about.</summary>
internal sealed record LinearWebhookData
{
    public string? Id { get; init; }

    public string? Identifier { get; init; }

    public string? Url { get; init; }

    public LinearState? State { get; init; }

    public bool? Trashed { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public string? Body { get; init; }

    public string? IssueId { get; init; }

    public LinearWebhookData? Issue { get; init; }

    public string? UserId { get; init; }

    public LinearWebhookActor? User { get; init; }
}
