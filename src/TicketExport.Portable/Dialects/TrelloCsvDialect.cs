using TicketExport.Rendering;

namespace TicketExport.Portable.Dialects;

/// <summary>A table for Trello, which has no importer of its own for CSV: for Power-Ups that have one, and for pasting.</summary>
/// <remarks>The column names are those that importing Power-Ups use. Who pastes the first column into a list gets cards without descriptions and marks.</remarks>
public sealed class TrelloCsvDialect : ICsvDialect
{
    private const int MaxLabelLength = 100;
    private static readonly TextLimit NameLimit = new(1_000, TextUnit.Utf16);
    private static readonly TextLimit DescriptionLimit = new(16_384, TextUnit.Utf16);

    /// <inheritdoc/>
    public string Key => "trello";

    /// <inheritdoc/>
    public CsvDialectRules Rules { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } = ["Card Name", "Card Description", "Labels"];

    /// <inheritdoc/>
    public IReadOnlyList<string> RowOf(CsvDialectTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return
        [
            ticket.Title(NameLimit),
            MarkdownRenderer.Render(ticket.Body, ticket.BodyOptions(DescriptionLimit)).Text,
            string.Join(",", DialectTexts.Labels(ticket.Ticket.Document.Labels, MaxLabelLength, ",")),
        ];
    }
}
