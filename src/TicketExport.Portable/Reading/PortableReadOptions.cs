namespace TicketExport.Portable.Reading;

/// <summary>How a portable file is read.</summary>
public sealed record PortableReadOptions
{
    /// <summary>The defaults.</summary>
    public static PortableReadOptions Default { get; } = new();

    /// <summary>The format.</summary>
    /// <value>Default: <see langword="null"/>, found out from the first bytes.</value>
    public PortableFormat? Format { get; init; }

    /// <summary>The most bytes of one ticket in the file: its CSV record, its JSON, or the longest line of a Markdown file.</summary>
    /// <value>Default: 8 MiB, which holds the largest document of the contract in each format. From 1 to 1 GiB.</value>
    public int MaxRecordBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The most bytes of the file.</summary>
    /// <value>Default: 1 GiB.</value>
    public long MaxBytes { get; init; } = 1024L * 1024 * 1024;

    internal void ThrowIfUnusable()
    {
        if (Format is { } format && (format == PortableFormat.Unknown || !Enum.IsDefined(format)))
        {
            throw new ArgumentOutOfRangeException(nameof(Format), format, "Set PortableReadOptions.Format to one of the formats, or leave it out.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRecordBytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxRecordBytes, 1024 * 1024 * 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBytes, 1);
    }
}
