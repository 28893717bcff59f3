using System.Collections.Immutable;
using TicketExport.Contract;
using TicketExport.Identity;

namespace TicketExport.Portable.Reading;

/// <summary>A ticket's parts as a file gives them, and the rules that tie them together, which are the same for each format.</summary>
internal sealed record TicketParts
{
    public required TicketExportDocument? Document { get; init; }

    public required AccountScope? Account { get; init; }

    public required string? Fingerprint { get; init; }

    public required string? Key { get; init; }

    public required string? Status { get; init; }

    public required string? TargetId { get; init; }

    public required string? RetryAt { get; init; }

    /// <summary>How the format names a field.</summary>
    public required Func<string, string> NameOf { get; init; }

    public PortableTicket? ToTicket(ProblemList problems)
    {
        var retryAt = ReadRetryAt(problems);
        var status = WireWords.Status(Status ?? "");
        if (status == ExportStatus.Unknown)
        {
            problems.Add(NameOf("export_status"), ContractRules.OneOf, "Is not a status of an export. Write the file again, or restore the word.");
        }

        CheckAccount(problems);
        var isFingerprint = DuplicateFingerprint.TryParse(Fingerprint, out var fingerprint);
        var isKey = IdempotencyKey.TryParse(Key, out var key);
        Require(isFingerprint, "duplicate_fingerprint", problems);
        Require(isKey, "idempotency_key", problems);
        if (!problems.IsEmpty || Document is null || Account is null)
        {
            return null;
        }

        // Another fingerprint than that of the source would block or miss another finding's ticket.
        if (DuplicateFingerprint.Compute(Account, Document.Source) != fingerprint)
        {
            problems.Add(NameOf("duplicate_fingerprint"), ContractRules.Conflict, SourceChecks.Mismatch);
            return null;
        }

        return new()
        {
            Document = Document,
            Account = Account,
            DuplicateFingerprint = fingerprint,
            IdempotencyKey = key,
            ExportStatus = status,
            TargetId = TargetId,
            RetryAt = retryAt,
        };
    }

    private DateTimeOffset? ReadRetryAt(ProblemList problems)
    {
        if (RetryAt is null)
        {
            return null;
        }

        if (WireWords.TryReadInstant(RetryAt, out var instant))
        {
            return instant;
        }

        problems.Add(NameOf("retry_at"), ContractRules.Pattern, "Is not a time. Give RFC 3339 with seconds and an offset, such as 2026-01-31T09:30:00Z, or leave it empty.");
        return null;
    }

    private void CheckAccount(ProblemList problems)
    {
        foreach (var violation in Account is null ? [] : AccountScopeValidator.Validate(Account))
        {
            problems.Add(NameOf(violation.Path switch { "$.account.id" => "account_id", "$.account.project_id" => "project_id", _ => "account" }), violation.Rule, violation.Message);
        }

        // A target's id keeps the rule of every id.
        ImmutableArray<ContractViolation> ofTarget = TargetId is null ? [] : AccountScopeValidator.Validate(new() { Id = TargetId });
        foreach (var violation in ofTarget)
        {
            problems.Add(NameOf("target_id"), violation.Rule, violation.Message);
        }
    }

    private void Require(bool isHash, string name, ProblemList problems)
    {
        if (!isHash)
        {
            problems.Add(NameOf(name), ContractRules.Pattern, "Is not 64 lower-case hexadecimal digits. Write the file again, or restore the field.");
        }
    }
}
