using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TicketExport.Ledger;
using TicketExport.Providers;

namespace TicketExport.Inbound;

/// <summary>Takes deliveries. What they bring is written in one transaction with the receipt, so that a crash leaves both or none.</summary>
internal sealed partial class TicketInbound(
    InboundGate gate,
    InboundEvents events,
    InboundReceipts receipts,
    InboundTelemetry telemetry,
    ILoggerFactory? loggers = null) : ITicketInbound
{
    private readonly ILogger _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<TicketInbound>();

    public async Task<InboundResult> ReceiveAsync(InboundDelivery delivery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var (authentic, refusal, provider) = await gate.VerifyAsync(delivery, cancellationToken).ConfigureAwait(false);
        var result = refusal ?? await TakeAsync(authentic!, cancellationToken).ConfigureAwait(false);
        telemetry.Count(provider, result.Answer);
        return result;
    }

    private async Task<InboundResult> TakeAsync(AuthenticDelivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Told.DeliveryId is { } id
            && await receipts.FindAsync(delivery, id, cancellationToken).ConfigureAwait(false) is var known and not ReceiptResult.New)
        {
            return Known(delivery, known);
        }

        var applied = ImmutableArray.CreateBuilder<AppliedEvent>();
        foreach (var told in delivery.Told.Events.Where(static told => told.Kind != InboundEventKind.Unknown))
        {
            applied.Add(await ApplyAsync(delivery, told, cancellationToken).ConfigureAwait(false));
        }

        return await WriteAsync(delivery, applied.ToImmutable()).ConfigureAwait(false);
    }

    // One event that breaks does not take the others with it.
    private async Task<AppliedEvent> ApplyAsync(AuthenticDelivery delivery, InboundEvent told, CancellationToken cancellationToken)
    {
        try
        {
            return await events.ApplyAsync(delivery, told, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not TicketExportException && !cancellationToken.IsCancellationRequested)
        {
            // The type alone: a message may quote the event.
            LogNotApplied(delivery.Connection.Target.Id, told.Kind, exception.GetType());
            return InboundEvents.Nothing(InboundEvents.RecordOf(delivery, told, null), InboundWords.Failed);
        }
    }

    private async Task<InboundResult> WriteAsync(AuthenticDelivery delivery, ImmutableArray<AppliedEvent> applied)
    {
        var hasFailed = applied.Any(static one => one.Entry.Record.Reason == InboundWords.Failed);
        var written = await receipts.WriteAsync(delivery, hasFailed ? null : delivery.Told.DeliveryId, applied).ConfigureAwait(false);
        if (written.Result != ReceiptResult.New)
        {
            return Known(delivery, written.Result);
        }

        return hasFailed
            ? throw new TicketExportException($"An event for the target {delivery.Connection.Target.Id} could not be applied. The delivery is not remembered, so that the sender can deliver it again.")
            : ResultOf(delivery, applied, written.Records);
    }

    private InboundResult ResultOf(AuthenticDelivery delivery, ImmutableArray<AppliedEvent> applied, ImmutableArray<InboundRecord> records)
    {
        var isUnknown = !records.IsEmpty && records.All(static record => record.Reason is InboundRules.UnknownTicket or InboundWords.AmbiguousTicket);
        if (isUnknown && records.Any(static record => record.Reason == InboundWords.AmbiguousTicket))
        {
            LogAmbiguous(delivery.Connection.Target.Id);
        }

        if (isUnknown && (delivery.RefusesUnknown ?? !delivery.CanRead))
        {
            return new InboundResult { Answer = InboundAnswer.UnknownTicket };
        }

        return new InboundResult
        {
            Answer = InboundAnswer.Taken,
            AppliedComment = applied.Any(static one => one.AppliedComment),
            AppliedStatus = applied.Zip(records).Any(static pair => pair.First.AppliedStatus || (pair.First.TellsStatus && pair.Second.IsApplied)),
            Reason = isUnknown ? InboundRules.UnknownTicket : records.Select(static record => record.Reason).FirstOrDefault(static reason => reason is not null),
        };
    }

    private InboundResult Known(AuthenticDelivery delivery, ReceiptResult known)
    {
        if (known == ReceiptResult.Duplicate)
        {
            return new InboundResult { Answer = InboundAnswer.Repeated, Reason = "repeated" };
        }

        LogOtherBody(delivery.Connection.Target.Id);
        return new InboundResult { Answer = InboundAnswer.Conflict };
    }

    [LoggerMessage(EventId = 1142, Level = LogLevel.Warning, Message = "A delivery id of {TargetId} came again with another body: a mistake of the sender's, or an attack by somebody who holds the secret. Nothing was applied.")]
    private partial void LogOtherBody(string targetId);

    [LoggerMessage(EventId = 1143, Level = LogLevel.Error, Message = "An event for {TargetId}, {Kind}, could not be applied because of {ExceptionType}. The sender is asked to deliver again.")]
    private partial void LogNotApplied(string targetId, InboundEventKind kind, Type exceptionType);

    [LoggerMessage(EventId = 1144, Level = LogLevel.Warning, Message = "An event for {TargetId} is about a ticket with which more than one export is linked. It was not applied.")]
    private partial void LogAmbiguous(string targetId);
}
