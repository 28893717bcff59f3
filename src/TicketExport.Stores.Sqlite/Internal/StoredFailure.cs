using System.Collections.Immutable;
using System.Text.Json;
using TicketExport.Contract;

namespace TicketExport.Stores.Sqlite.Internal;

/// <summary>The stored form of a failure, apart from the public type so that it outlives changes of that one.</summary>
internal sealed record StoredFailure
{
    public required string Code { get; init; }

    public string? SubCode { get; init; }

    public required string Reason { get; init; }

    public required string Message { get; init; }

    public required string NextStep { get; init; }

    public string? Setting { get; init; }

    public string? ProviderErrorCode { get; init; }

    public string? ReceiverCode { get; init; }

    public int? ProviderResponseCode { get; init; }

    public bool IsTransient { get; init; }

    public ImmutableArray<StoredViolation>? Violations { get; init; }

    public static string? Write(ExportFailure? failure) => failure is null
        ? null
        : JsonSerializer.Serialize(From(failure), StoredJsonContext.Default.StoredFailure);

    public static ExportFailure? Read(string? json) => json is null
        ? null
        : JsonSerializer.Deserialize(json, StoredJsonContext.Default.StoredFailure)!.ToFailure();

    private static StoredFailure From(ExportFailure failure) => new()
    {
        Code = failure.Code,
        SubCode = failure.SubCode,
        Reason = failure.Reason.ToString(),
        Message = failure.Message,
        NextStep = failure.NextStep.ToString(),
        Setting = failure.Setting,
        ProviderErrorCode = failure.ProviderErrorCode,
        ReceiverCode = failure.ReceiverCode,
        ProviderResponseCode = failure.ProviderResponseCode,
        IsTransient = failure.IsTransient,
        Violations = failure.Violations.IsEmpty
            ? null
            : [.. failure.Violations.Select(violation => new StoredViolation(violation.Path, violation.Rule, violation.Message))],
    };

    // A newer version may have written a word that this one does not know; the row stays readable.
    private ExportFailure ToFailure() => new()
    {
        Code = Code,
        SubCode = SubCode,
        Reason = Enum.TryParse<FailureReason>(Reason, out var reason) ? reason : FailureReason.Unknown,
        Message = Message,
        NextStep = Enum.TryParse<NextStep>(NextStep, out var nextStep) ? nextStep : TicketExport.NextStep.None,
        Setting = Setting,
        ProviderErrorCode = ProviderErrorCode,
        ReceiverCode = ReceiverCode,
        ProviderResponseCode = ProviderResponseCode,
        IsTransient = IsTransient,
        Violations = Violations is { } violations
            ? [.. violations.Select(violation => new ContractViolation(violation.Path, violation.Rule, violation.Message))]
            : [],
    };
}
