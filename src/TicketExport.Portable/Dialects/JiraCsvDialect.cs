using TicketExport.Contract;
using TicketExport.Rendering;

namespace TicketExport.Portable.Dialects;

/// <summary>The CSV of the importer of Jira Cloud and Jira Data Center.</summary>
public sealed class JiraCsvDialect : ICsvDialect
{
    private const int LabelColumns = 8;
    private const int MaxLabelLength = 255;
    private static readonly TextLimit SummaryLimit = new(254, TextUnit.Utf16);
    private static readonly TextLimit DescriptionLimit = new(30_000, TextUnit.Utf16);

    /// <summary>The name of the issue type.</summary>
    /// <value>Default: <c>Task</c>, which each of Jira's own templates has.</value>
    public string IssueType { get; init; } = "Task";

    /// <inheritdoc/>
    public string Key => "jira";

    /// <inheritdoc/>
    public CsvDialectRules Rules { get; } = new() { MaxRows = 10_000 };

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } =
        ["Summary", "Issue Type", "Priority", "Assignee", "Description", .. Enumerable.Repeat("Labels", LabelColumns)];

    /// <inheritdoc/>
    public IReadOnlyList<string> RowOf(CsvDialectTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var document = ticket.Ticket.Document;
        var labels = DialectTexts.Labels(document.Labels, MaxLabelLength, " ").Prepend(ticket.Marker.Value).Take(LabelColumns).ToArray();
        return
        [
            ticket.Title(SummaryLimit),
            IssueType,
            PriorityOf(document.Priority),
            DialectTexts.EMail(document.Assignee),
            JiraWikiRenderer.Render(ticket.Body, ticket.BodyOptions(DescriptionLimit)).Text,
            .. labels,
            .. Enumerable.Repeat("", LabelColumns - labels.Length),
        ];
    }

    private static string PriorityOf(TicketPriority priority) => priority switch
    {
        TicketPriority.Urgent => "Highest",
        TicketPriority.High => "High",
        TicketPriority.Medium => "Medium",
        TicketPriority.Low => "Low",
        _ => "",
    };
}
