using TicketExport.Ledger;
using TicketExport.Portable.Reading;

namespace TicketExport.Portable.Import;

/// <summary>How a filled-in file is imported.</summary>
public sealed record PortableLinkRequest
{
    /// <summary>The account that the file belongs to. Rows of any other are refused, whatever the file says.</summary>
    public required string AccountId { get; init; }

    /// <summary>Who imports it, and why; written to the audit list with each link.</summary>
    public required AuditStamp By { get; init; }

    /// <summary>The target where the tickets were made.</summary>
    /// <value>Default: <see langword="null"/>, the <c>target_id</c> of each row.</value>
    public string? TargetId { get; init; }

    /// <summary>Whether nothing is written: the results say what would come of each row.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsDryRun { get; init; }

    /// <summary>Format and limits of the file.</summary>
    public PortableReadOptions Options { get; init; } = PortableReadOptions.Default;
}
