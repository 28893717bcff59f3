using TicketExport.Ledger;

namespace TicketExport.Decisions;

/// <summary>A wish for a file in the place of a ticket.</summary>
public sealed record TicketFileRequest
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The export (<c>ticket_export_id</c>).</summary>
    public required string ExportId { get; init; }

    /// <summary>The format's word, such as <c>csv</c>, <c>markdown</c>, <c>json</c> or <c>json_lines</c>.</summary>
    /// <value>Default: <see langword="null"/>, the best for the export's target.</value>
    public string? Format { get; init; }

    /// <summary>Whether the file is wanted although the native path is not out; written to the audit with <see cref="By"/>.</summary>
    public bool IsOverride { get; init; }

    /// <summary>Who asks, and why.</summary>
    public required AuditStamp By { get; init; }
}
