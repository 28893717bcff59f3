using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace TicketExport.Webhooks.Receiver.AspNetCore.Internal;

/// <summary>Carries a request to a receiver and its answer back.</summary>
internal sealed class ReceiverEndpoint(WebhookReceiver receiver, Func<WebhookDelivery, CancellationToken, Task<DeliveryAnswer>> handler)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await WriteAsync(context, await AnswerAsync(context).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            // The server gave up on the body: too large for its own limit, too slow, or no HTTP.
            context.Response.StatusCode = exception.StatusCode;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
            context.Abort();
        }
    }

    private Task<ReceiverResponse> AnswerAsync(HttpContext context)
    {
        var headers = from header in context.Request.Headers
                      from value in header.Value
                      select KeyValuePair.Create(header.Key, value ?? "");
        return receiver.HandleStreamAsync(headers, context.Request.Body, handler, context.RequestAborted);
    }

    private static Task WriteAsync(HttpContext context, ReceiverResponse answer)
    {
        var response = context.Response;
        var body = answer.ToUtf8Bytes();
        response.StatusCode = answer.Status;
        response.ContentType = ReceiverResponse.ContentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        if (answer.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
