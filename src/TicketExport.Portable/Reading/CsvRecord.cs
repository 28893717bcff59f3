using CsvHelper;

namespace TicketExport.Portable.Reading;

/// <summary>A ticket as a row of a CSV file.</summary>
internal sealed class CsvRecord(long number, long line, CsvReader reader, CsvHeader header) : PortableRecord(number, line)
{
    public override LinkFields ReadLink(ProblemList problems)
    {
        var cells = new CsvCells(reader, header, problems);
        return new()
        {
            AccountId = cells.Optional("account_id"),
            ProjectId = cells.Optional("project_id"),
            SourceType = cells.Optional("source_type"),
            SourceId = cells.Optional("source_id"),
            SourceFingerprint = cells.Optional("source_fingerprint"),
            ReportId = cells.Optional("report_id"),
            TargetId = cells.Optional("target_id"),
            DuplicateFingerprint = cells.Optional("duplicate_fingerprint"),
            TicketId = cells.Optional(LinkWords.TicketId),
            TicketKey = cells.Optional(LinkWords.TicketKey),
            TicketUrl = cells.Optional(LinkWords.TicketUrl),
        };
    }

    protected override PortableTicket? ReadTicket(ProblemList problems) => new CsvTicketReader(new(reader, header, problems), problems).Read();
}
