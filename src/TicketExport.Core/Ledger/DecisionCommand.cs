namespace TicketExport.Ledger;

/// <summary>One decision of somebody on an export: a closed set.</summary>
public abstract record DecisionCommand
{
    private DecisionCommand(string accountId, string exportId, AuditStamp by)
    {
        AccountId = accountId;
        ExportId = exportId;
        By = by;
    }

    /// <summary>The account.</summary>
    public string AccountId { get; }

    /// <summary>The export.</summary>
    public string ExportId { get; }

    /// <summary>Who decides, and why.</summary>
    public AuditStamp By { get; }

    /// <summary>Approves an export that came to rest without a ticket, after its cause has changed.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="By">Who decides, and why.</param>
    public sealed record Approve(string AccountId, string ExportId, AuditStamp By) : DecisionCommand(AccountId, ExportId, By);

    /// <summary>Says that a person looked at the tracker and there is no ticket.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="By">Who decides, and why.</param>
    public sealed record ConfirmAbsent(string AccountId, string ExportId, AuditStamp By) : DecisionCommand(AccountId, ExportId, By);

    /// <summary>Hands an export over as a file; what was planned for it is not done any more.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="File">The file, and why there is one.</param>
    /// <param name="By">Who decides, and why.</param>
    public sealed record ParkAsFile(string AccountId, string ExportId, PortableHandover File, AuditStamp By) : DecisionCommand(AccountId, ExportId, By);

    /// <summary>Writes down that a file was asked for in the place of a ticket and could not be made; changes nothing else.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="Failure">Why, with the code <see cref="ExportCodes.PortableExportFailed"/>.</param>
    /// <param name="By">Who asked for the file, and why.</param>
    public sealed record NoteFileFailure(string AccountId, string ExportId, ExportFailure Failure, AuditStamp By) : DecisionCommand(AccountId, ExportId, By);

    /// <summary>Says that the tracker no longer shows the linked ticket.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="By">Who decides, and why.</param>
    public sealed record MarkReferenceLost(string AccountId, string ExportId, AuditStamp By) : DecisionCommand(AccountId, ExportId, By);

    /// <summary>Says that the tracker shows the linked ticket again.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="By">Who decides, and why.</param>
    public sealed record MarkReferenceSeen(string AccountId, string ExportId, AuditStamp By) : DecisionCommand(AccountId, ExportId, By);

    /// <summary>Says that what had failed after the creation was made good.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="By">Who decides, and why.</param>
    public sealed record MarkFollowUpDone(string AccountId, string ExportId, AuditStamp By) : DecisionCommand(AccountId, ExportId, By);

    /// <summary>Says that the export's target lost its connection.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="By">Who decides, and why.</param>
    public sealed record Disconnect(string AccountId, string ExportId, AuditStamp By) : DecisionCommand(AccountId, ExportId, By);

    /// <summary>Says that the export's target has its connection back.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="By">Who decides, and why.</param>
    public sealed record Reconnect(string AccountId, string ExportId, AuditStamp By) : DecisionCommand(AccountId, ExportId, By);

    /// <summary>Writes down that somebody approves although items of a review block that are about the export; changes nothing of it.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="ExportId">The export.</param>
    /// <param name="Items">The items by name, separated by blanks. 1 to 1,000 characters.</param>
    /// <param name="By">Who overrides, and why.</param>
    public sealed record NoteOverride(string AccountId, string ExportId, string Items, AuditStamp By) : DecisionCommand(AccountId, ExportId, By);
}
