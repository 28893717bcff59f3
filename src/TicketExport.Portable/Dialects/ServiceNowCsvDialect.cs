using TicketExport.Contract;
using TicketExport.Rendering;

namespace TicketExport.Portable.Dialects;

/// <summary>The CSV of a ServiceNow import set. The staging table's columns are the header's with <c>u_</c> in front; coalesce on <c>correlation_id</c>.</summary>
public sealed class ServiceNowCsvDialect : ICsvDialect
{
    private static readonly TextLimit ShortDescriptionLimit = new(160, TextUnit.Utf16);
    private static readonly TextLimit DescriptionLimit = new(4_000, TextUnit.Utf16);

    /// <inheritdoc/>
    public string Key => "servicenow";

    /// <inheritdoc/>
    public CsvDialectRules Rules { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } = ["correlation_id", "correlation_display", "short_description", "description", "impact", "urgency"];

    /// <inheritdoc/>
    public IReadOnlyList<string> RowOf(CsvDialectTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var (impact, urgency) = ImpactOf(ticket.Ticket.Document.Priority);
        return
        [
            ticket.Marker.Value,
            "TicketExport",
            ticket.Title(ShortDescriptionLimit),
            PlainTextRenderer.Render(ticket.Body, ticket.BodyOptions(DescriptionLimit)).Text,
            impact,
            urgency,
        ];
    }

    // ServiceNow works the priority out from the two.
    private static (string Impact, string Urgency) ImpactOf(TicketPriority priority) => priority switch
    {
        TicketPriority.Urgent => ("1", "1"),
        TicketPriority.High => ("2", "1"),
        TicketPriority.Medium => ("2", "2"),
        TicketPriority.Low => ("3", "3"),
        _ => ("", ""),
    };
}
