using TicketExport.Configuration;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Providers;
using TicketExport.Redaction;
using TicketExport.Rendering;

namespace TicketExport.Pipeline;

/// <summary>The stage before the claim: validates, runs the redaction gate, resolves the target and its provider, and composes the body. Sends nothing.</summary>
internal sealed class ExportPreparer(
    ITicketTargetSource targets,
    ITicketCredentialSource credentials,
    TicketProviderRegistry providers,
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
                : await ResolveAsync(safe, target, fingerprint, cancellationToken).ConfigureAwait(false);
        }

        // What cannot be masked is an id, and a ledger row is made of ids.
        var stopped = target is null || verdict.Findings.Any(static finding => !finding.CanMask) ? null : new StoppedExport(request, target, KeepsDocument: false);
        return Refuse(request, fingerprint, FailureMap.ContentUnsafe(verdict.Findings), stopped);
    }

    private async Task<Preparation> ResolveAsync(ExportRequest request, TicketTarget target, DuplicateFingerprint fingerprint, CancellationToken cancellationToken)
    {
        var stopped = new StoppedExport(request, target, KeepsDocument: true);
        if (providers.Find(target.ProviderKey) is not { } provider)
        {
            return Refuse(request, fingerprint, FailureMap.ProviderMissing(target, providers.DescribeMissing(target.ProviderKey)), stopped);
        }

        var credential = await credentials.GetAsync(request.Account.Id, target, cancellationToken).ConfigureAwait(false)
            ?? new TicketCredential([]);
        var problems = provider is ITargetRules rules ? rules.Check(target, credential) : [];
        return problems.IsEmpty
            ? new Preparation.Ready(new PreparedExport(request, target, provider, credential, TicketBodyComposer.Compose(request.Document, time.GetUtcNow())))
            : Refuse(request, fingerprint, FailureMap.TargetUnusable(target, problems), stopped);
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
