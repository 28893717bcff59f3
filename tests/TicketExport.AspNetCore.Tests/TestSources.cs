using TicketExport.Contract;

namespace TicketExport.AspNetCore.Tests;

/// <summary>Every account has the records 1 to 99 of each type; <c>secret</c> holds what must not leave, <c>wrong</c> is answered with another one.</summary>
internal sealed class TestSources(Calls calls) : ITicketSourceReader
{
    public Task<TicketExportDocument?> FindAsync(AccountScope account, SourceKey source, CancellationToken cancellationToken)
    {
        calls.Sources.Enqueue(source);
        return Task.FromResult(source.Id switch
        {
            "secret" => DocumentOf(source) with { Summary = "The key is AKIAZ7QNBXK2M4V5W6Y3." },
            "wrong" => DocumentOf(source with { Id = "another" }),
            _ => int.TryParse(source.Id, out var number) && number is > 0 and < 100 ? DocumentOf(source) : null,
        });
    }

    private static TicketExportDocument DocumentOf(SourceKey source) => new()
    {
        Source = new TicketSource
        {
            Type = source.Type,
            RecordId = source.Id,
            IssueId = source.Type == SourceTypes.ReportIssue ? source.Id : null,
            FixTaskId = source.Type == SourceTypes.FixTask ? source.Id : null,
            Title = $"Request {source.Id}",
            Severity = TicketSeverity.High,
            Category = "evidence",
            Status = "open",
            Fingerprint = $"request-{source.Id}",
        },
        Title = $"Provide the evidence of request {source.Id}",
        Summary = $"The auditor asks for the evidence of request {source.Id}.",
        Priority = TicketPriority.High,
    };
}
