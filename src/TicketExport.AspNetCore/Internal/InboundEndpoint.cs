using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Inbound;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Carries an inbound delivery to the engine, byte for byte. No login: the signature is the authorization.</summary>
internal static partial class InboundEndpoint
{
    public static async Task<IResult> ReceiveAsync(HttpContext http, string targetKey)
    {
        var options = http.RequestServices.GetRequiredService<EndpointSettings>().Options;
        var maxBytes = http.RequestServices.GetRequiredService<IOptionsMonitor<TicketInboundOptions>>().CurrentValue.MaxBodyBytes;
        using var deadline = new CancellationTokenSource(options.InboundReadTimeout, http.RequestServices.GetRequiredService<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, http.RequestAborted);
        try
        {
            // A missing type is let pass: the signature says more of the body than its label. A wrong one is told before anything is read.
            if (!string.IsNullOrEmpty(http.Request.ContentType) && !RequestBody.IsJson(http.Request.ContentType))
            {
                return RequestBody.NotJson;
            }

            return await RequestBody.ReadAsync(http.Request, maxBytes, either.Token).ConfigureAwait(false) is { } body
                ? await TakeAsync(http, targetKey, body).ConfigureAwait(false)
                : RequestBody.TooLarge(maxBytes);
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? RequestBody.TooLarge(maxBytes)
                : Problems.Of(exception.StatusCode, ApiCodes.BodyMalformed, "The body could not be read.");
        }
        catch (TicketExportException exception)
        {
            LogUnavailable(TicketCalls.LoggerOf(http, typeof(InboundEndpoint)), exception);
            return TicketCalls.LedgerUnavailable;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
            return Results.Empty;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return Problems.Of(StatusCodes.Status408RequestTimeout, ApiCodes.BodyTooSlow, "The body did not come in time. Deliver it again.");
        }
    }

    // Not cut off by a sender that hangs up: half an event would be taken up again only with its redelivery.
    private static async Task<IResult> TakeAsync(HttpContext http, string targetKey, ReadOnlyMemory<byte> body)
    {
        // A request of HTTP 1.0 may come without a host; no sender of webhooks speaks it.
        if (!Uri.TryCreate(http.Request.GetEncodedUrl(), UriKind.Absolute, out var address))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, ApiCodes.BodyMalformed, "The request names no host.");
        }

        var delivery = new InboundDelivery
        {
            TargetKey = targetKey,
            Method = http.Request.Method,
            Address = address,
            Headers = http.Request.Headers
                .Where(static header => header.Value is [not null])
                .ToImmutableDictionary(static header => header.Key, static header => header.Value[0]!, StringComparer.OrdinalIgnoreCase),
            Body = body,
        };
        return AnswerTo(await http.RequestServices.GetRequiredService<ITicketInbound>().ReceiveAsync(delivery, CancellationToken.None).ConfigureAwait(false));
    }

    private static ApiAnswer AnswerTo(InboundResult result) => result.Answer switch
    {
        InboundAnswer.Taken or InboundAnswer.Repeated => ApiAnswer.Of(
            StatusCodes.Status200OK,
            new InboundBody { Success = true, Applied = new() { Comment = result.AppliedComment, Status = result.AppliedStatus, Reason = result.Reason } },
            ApiJsonContext.Default.InboundBody),
        InboundAnswer.NotAuthentic => Problems.Of(StatusCodes.Status401Unauthorized, ApiCodes.InboundNotAuthentic, "The signature is missing or does not fit.") with { Challenge = "Signature" },
        InboundAnswer.Closed => Problems.Of(StatusCodes.Status503ServiceUnavailable, ApiCodes.InboundClosed, $"Nothing is taken here before a secret is set, such as {TicketExportKeys.WebhookSecret} for the default target."),
        InboundAnswer.Malformed => Problems.Of(StatusCodes.Status400BadRequest, ApiCodes.InboundMalformed, "The delivery is no JSON that can be read."),
        InboundAnswer.Incomplete => Problems.Of(StatusCodes.Status422UnprocessableEntity, ApiCodes.InboundIncomplete, "The delivery lacks a field that is needed."),
        InboundAnswer.UnknownTicket => Problems.Of(StatusCodes.Status404NotFound, ApiCodes.InboundUnknownTicket, "No ticket of this id is linked here."),
        InboundAnswer.Conflict => Problems.Of(StatusCodes.Status409Conflict, ApiCodes.InboundConflict, "The delivery's id came before with another body."),
        InboundAnswer.TooLarge => Problems.Of(StatusCodes.Status413PayloadTooLarge, ApiCodes.BodyTooLarge, "The body is larger than this target takes."),
        InboundAnswer.TooMany => Problems.Of(StatusCodes.Status429TooManyRequests, ApiCodes.InboundTooMany, "Too many deliveries for this target. Deliver again later.") with
        {
            RetryAfterSeconds = (int)Math.Clamp(Math.Ceiling(result.RetryAfter?.TotalSeconds ?? 1), 1, 86_400),
        },
        _ => throw new InvalidOperationException($"{result.Answer} is no answer to a delivery."),
    };

    [LoggerMessage(EventId = 1162, Level = LogLevel.Error, Message = "An inbound delivery could not be taken: the ledger cannot be reached. The sender was answered 503 and delivers again.")]
    private static partial void LogUnavailable(ILogger logger, Exception exception);
}
