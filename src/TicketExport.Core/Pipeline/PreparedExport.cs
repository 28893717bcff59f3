using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Providers;
using TicketExport.Rendering;

namespace TicketExport.Pipeline;

/// <summary>A request that may be sent: everything that can be decided without the ledger or the network.</summary>
internal sealed record PreparedExport(
    ExportRequest Request,
    TicketTarget Target,
    ITicketProvider Provider,
    TicketCredential Credential,
    TicketBody Body)
{
    /// <summary>When the document was asked for; of two, the later one is what its ticket shall say.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Whether the ledger holds the document exactly as it is here, so that nobody need write it again.</summary>
    public bool IsDocumentStored { get; init; }

    public AccountScope Account => Request.Account;

    public TicketExportDocument Document => Request.Document;

    public DuplicateFingerprint Fingerprint { get; } = DuplicateFingerprint.Compute(Request.Account, Request.Document.Source);

    public ExportKeys KeysOf(int generation) => ExportKeys.Compute(Fingerprint, Target, generation);
}
