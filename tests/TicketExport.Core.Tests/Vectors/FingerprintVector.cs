namespace TicketExport.Core.Tests.Vectors;

internal sealed record FingerprintVector
{
    public required string Name { get; init; }

    public required string AccountId { get; init; }

    public required string? ProjectId { get; init; }

    public required string SourceType { get; init; }

    public required string RecordId { get; init; }

    public required string SourceFingerprint { get; init; }

    public required string Fingerprint { get; init; }
}
