using TicketExport.Rendering;

namespace TicketExport.Portable.Dialects;

/// <summary>The CSV of Asana's importer.</summary>
public sealed class AsanaCsvDialect : ICsvDialect
{
    private static readonly TextLimit NameLimit = new(1_000, TextUnit.Utf16);
    private static readonly TextLimit DescriptionLimit = new(60_000, TextUnit.Utf16);

    /// <summary>The section that the tasks go into.</summary>
    /// <value>Default: empty, the project's first.</value>
    public string Section { get; init; } = "";

    /// <inheritdoc/>
    public string Key => "asana";

    /// <inheritdoc/>
    public CsvDialectRules Rules { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } = ["Name", "Description", "Section/Column", "Assignee"];

    /// <inheritdoc/>
    public IReadOnlyList<string> RowOf(CsvDialectTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return
        [
            ticket.Title(NameLimit),
            PlainTextRenderer.Render(ticket.Body, ticket.BodyOptions(DescriptionLimit)).Text,
            Section,
            DialectTexts.EMail(ticket.Ticket.Document.Assignee),
        ];
    }
}
