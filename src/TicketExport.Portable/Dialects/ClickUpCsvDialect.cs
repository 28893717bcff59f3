using TicketExport.Contract;
using TicketExport.Rendering;

namespace TicketExport.Portable.Dialects;

/// <summary>The CSV of ClickUp's spreadsheet importer. Its column <c>Fingerprint</c> can be mapped to a text field.</summary>
public sealed class ClickUpCsvDialect : ICsvDialect
{
    private const int MaxTagLength = 100;
    private static readonly TextLimit NameLimit = new(1_000, TextUnit.Utf16);
    private static readonly TextLimit DescriptionLimit = new(60_000, TextUnit.Utf16);

    /// <inheritdoc/>
    public string Key => "clickup";

    /// <inheritdoc/>
    public CsvDialectRules Rules { get; } = new() { MaxRows = 10_000 };

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } = ["Task Name", "Description", "Priority", "Assignee", "Tags", "Fingerprint"];

    /// <inheritdoc/>
    public IReadOnlyList<string> RowOf(CsvDialectTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var document = ticket.Ticket.Document;
        return
        [
            ticket.Title(NameLimit),
            PlainTextRenderer.Render(ticket.Body, ticket.BodyOptions(DescriptionLimit)).Text,
            PriorityOf(document.Priority),
            DialectTexts.EMail(document.Assignee),
            string.Join(",", DialectTexts.Labels(document.Labels, MaxTagLength, ",")),
            ticket.Marker.Value,
        ];
    }

    private static string PriorityOf(TicketPriority priority) => priority switch
    {
        TicketPriority.Urgent => "Urgent",
        TicketPriority.High => "High",
        TicketPriority.Medium => "Normal",
        TicketPriority.Low => "Low",
        _ => "",
    };
}
