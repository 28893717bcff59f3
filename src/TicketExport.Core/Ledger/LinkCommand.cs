using TicketExport.Contract;
using TicketExport.Identity;

namespace TicketExport.Ledger;

/// <summary>One change of a link: a closed set.</summary>
public abstract record LinkCommand
{
    private LinkCommand(string accountId, AuditStamp by)
    {
        AccountId = accountId;
        By = by;
    }

    /// <summary>The account.</summary>
    public string AccountId { get; }

    /// <summary>Who changes it, and why.</summary>
    public AuditStamp By { get; }

    /// <summary>Ends the live link of an export.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="By">Who changes it, and why.</param>
    public sealed record Unlink(string AccountId, string ExportId, AuditStamp By) : LinkCommand(AccountId, By);

    /// <summary>Puts another ticket into the live link of an export.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="Ticket">The ticket.</param>
    /// <param name="By">Who changes it, and why.</param>
    public sealed record Relink(string AccountId, string ExportId, TicketReference Ticket, AuditStamp By) : LinkCommand(AccountId, By);

    /// <summary>Names the ticket that a receiver made of an export which it took without naming one.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="Key">The export's idempotency key, as the receiver was sent it.</param>
    /// <param name="Ticket">The ticket.</param>
    /// <param name="By">Who changes it, and why.</param>
    public sealed record LinkBack(string AccountId, IdempotencyKey Key, TicketReference Ticket, AuditStamp By) : LinkCommand(AccountId, By);

    /// <summary>Links a source to a ticket that exists already.</summary>
    /// <param name="Account">The account and project.</param>
    /// <param name="Ticket">The ticket.</param>
    /// <param name="By">Who changes it, and why.</param>
    public sealed record Link(AccountScope Account, TicketReference Ticket, AuditStamp By) : LinkCommand(Account.Id, By)
    {
        /// <summary>The target where the ticket is.</summary>
        public required TicketTarget Target { get; init; }

        /// <summary>The source.</summary>
        public required SourceKey Source { get; init; }

        /// <summary>The source's fingerprint.</summary>
        public required DuplicateFingerprint Fingerprint { get; init; }

        /// <summary>The report that the source belongs to, if any.</summary>
        public string? ReportId { get; init; }

        /// <summary>The id for the export if it is new.</summary>
        public required string ExportId { get; init; }

        /// <summary>Whether it is a row of an import; written to the audit.</summary>
        public bool IsImport { get; init; }

        /// <summary>The keys in a generation.</summary>
        public ExportKeys KeysOf(int generation) => ExportKeys.Compute(Fingerprint, Target, generation);
    }
}
