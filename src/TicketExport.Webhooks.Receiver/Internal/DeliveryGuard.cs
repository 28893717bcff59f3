using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>Lets the work of one idempotency key be done once, and gives its first answer again to whoever asks later or meanwhile.</summary>
internal sealed partial class DeliveryGuard(IAnswerStore store, TimeProvider time, ILogger logger)
{
    // A node that takes over must not meet the handler of the first one still at work.
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(30);

    // Shorter than the 15 seconds that a sender waits, so that it gets an answer and not a timeout.
    private static readonly TimeSpan JoinTimeout = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<DeliveryKey, Flight> _flights = new();

    public async Task<ReceiverResponse> RunAsync(
        WebhookDelivery delivery,
        WebhookReceiverOptions options,
        Func<WebhookDelivery, CancellationToken, Task<DeliveryAnswer>> handler,
        CancellationToken cancellationToken)
    {
        var key = new DeliveryKey(delivery.Endpoint, delivery.IdempotencyKey);
        var mine = new Flight(Convert.ToHexStringLower(SHA256.HashData(delivery.ContentBytes())));
        var flight = _flights.GetOrAdd(key, mine);
        if (!ReferenceEquals(flight, mine))
        {
            return await JoinAsync(flight, mine.ContentHash, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var response = await LeadAsync(key, new(delivery, options, handler), mine.ContentHash, cancellationToken).ConfigureAwait(false);
            mine.Land(response);
            return response;
        }
        finally
        {
            _flights.TryRemove(new(key, mine));
            mine.Land(Responses.Refused(RefusalReason.InProgress));
        }
    }

    private async Task<ReceiverResponse> JoinAsync(Flight flight, string contentHash, CancellationToken cancellationToken)
    {
        if (!string.Equals(flight.ContentHash, contentHash, StringComparison.Ordinal))
        {
            return Responses.Refused(RefusalReason.InProgress);
        }

        try
        {
            var response = await flight.Landed.WaitAsync(JoinTimeout, time, cancellationToken).ConfigureAwait(false);
            return response with { IsReplay = response.Reason == RefusalReason.Unknown };
        }
        catch (TimeoutException)
        {
            return Responses.Refused(RefusalReason.InProgress);
        }
    }

    private async Task<ReceiverResponse> LeadAsync(DeliveryKey key, Work work, string contentHash, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var request = new AnswerClaimRequest(key, contentHash, now, now + work.Options.HandlerTimeout + LeaseMargin);
        switch (await store.ClaimAsync(request, cancellationToken).ConfigureAwait(false))
        {
            case AnswerClaim.Taken taken:
                return await WorkAsync(key, taken.Token, work, cancellationToken).ConfigureAwait(false);
            case AnswerClaim.Answered answered:
                return new ReceiverResponse(answered.Answer.Status, answered.Answer.Body) { IsReplay = true };
            case AnswerClaim.DifferentContent:
                LogContentChanged(logger, key.Endpoint, key.IdempotencyKey);
                return Responses.Refused(RefusalReason.ContentChanged);
            case AnswerClaim.InProgress:
                return Responses.Refused(RefusalReason.InProgress);
            case AnswerClaim.Full:
                return Responses.Refused(RefusalReason.StoreUnavailable);
            default:
                throw new InvalidOperationException("AnswerClaim is a closed set.");
        }
    }

    private async Task<ReceiverResponse> WorkAsync(DeliveryKey key, long token, Work work, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(work.Options.HandlerTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        DeliveryAnswer answer;
        try
        {
            answer = await work.Handler(work.Delivery, linked.Token).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The handler of a delivery answered null. Return DeliveryAnswer.Accepted().");
        }
        catch (Exception exception)
        {
            await ReleaseAsync(key, token).ConfigureAwait(false);
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
            {
                throw;
            }

            LogHandlerFailed(logger, exception, key.Endpoint, key.IdempotencyKey);
            return Responses.Refused(RefusalReason.HandlerFailed);
        }

        var response = Responses.Of(answer);
        await (Responses.IsFinal(answer)
            ? CompleteAsync(key, token, new StoredAnswer(response.Status, response.Body), work.Options.AnswerLifetime)
            : ReleaseAsync(key, token)).ConfigureAwait(false);
        return response;
    }

    // The work is done: whatever happens to the note of it, the sender must hear so. It is written even when the sender has left.
    private async Task CompleteAsync(DeliveryKey key, long token, StoredAnswer answer, TimeSpan lifetime)
    {
        try
        {
            if (await store.CompleteAsync(key, token, answer, time.GetUtcNow() + lifetime, CancellationToken.None).ConfigureAwait(false))
            {
                return;
            }

            LogAnswerLost(logger, null, key.Endpoint, key.IdempotencyKey);
        }
        catch (Exception exception)
        {
            LogAnswerLost(logger, exception, key.Endpoint, key.IdempotencyKey);
        }
    }

    // A key that cannot be given back is free again when its lease ends.
    private async Task ReleaseAsync(DeliveryKey key, long token)
    {
        try
        {
            await store.ReleaseAsync(key, token, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogStillTaken(logger, exception, key.Endpoint, key.IdempotencyKey);
        }
    }

    [LoggerMessage(EventId = 1091, Level = LogLevel.Warning, Message = "A delivery to {Endpoint} was refused: its idempotency key {IdempotencyKey} came before with other content.")]
    private static partial void LogContentChanged(ILogger logger, string endpoint, string idempotencyKey);

    [LoggerMessage(EventId = 1092, Level = LogLevel.Error, Message = "The handler of {Endpoint} failed at the delivery {IdempotencyKey}; the sender is told to try again.")]
    private static partial void LogHandlerFailed(ILogger logger, Exception exception, string endpoint, string idempotencyKey);

    [LoggerMessage(EventId = 1095, Level = LogLevel.Error, Message = "The work of the delivery {IdempotencyKey} to {Endpoint} is done, but its answer could not be remembered; sent again, it is done again.")]
    private static partial void LogAnswerLost(ILogger logger, Exception? exception, string endpoint, string idempotencyKey);

    [LoggerMessage(EventId = 1096, Level = LogLevel.Warning, Message = "The delivery {IdempotencyKey} to {Endpoint} could not be given back; it is taken again when its lease ends.")]
    private static partial void LogStillTaken(ILogger logger, Exception exception, string endpoint, string idempotencyKey);

    private sealed record Work(
        WebhookDelivery Delivery,
        WebhookReceiverOptions Options,
        Func<WebhookDelivery, CancellationToken, Task<DeliveryAnswer>> Handler);
}
