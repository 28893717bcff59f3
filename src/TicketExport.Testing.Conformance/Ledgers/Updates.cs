using TicketExport.Contract;
using TicketExport.Ledger;

namespace TicketExport.Testing.Conformance.Ledgers;

/// <summary>What claims come to in the suite.</summary>
internal static class Updates
{
    public static TicketReference Ticket { get; } = new()
    {
        ProviderTicketId = "10001",
        ExternalIssueId = "ACME-7",
        Url = new Uri("https://tracker.example/browse/ACME-7"),
    };

    public static TicketReference OtherTicket { get; } = new() { ProviderTicketId = "20002", ExternalIssueId = "ACME-8" };

    public static AuditStamp By { get; } = new("kim", "The ticket was made by hand.");

    public static ExportFailure Failure { get; } = new()
    {
        Code = ExportCodes.DeliveryFailed,
        Reason = FailureReason.RateLimited,
        Message = "The tracker asks to wait.",
        NextStep = NextStep.Wait,
        Setting = "TicketExport:Targets:tracker",
        ProviderErrorCode = "too_many",
        ReceiverCode = "WEBHOOK_BUSY",
        ProviderResponseCode = 429,
        IsTransient = true,
        Violations = [new ContractViolation("$.title", "max_length", "The title is longer than 255.")],
    };

    public static ExportUpdate Exported { get; } = new()
    {
        Status = ExportStatus.Exported,
        AttemptState = AttemptState.Created,
        Ticket = Ticket,
    };

    public static ExportUpdate Failed { get; } = new()
    {
        Status = ExportStatus.Failed,
        AttemptState = AttemptState.Rejected,
        Failure = Failure,
    };

    public static ExportUpdate Parked(ExportStatus status) => new()
    {
        Status = status,
        AttemptState = AttemptState.Rejected,
        Failure = Failure,
    };

    public static ExportUpdate Retry(DateTimeOffset at) => new()
    {
        Status = ExportStatus.RetryScheduled,
        AttemptState = AttemptState.RateLimited,
        Failure = Failure,
        RetryAt = at,
    };

    public static ExportUpdate Unknown(DateTimeOffset? at) => new()
    {
        Status = ExportStatus.DeliveryUnknown,
        AttemptState = AttemptState.Unknown,
        Failure = Failure,
        RetryAt = at,
    };
}
