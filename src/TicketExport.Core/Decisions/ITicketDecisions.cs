using TicketExport.Ledger;

namespace TicketExport.Decisions;

/// <summary>What people decide on exports. Every decision is written with its actor and reason, and sends nothing by itself.</summary>
/// <remarks>
/// <para>A refusal is a result that says why, and changes nothing. Where a decision lets an export go on, a worker takes it up at
/// once. Links are changed through <see cref="Links.ITicketLinks"/>.</para>
/// <para>Safe for use from many threads, and safe to repeat. All calls throw <see cref="ArgumentException"/> when the actor or the
/// reason is empty or too long, and <see cref="TicketExportException"/> when the ledger cannot be reached.</para>
/// </remarks>
public interface ITicketDecisions
{
    /// <summary>
    /// Lets an export go on that failed, was blocked, was handed over as a file or is a draft: its cause has changed. Begins a new
    /// retry budget under the same keys.
    /// </summary>
    Task<DecisionResult> ApproveAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Says that a person looked at the tracker and an export of unknown outcome has no ticket there. It is sent again; should the
    /// person be wrong, the source has two tickets.
    /// </summary>
    /// <returns>
    /// <see cref="DecisionOutcome.TooEarly"/> as long as the tracker may not show the ticket yet, and
    /// <see cref="DecisionOutcome.NothingInDoubt"/> where no outcome is unknown.
    /// </returns>
    Task<DecisionResult> ConfirmAbsentAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>Hands an export over as a file. A planned retry is given up, so that not both happen.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="exportId">The export.</param>
    /// <param name="file">Where the file is, and as far as it is known its format, and why there is one.</param>
    /// <param name="by">Who decides, and why.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <exception cref="ArgumentException">The path is absolute, an address, or leaves its folder, or a word of the file is none.</exception>
    Task<DecisionResult> ParkAsFileAsync(string accountId, string exportId, PortableHandover file, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes down that a file was asked for in the place of a ticket and could not be made. Shown on the export and in its review until
    /// a file is made or the export is approved; the export itself goes on as it was.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="exportId">The export.</param>
    /// <param name="failure">Why; its code is <see cref="ExportCodes.PortableExportFailed"/>.</param>
    /// <param name="by">Who asked for the file, and why.</param>
    /// <param name="cancellationToken">Cancels before the write, never after it.</param>
    /// <returns><see cref="DecisionOutcome.WrongStatus"/> where the export has a file.</returns>
    /// <exception cref="ArgumentException">The failure has another code.</exception>
    Task<DecisionResult> NoteFileFailureAsync(
        string accountId, string exportId, ExportFailure failure, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>Says that the tracker no longer shows the linked ticket. The broken link guards its source all the same.</summary>
    Task<DecisionResult> MarkReferenceLostAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>Says that the tracker shows the linked ticket again.</summary>
    Task<DecisionResult> MarkReferenceSeenAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>Says that what had failed after the creation, such as a label, was made good.</summary>
    Task<DecisionResult> MarkFollowUpDoneAsync(string accountId, string exportId, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Disconnects all exports of a target that wait. Links and history stay, and none of them is sent until
    /// <see cref="ReconnectTargetAsync"/> or a new request. Exports that are asked for afterwards are not held back.
    /// </summary>
    /// <remarks>Written in batches; after a break the whole call can be repeated.</remarks>
    Task<TargetDecisionResult> DisconnectTargetAsync(string accountId, string targetId, AuditStamp by, CancellationToken cancellationToken = default);

    /// <summary>Lets all disconnected exports of a target go on. What was in doubt is looked up before anything is sent.</summary>
    /// <remarks>Written in batches; after a break the whole call can be repeated.</remarks>
    Task<TargetDecisionResult> ReconnectTargetAsync(string accountId, string targetId, AuditStamp by, CancellationToken cancellationToken = default);
}
