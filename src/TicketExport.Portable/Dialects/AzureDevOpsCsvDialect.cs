using System.Net;
using TicketExport.Contract;
using TicketExport.Rendering;

namespace TicketExport.Portable.Dialects;

/// <summary>The CSV of the import of work items in Azure Boards. Descriptions are HTML there.</summary>
public sealed class AzureDevOpsCsvDialect : ICsvDialect
{
    private const int MaxTagLength = 400;
    private const int MostTags = 100;
    private static readonly TextLimit TitleLimit = new(255, TextUnit.Utf16);
    private static readonly TextLimit DescriptionLimit = new(150_000, TextUnit.Utf16);

    /// <summary>The type of the work items.</summary>
    /// <value>Default: <c>Task</c>, which each of the four processes of Azure Boards has.</value>
    public string WorkItemType { get; init; } = "Task";

    /// <inheritdoc/>
    public string Key => "azure_devops";

    /// <inheritdoc/>
    public CsvDialectRules Rules { get; } = new() { MaxRows = 1_000 };

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } = ["Work Item Type", "Title", "Priority", "Tags", "Description"];

    /// <inheritdoc/>
    public IReadOnlyList<string> RowOf(CsvDialectTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var document = ticket.Ticket.Document;
        return
        [
            WorkItemType,
            ticket.Title(TitleLimit),
            PriorityOf(document.Priority),
            string.Join("; ", DialectTexts.Labels(document.Labels, MaxTagLength, ",;").Prepend(ticket.Marker.Value).Take(MostTags)),
            HtmlOf(PlainTextRenderer.Render(ticket.Body, ticket.BodyOptions(DescriptionLimit)).Text),
        ];
    }

    private static string HtmlOf(string text) => WebUtility.HtmlEncode(text.TrimEnd('\n')).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string PriorityOf(TicketPriority priority) => priority switch
    {
        TicketPriority.Urgent => "1",
        TicketPriority.High => "2",
        TicketPriority.Medium => "3",
        TicketPriority.Low => "4",
        _ => "",
    };
}
