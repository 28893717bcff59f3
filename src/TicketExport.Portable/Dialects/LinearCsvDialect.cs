using TicketExport.Contract;
using TicketExport.Rendering;

namespace TicketExport.Portable.Dialects;

/// <summary>The CSV of Linear's own export, which its importer for the command line reads.</summary>
public sealed class LinearCsvDialect : ICsvDialect
{
    private const int MaxLabelLength = 80;
    private static readonly TextLimit TitleLimit = new(255, TextUnit.Utf16);
    private static readonly TextLimit DescriptionLimit = new(100_000, TextUnit.Utf16);

    /// <inheritdoc/>
    public string Key => "linear";

    /// <inheritdoc/>
    public CsvDialectRules Rules { get; } = new() { Guard = CsvDialectRules.ApostropheGuard };

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } =
    [
        "ID", "Team", "Title", "Description", "Status", "Estimate", "Priority", "Project", "Creator", "Assignee", "Labels", "Cycle Number", "Cycle Name",
        "Cycle Start", "Cycle End", "Created", "Updated", "Started", "Completed", "Canceled", "Archived",
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> RowOf(CsvDialectTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var document = ticket.Ticket.Document;
        var row = new string[Columns.Count];
        Array.Fill(row, "");
        row[2] = ticket.Title(TitleLimit);
        row[3] = MarkdownRenderer.Render(ticket.Body, ticket.BodyOptions(DescriptionLimit)).Text;
        row[6] = PriorityOf(document.Priority);
        row[10] = string.Join(", ", DialectTexts.Labels(document.Labels, MaxLabelLength, ","));
        return row;
    }

    private static string PriorityOf(TicketPriority priority) => priority switch
    {
        TicketPriority.Urgent => "Urgent",
        TicketPriority.High => "High",
        TicketPriority.Medium => "Medium",
        TicketPriority.Low => "Low",
        _ => "No priority",
    };
}
