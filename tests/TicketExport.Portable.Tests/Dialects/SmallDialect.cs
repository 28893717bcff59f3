namespace TicketExport.Portable.Dialects;

internal sealed class SmallDialect : ICsvDialect
{
    public string Key => "small";

    public CsvDialectRules Rules { get; init; } = new();

    public IReadOnlyList<string> Columns { get; } = ["n"];

    public IReadOnlyList<string> RowOf(CsvDialectTicket ticket) => [ticket.Ticket.Document.Title];
}
