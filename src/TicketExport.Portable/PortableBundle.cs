namespace TicketExport.Portable;

/// <summary>A bundle that was written.</summary>
public sealed record PortableBundle
{
    /// <summary>The path in the <see cref="IPortableFileStore"/>; <see langword="null"/> for a bundle that went to a stream.</summary>
    public string? RelativePath { get; init; }

    /// <summary>How many files are in it, the manifest not counted.</summary>
    public required int FileCount { get; init; }

    /// <summary>How many tickets are in it.</summary>
    public required long TicketCount { get; init; }

    /// <summary>The size of the zip in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The SHA-256 of the zip: 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}
