namespace TicketExport.Core.Tests.Vectors;

internal sealed record StandardWebhookVector
{
    public required string Name { get; init; }

    public required string[] Secrets { get; init; }

    public required string Id { get; init; }

    public required string Timestamp { get; init; }

    public required string Body { get; init; }

    public required string Signature { get; init; }

    public long Now { get; init; }

    public int ToleranceSeconds { get; init; }

    /// <summary>The indices of the secrets that made the header, in order; null where the header is not ours to make.</summary>
    public required int[]? SignedWith { get; init; }

    public required string Verdict { get; init; }
}
