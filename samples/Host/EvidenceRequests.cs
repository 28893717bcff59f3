using TicketExport.AspNetCore;
using TicketExport.Contract;

namespace TicketExport.Samples.Host;

/// <summary>The product's own records: requests for evidence, each in one account.</summary>
internal sealed class EvidenceRequests : ITicketSourceReader
{
    private static readonly Dictionary<(string Account, string Id), string> Titles = new()
    {
        [("acme", "1")] = "SOC 2 report of the payroll provider",
        [("acme", "2")] = "List of administrators of the build server",
        [("globex", "1")] = "Restore test of the customer database",
    };

    public Task<TicketExportDocument?> FindAsync(AccountScope account, SourceKey source, CancellationToken cancellationToken) =>
        Task.FromResult(source.Type == SourceTypes.EvidenceRequest && Titles.TryGetValue((account.Id, source.Id), out var title) ? DocumentOf(source, title) : null);

    private static TicketExportDocument DocumentOf(SourceKey source, string title) => new()
    {
        Source = new TicketSource
        {
            Type = source.Type,
            RecordId = source.Id,
            Title = title,
            Severity = TicketSeverity.Medium,
            Category = "evidence",
            Status = "open",
            Fingerprint = $"evidence-request-{source.Id}",
        },
        Title = title,
        Summary = $"The auditor asks for: {title}. Attach it to the request, or say who can.",
        Priority = TicketPriority.Medium,
    };
}
