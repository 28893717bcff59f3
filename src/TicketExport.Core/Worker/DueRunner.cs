using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Ledger;
using TicketExport.Pipeline;

namespace TicketExport.Worker;

/// <summary>Works on one due export. Never throws: whatever happens stays with that export.</summary>
internal sealed partial class DueRunner(
    DueReader reader,
    ExportPipeline pipeline,
    FaultyExports faulty,
    TargetPacer pacer,
    ILoggerFactory? loggers = null)
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<DueRunner>();

    public async Task<DueOutcome> RunAsync(DueExport due, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(due, cancellationToken).ConfigureAwait(false) switch
            {
                DueWork.Ready ready => await SendAsync(due, ready, cancellationToken).ConfigureAwait(false),
                DueWork.Faulty work => await WriteFaultAsync(work, cancellationToken).ConfigureAwait(false),
                _ => new(DueEnd.Waiting) { IsStillDue = true },
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(DueEnd.Waiting) { IsStillDue = true };
        }
        catch (Exception exception)
        {
            LogNotWorkedOn(due.ExportId, due.Target.TargetId, exception.GetType());
            return new(DueEnd.Waiting) { IsStillDue = true };
        }
    }

    private async Task<DueOutcome> SendAsync(DueExport due, DueWork.Ready ready, CancellationToken cancellationToken)
    {
        if (pacer.TryTake(due.Target, ready.Export.Target.MaxPerMinute) is { } wait)
        {
            return new(DueEnd.Paced) { PacedFor = wait };
        }

        var result = await pipeline.ContinueAsync(ready.Export, ready.Record, cancellationToken).ConfigureAwait(false);
        return result?.Outcome switch
        {
            ExportOutcome.Created => new(DueEnd.Created),
            ExportOutcome.Adopted => new(DueEnd.Adopted),
            ExportOutcome.AlreadyExported or ExportOutcome.OpenedExisting or ExportOutcome.UpdatedExisting => new(DueEnd.AlreadyExported),
            ExportOutcome.Failed or ExportOutcome.Blocked => new(DueEnd.Failed),
            ExportOutcome.DeliveryUnknown => new(DueEnd.Unknown) { IsStillDue = result.ExportId != due.ExportId },
            ExportOutcome.RetryScheduled => new(DueEnd.Waiting) { IsStillDue = result.ExportId != due.ExportId },
            _ => new(DueEnd.Waiting) { IsStillDue = true },
        };
    }

    private async Task<DueOutcome> WriteFaultAsync(DueWork.Faulty work, CancellationToken cancellationToken)
    {
        var outcome = await faulty.WriteAsync(work, cancellationToken).ConfigureAwait(false);
        if (outcome.End == DueEnd.Poisoned)
        {
            LogParked(work.Record.ExportId, work.Record.TargetId, work.Failure.Code);
        }

        return outcome;
    }

    [LoggerMessage(EventId = 1020, Level = LogLevel.Error, Message = "Export {ExportId} to {TargetId} could not be worked on because of {ExceptionType}; it is taken again later.")]
    private partial void LogNotWorkedOn(string exportId, string targetId, Type exceptionType);

    [LoggerMessage(EventId = 1021, Level = LogLevel.Error, Message = "Export {ExportId} to {TargetId} is parked with {Code}: it could not be prepared again and again. Repair the cause and export it again.")]
    private partial void LogParked(string exportId, string targetId, string code);
}
