using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Pipeline;

namespace TicketExport.Worker;

/// <summary>Writes approved exports and wakes the worker.</summary>
internal sealed class ExportEnqueuer(ExportPreparer preparer, IExportLedger ledger, ExportPipeline pipeline, WorkSignal signal, TimeProvider time)
{
    private const int MaxGenerationChanges = 3;

    public async Task<ExportResult> EnqueueAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        return await preparer.PrepareAsync(request, cancellationToken).ConfigureAwait(false) switch
        {
            Preparation.Ready ready => await EnqueueAsync(ready.Export, cancellationToken).ConfigureAwait(false),
            Preparation.Refused refused => refused.Result,
            var other => throw new InvalidOperationException($"{other.GetType()} is not a preparation."),
        };
    }

    private async Task<ExportResult> EnqueueAsync(PreparedExport export, CancellationToken cancellationToken)
    {
        var (generation, linked) = await pipeline.LookUpAsync(export, cancellationToken).ConfigureAwait(false);
        if (linked is not null)
        {
            return linked;
        }

        for (var change = 0; change < MaxGenerationChanges; change++)
        {
            var result = await ledger.EnqueueAsync(RequestOf(export, generation), cancellationToken).ConfigureAwait(false);
            if (result is EnqueueResult.Linked { Holder: var holder } && change == 0)
            {
                if (await pipeline.AskPoliciesAsync(export, holder, cancellationToken).ConfigureAwait(false) is { } answer)
                {
                    return answer;
                }

                generation = holder.Generation + 1;
                continue;
            }

            if (result is not EnqueueResult.GenerationChanged changed)
            {
                return Answer(result);
            }

            generation = changed.Generation;
        }

        throw new TicketExportException("The source was unlinked again and again while it was being enqueued. Enqueue it once more.");
    }

    private ExportResult Answer(EnqueueResult result)
    {
        switch (result)
        {
            case EnqueueResult.Enqueued enqueued:
                signal.Wake();
                return Results.Enqueued(enqueued.Export);
            case EnqueueResult.Linked linked:
                return Results.AlreadyExported(linked.Holder);
            case EnqueueResult.Held held:
                return Results.InProgress(held.Holder);
            case EnqueueResult.Waiting waiting:
                return Results.Waiting(waiting.Holder);
            default:
                throw new InvalidOperationException($"{result.GetType()} is not the end of enqueuing.");
        }
    }

    private EnqueueRequest RequestOf(PreparedExport export, int generation)
    {
        var source = export.Document.Source;
        return new EnqueueRequest
        {
            Account = export.Account,
            TargetId = export.Target.Id,
            ProviderKey = export.Target.ProviderKey,
            Source = new SourceKey(source.Type, source.RecordId),
            ReportId = source.ReportId,
            Keys = export.KeysOf(generation),
            DocumentJson = TicketExportJson.ToUtf8Bytes(export.Document),
            ExportId = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
        };
    }
}
