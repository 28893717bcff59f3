using TicketExport.Contract;
using TicketExport.Rendering;

namespace TicketExport.Portable.Dialects;

/// <summary>The table of YouTrack's import from a Google spreadsheet, into which the file is uploaded first.</summary>
/// <remarks>YouTrack takes each header for the name of an attribute or a field and creates values that it lacks; remove the columns that the project has not.</remarks>
public sealed class YouTrackCsvDialect : ICsvDialect
{
    private const int MaxTagLength = 100;
    private static readonly TextLimit SummaryLimit = new(255, TextUnit.Utf16);

    // The spreadsheet on the way takes no longer cell.
    private static readonly TextLimit DescriptionLimit = new(50_000, TextUnit.Utf16);

    /// <summary>The type of the issues.</summary>
    /// <value>Default: <c>Task</c>.</value>
    public string IssueType { get; init; } = "Task";

    /// <inheritdoc/>
    public string Key => "youtrack";

    /// <inheritdoc/>
    public CsvDialectRules Rules { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } = ["Summary", "Description", "Type", "Priority", "Tags"];

    /// <inheritdoc/>
    public IReadOnlyList<string> RowOf(CsvDialectTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var document = ticket.Ticket.Document;
        return
        [
            ticket.Title(SummaryLimit),
            MarkdownRenderer.Render(ticket.Body, ticket.BodyOptions(DescriptionLimit)).Text,
            IssueType,
            PriorityOf(document.Priority),
            string.Join(", ", DialectTexts.Labels(document.Labels, MaxTagLength, ",{}")),
        ];
    }

    private static string PriorityOf(TicketPriority priority) => priority switch
    {
        TicketPriority.Urgent => "Critical",
        TicketPriority.High => "Major",
        TicketPriority.Medium => "Normal",
        TicketPriority.Low => "Minor",
        _ => "",
    };
}
