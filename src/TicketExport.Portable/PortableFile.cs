namespace TicketExport.Portable;

/// <summary>A portable file that was written.</summary>
public sealed record PortableFile
{
    /// <summary>
    /// The file's path in the <see cref="IPortableFileStore"/>, by default its name below <see cref="PortableExportOptions.Folder"/>; never
    /// absolute. Stored as the opaque <c>portable_export_path</c>.
    /// </summary>
    public required string RelativePath { get; init; }

    /// <summary>The format; stored as <c>portable_export_format</c>.</summary>
    public required PortableFormat Format { get; init; }

    /// <summary>How many tickets are in it.</summary>
    public required long TicketCount { get; init; }

    /// <summary>The size in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The SHA-256 of the content: 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}
