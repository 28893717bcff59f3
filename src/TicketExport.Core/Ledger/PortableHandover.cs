using TicketExport.Review;

namespace TicketExport.Ledger;

/// <summary>A file that takes the place of a ticket, as an export remembers it.</summary>
public sealed record PortableHandover
{
    /// <summary>The longest <see cref="Format"/> and <see cref="FormatReason"/>, in characters.</summary>
    public const int MaxWord = 64;

    /// <summary>
    /// The file's storage key or relative path, 1 to 1,024 characters; never an absolute path or an address (<c>portable_export_path</c>).
    /// </summary>
    public required string Path { get; init; }

    /// <summary>
    /// The format of the file, such as <c>markdown</c> (<c>portable_export_format</c>): 1 to 64 lower-case letters, digits, <c>_</c> and <c>-</c>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, not told.</value>
    public string? Format { get; init; }

    /// <summary>Why it has that format, such as <c>requested</c>: a word like <see cref="Format"/>.</summary>
    /// <value>Default: <see langword="null"/>, not told.</value>
    public string? FormatReason { get; init; }

    /// <summary>Why a file may take the place of the ticket.</summary>
    /// <value>Default: <see cref="FallbackReason.None"/>, not told.</value>
    public FallbackReason Reason { get; init; }
}
