using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Redaction;
using TicketExport.Rendering;
using TicketExport.Targets;

namespace TicketExport.Pipeline;

/// <summary>The stage before the claim: validates, runs the redaction gate, resolves the target and its provider, judges whether it may go there, and composes the body. Sends nothing.</summary>
internal sealed class ExportPreparer(
    TargetResolver targets,
    TargetAdmission admission,
    ITicketCredentialSource credentials,
    IRedactionGateSource gates,
    TimeProvider time)
{
    /// <summary>As <see cref="PrepareAsync"/>, with an exception of the host's own sources read as a refusal.</summary>
    public async Task<Preparation> PrepareGuardedAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await PrepareAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return Refuse(request, fingerprint: null, FailureMap.SourceThrew(exception));
        }
    }

    public async Task<Preparation> PrepareAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        var askedAt = time.GetUtcNow();
        var violations = AccountScopeValidator.Validate(request.Account).AddRange(TicketExportDocumentValidator.Validate(request.Document));
        if (!violations.IsEmpty)
        {
            return Refuse(request, fingerprint: null, FailureMap.DocumentInvalid(violations));
        }

        var fingerprint = DuplicateFingerprint.Compute(request.Account, request.Document.Source);
        var gate = await gates.GetAsync(request.Account.Id, cancellationToken).ConfigureAwait(false);
        var verdict = gate.Inspect(request.Document);
        var target = await targets.FindAsync(request.Account.Id, request.TargetId, cancellationToken).ConfigureAwait(false);
        if (verdict.Document is { } document)
        {
            var safe = request with { Document = document };
            return target is null
                ? Refuse(safe, fingerprint, FailureMap.TargetMissing(request.TargetId))
                : await ResolveAsync(safe, target, fingerprint, askedAt, cancellationToken).ConfigureAwait(false);
        }

        // What cannot be masked is an id, and a ledger row is made of ids.
        var stopped = target is null || verdict.Findings.Any(static finding => !finding.CanMask) ? null : new StoppedExport(request, target, KeepsDocument: false);
        return Refuse(request, fingerprint, FailureMap.ContentUnsafe(verdict.Findings), stopped);
    }

    private async Task<Preparation> ResolveAsync(
        ExportRequest request,
        TicketTarget target,
        DuplicateFingerprint fingerprint,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken)
    {
        var stopped = new StoppedExport(request, target, KeepsDocument: true);
        if (targets.Resolve(target) is not { } effective)
        {
            return Refuse(request, fingerprint, targets.FailureOf(target), stopped);
        }

        return admission.FindRefusal(request, effective) is { } refusal
            ? Refuse(request, fingerprint, refusal, stopped)
            : await CheckAsync(request, fingerprint, effective, askedAt, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Preparation> CheckAsync(
        ExportRequest request,
        DuplicateFingerprint fingerprint,
        EffectiveTarget effective,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken)
    {
        var (target, provider) = effective;
        var stopped = new StoppedExport(request, target, KeepsDocument: true);
        var credential = await credentials.GetAsync(request.Account.Id, target, cancellationToken).ConfigureAwait(false)
            ?? new TicketCredential([]);
        var problems = MappingRules.Check(target, provider, credential, request.Document);
        if (!problems.IsEmpty)
        {
            return Refuse(request, fingerprint, TargetFailures.Unusable(target, problems), stopped);
        }

        return await admission.FindOwnershipGapAsync(request.Account.Id, effective, cancellationToken).ConfigureAwait(false) is { } gap
            ? Refuse(request, fingerprint, gap, stopped)
            : new Preparation.Ready(new PreparedExport(request, target, provider, credential, TicketBodyComposer.Compose(request.Document, askedAt)) { AskedAt = askedAt });
    }

    private static Preparation.Refused Refuse(
        ExportRequest request,
        DuplicateFingerprint? fingerprint,
        ExportFailure failure,
        StoppedExport? stopped = null)
    {
        var result = new ExportResult
        {
            Outcome = ExportOutcome.Blocked,
            Status = ExportStatus.Blocked,
            TargetId = request.TargetId,
            Fingerprint = fingerprint,
            Failure = failure,
        };
        return new(result, stopped);
    }
}
