using Microsoft.Extensions.Options;
using TicketExport.Contract;
using TicketExport.Identity;
using TicketExport.Ledger;

namespace TicketExport.Pipeline;

/// <summary>The conditional writes that begin an export: who may send, what waits for a worker, what was stopped.</summary>
internal sealed class ExportClaimer(IExportLedger ledger, IOptionsMonitor<TicketExportOptions> options, TimeProvider time)
{
    private const int MaxGenerationChanges = 20;

    public Task<GuardRecord?> FindGuardAsync(PreparedExport export, CancellationToken cancellationToken) =>
        ledger.FindGuardAsync(export.Account.Id, ExportKeys.GuardKeyOf(export.Fingerprint, export.Target), cancellationToken);

    /// <summary>Claims an export that is due, of one generation and of no other.</summary>
    public Task<ClaimResult> ClaimDueAsync(PreparedExport export, int generation, CancellationToken cancellationToken) =>
        ledger.ClaimAsync(ClaimOf(export, generation) with { IsDueWork = true }, cancellationToken);

    public Task<ClaimResult> ClaimAsync(PreparedExport export, int generation, CancellationToken cancellationToken) => InItsGenerationAsync(
        generation,
        current => ledger.ClaimAsync(ClaimOf(export, current), cancellationToken),
        static result => (result as ClaimResult.GenerationChanged)?.Generation);

    public Task<EnqueueResult> EnqueueAsync(PreparedExport export, int generation, AuditStamp? by, CancellationToken cancellationToken) => InItsGenerationAsync(
        generation,
        current => ledger.EnqueueAsync(OrderOf(export, current) with { ApprovedBy = by }, cancellationToken),
        static result => (result as EnqueueResult.GenerationChanged)?.Generation);

    public Task<BlockResult> BlockAsync(StoppedExport stopped, ExportFailure failure, CancellationToken cancellationToken) => InItsGenerationAsync(
        1,
        current => ledger.BlockAsync(BlockOf(stopped, current, failure), cancellationToken),
        static result => (result as BlockResult.GenerationChanged)?.Generation);

    private static async Task<TResult> InItsGenerationAsync<TResult>(int generation, Func<int, Task<TResult>> ask, Func<TResult, int?> changed)
    {
        for (var change = 0; change < MaxGenerationChanges; change++)
        {
            var result = await ask(generation).ConfigureAwait(false);
            if (changed(result) is not { } current)
            {
                return result;
            }

            generation = current;
        }

        throw new TicketExportException("The source was unlinked again and again while it was being exported. Export it once more.");
    }

    private ClaimRequest ClaimOf(PreparedExport export, int generation) =>
        new(OrderOf(export, generation), NewId(), options.CurrentValue.LeaseDuration);

    private BlockRequest BlockOf(StoppedExport stopped, int generation, ExportFailure failure) =>
        new(OrderOf(stopped.Request, stopped.Target, stopped.KeysOf(generation), stopped.KeepsDocument), failure);

    private EnqueueRequest OrderOf(PreparedExport export, int generation) =>
        OrderOf(export.Request, export.Target, export.KeysOf(generation), writesDocument: !export.IsDocumentStored);

    private EnqueueRequest OrderOf(ExportRequest request, TicketTarget target, ExportKeys keys, bool writesDocument)
    {
        var source = request.Document.Source;
        return new EnqueueRequest
        {
            Account = request.Account,
            TargetId = target.Id,
            ProviderKey = target.ProviderKey,
            Source = new SourceKey(source.Type, source.RecordId),
            ReportId = source.ReportId,
            Keys = keys,
            DocumentJson = writesDocument ? TicketExportJson.ToUtf8Bytes(request.Document) : default(ReadOnlyMemory<byte>),
            ExportId = NewId(),
        };
    }

    private string NewId() => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
}
