namespace TicketExport.Portable;

/// <summary>How tickets become the files of a bundle.</summary>
public sealed record PortableBundleOptions
{
    /// <summary>The most files of a bundle: one more, and some programs no longer read the zip.</summary>
    public const int MaxFiles = 65_533;

    /// <summary>The most <see cref="TicketsPerFile"/>.</summary>
    public const int MaxTicketsPerFile = 1_000_000;

    /// <summary>The format of the files.</summary>
    /// <value>Default: <see cref="PortableFormat.Markdown"/>.</value>
    public PortableFormat Format { get; init; } = PortableFormat.Markdown;

    /// <summary>How many tickets each file holds; the last one may hold fewer.</summary>
    /// <value>Default: 1, which also puts the ticket's title into the file's name. Range: 1 to 1,000,000.</value>
    public int TicketsPerFile { get; init; } = 1;
}
