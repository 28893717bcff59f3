using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Ledger;
using TicketExport.Pipeline;
using TicketExport.Providers;
using TicketExport.States;
using TicketExport.Targets;

namespace TicketExport.Sweep;

internal sealed partial class TicketSweep(
    IExportLedgerQueries queries,
    TargetAccess targets,
    SweepLookUp lookUp,
    TicketCloser closer,
    ILoggerFactory? loggers = null) : ITicketSweep
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<TicketSweep>();

    public async Task<SweepReport> SweepAsync(SweepRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var filter = new ExportFilter { AccountId = request.AccountId, TargetId = request.TargetId };
        var page = await queries.ListAsync(filter, new PageRequest { Size = request.MaxExports, Cursor = request.Cursor }, cancellationToken).ConfigureAwait(false);
        var (target, refusal) = Judge(await targets.FindAsync(request.AccountId, request.TargetId, cancellationToken).ConfigureAwait(false));
        var report = new SweepReport { NextCursor = page.NextCursor };
        foreach (var export in target is null ? [] : page.Items.Where(static export => export.Link is LinkState.Live or LinkState.Broken))
        {
            var answer = await lookUp.FindAsync(target!, export, cancellationToken).ConfigureAwait(false);
            if (answer.Failure is not null)
            {
                return report with { Failure = answer.Failure, RetryAt = answer.RetryAt, NextCursor = request.Cursor };
            }

            report = report with { LookedUp = report.LookedUp + 1 };
            if (SweepRules.Judge(export, answer.Tickets) is { } doubled)
            {
                LogDoubled(export.ExportId, export.TargetId, doubled.Others.Length + 1);
                report = report with { Doubled = report.Doubled.Add(request.ClosesYounger ? await CloseAsync(target!, export, doubled, cancellationToken).ConfigureAwait(false) : doubled) };
            }
        }

        return refusal is null ? report : report with { Failure = refusal, NextCursor = request.Cursor };
    }

    private static (TargetConnection? Target, ExportFailure? Refusal) Judge((TargetConnection? Connection, ExportFailure? Refusal) found) =>
        found.Connection is { Provider.Sheet.Guarantee: GuaranteeClass.NativeIdempotency or GuaranteeClass.NoLookup } connection
            ? (null, FailureMap.NoLookUp(connection.Target))
            : found;

    private async Task<DoubledMarker> CloseAsync(
        TargetConnection target,
        ExportRecord export,
        DoubledMarker doubled,
        CancellationToken cancellationToken)
    {
        var others = ImmutableArray.CreateBuilder<DoubledTicket>(doubled.Others.Length);
        foreach (var other in doubled.Others)
        {
            var isClosed = other.IsYounger && await closer.TryCloseAsync(target, export, other.Ticket, cancellationToken).ConfigureAwait(false);
            others.Add(other with { IsClosed = isClosed });
        }

        return doubled with { Others = others.ToImmutable() };
    }

    [LoggerMessage(EventId = 1030, Level = LogLevel.Warning, Message = "Export {ExportId} to {TargetId}: {Count} tickets carry its marker.")]
    private partial void LogDoubled(string exportId, string targetId, int count);
}
