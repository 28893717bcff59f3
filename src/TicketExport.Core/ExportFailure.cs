using System.Collections.Immutable;
using TicketExport.Contract;

namespace TicketExport;

/// <summary>Why there is no new ticket, and the next safe step. Holds no secret and no payload.</summary>
public sealed record ExportFailure
{
    private readonly ImmutableArray<ContractViolation> _violations = [];

    /// <summary>The stable code; see <see cref="ExportCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// The step that failed, where one code covers several: <c>read</c>, <c>map</c> or <c>write</c> of
    /// <see cref="ExportCodes.StatusSyncFailed"/>.
    /// </summary>
    public string? SubCode { get; init; }

    /// <summary>Why it failed, independent of the tracker.</summary>
    public required FailureReason Reason { get; init; }

    /// <summary>One or two sentences: what happened and what to change.</summary>
    public required string Message { get; init; }

    /// <summary>The next safe step.</summary>
    public required NextStep NextStep { get; init; }

    /// <summary>The setting to change, such as <c>TicketExport:Targets:acme:BaseUrl</c>, where one is to blame.</summary>
    public string? Setting { get; init; }

    /// <summary>
    /// The host's page where this is put right, made from <see cref="TicketExportOptions.Links"/>; set on results for failures whose
    /// cause lies in the target's settings, mapping or connection.
    /// </summary>
    public string? HelpLink { get; init; }

    /// <summary>The provider's own code, such as <c>generic_webhook_auth_failed</c>.</summary>
    public string? ProviderErrorCode { get; init; }

    /// <summary>The code that a webhook receiver put into its answer.</summary>
    public string? ReceiverCode { get; init; }

    /// <summary>The HTTP status, when an answer was received.</summary>
    public int? ProviderResponseCode { get; init; }

    /// <summary>Whether waiting alone can help.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The fields to change, all at once.</summary>
    public ImmutableArray<ContractViolation> Violations
    {
        get => _violations;
        init => _violations = value.IsDefault ? [] : value;
    }

    /// <summary>Whether both say the same; unlike equality of records it compares the violations one by one.</summary>
    internal bool IsSameAs(ExportFailure other) =>
        Violations.SequenceEqual(other.Violations) && this with { Violations = [] } == other with { Violations = [] };
}
