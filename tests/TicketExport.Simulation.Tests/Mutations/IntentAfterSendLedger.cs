using TicketExport.Ledger;

namespace TicketExport.Simulation.Tests.Mutations;

/// <summary>Says that the intent is written, and writes it together with the outcome.</summary>
internal sealed class IntentAfterSendLedger(IExportLedger inner) : LedgerDecorator(inner)
{
    private readonly Dictionary<string, ClaimRequest> _promised = [];

    public override Task<ClaimResult> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken)
    {
        _promised[request.ClaimId] = request;
        var export = new ExportRecord
        {
            ExportId = request.ExportId,
            Account = request.Account,
            Source = request.Source,
            TargetId = request.TargetId,
            ProviderKey = request.ProviderKey,
            Fingerprint = request.Keys.Fingerprint,
            IdempotencyKey = request.Keys.IdempotencyKey,
            Generation = request.Keys.Generation,
            Status = ExportStatus.Delivering,
            FencingToken = 1,
            Attempts = 1,
            ApprovedAt = default,
            CreatedAt = default,
            UpdatedAt = default,
        };
        var claim = new ExportClaim(request.Account.Id, request.ExportId, request.ClaimId, 1, 1, DateTimeOffset.MaxValue);
        return Task.FromResult<ClaimResult>(new ClaimResult.ToSend(claim, export));
    }

    public override async Task<bool> RecordAsync(ExportClaim claim, ExportUpdate update, CancellationToken cancellationToken) =>
        await Inner.ClaimAsync(_promised[claim.ClaimId], cancellationToken) is ClaimResult.ToSend written
        && await Inner.RecordAsync(written.Claim, update, cancellationToken);
}
