namespace TicketExport.Core.Tests.Vectors;

internal sealed record SignatureVector
{
    public required string Name { get; init; }

    public required string[] Secrets { get; init; }

    public string? Timestamp { get; init; }

    public string? Nonce { get; init; }

    public required string Body { get; init; }

    public required string? Signature { get; init; }

    public long Now { get; init; }

    public int ToleranceSeconds { get; init; }

    /// <summary>The index of the secret that made the signature; null where the vector is a negative one.</summary>
    public required int? SignedWith { get; init; }

    public required string Verdict { get; init; }
}
