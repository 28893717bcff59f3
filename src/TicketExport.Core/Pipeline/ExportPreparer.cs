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
        return verdict.Document is null
            ? Refuse(request, fingerprint, FailureMap.ContentUnsafe(verdict.Findings))
            : await ResolveAsync(request with { Document = verdict.Document }, fingerprint, askedAt, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Preparation> ResolveAsync(
        ExportRequest request,
        DuplicateFingerprint fingerprint,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken)
    {
        var target = await targets.FindAsync(request.Account.Id, request.TargetId, cancellationToken).ConfigureAwait(false);
        if (target is null)
        {
            return Refuse(request, fingerprint, FailureMap.TargetMissing(request.TargetId));
        }

        if (targets.Resolve(target) is not { } effective)
        {
            return Refuse(request, fingerprint, FailureMap.ProviderMissing(target, targets.DescribeMissing(target)));
        }

        return admission.FindRefusal(request, effective) is { } refusal
            ? Refuse(request, fingerprint, refusal)
            : await CheckAsync(request, fingerprint, effective, askedAt, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Preparation> CheckAsync(
        ExportRequest request,
        DuplicateFingerprint fingerprint,
        EffectiveTarget effective,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken)
    {
        var (target, provider) = (effective.Target, effective.Provider);
        var credential = await credentials.GetAsync(request.Account.Id, target, cancellationToken).ConfigureAwait(false)
            ?? new TicketCredential([]);
        var problems = MappingRules.Check(target, provider, credential, request.Document);
        if (!problems.IsEmpty)
        {
            return Refuse(request, fingerprint, TargetFailures.Unusable(target, problems));
        }

        return await admission.FindOwnershipGapAsync(request.Account.Id, effective, cancellationToken).ConfigureAwait(false) is { } gap
            ? Refuse(request, fingerprint, gap)
            : new Preparation.Ready(new PreparedExport(request, target, provider, credential, TicketBodyComposer.Compose(request.Document, askedAt)) { AskedAt = askedAt });
    }

    private static Preparation.Refused Refuse(ExportRequest request, DuplicateFingerprint? fingerprint, ExportFailure failure) =>
        new(new ExportResult
        {
            Outcome = ExportOutcome.Blocked,
            Status = ExportStatus.Blocked,
            TargetId = request.TargetId,
            Fingerprint = fingerprint,
            Failure = failure,
        });
}
