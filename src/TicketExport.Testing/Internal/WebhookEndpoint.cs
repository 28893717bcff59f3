using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using TicketExport.Testing.Protocol;

namespace TicketExport.Testing.Internal;

internal sealed class WebhookEndpoint(WebhookInbox inbox, string path, Func<Uri> baseAddress)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path != path || !HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = context.Request.Path == path ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var headers = context.Request.Headers.ToImmutableDictionary(
            static header => header.Key,
            static header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase);
        var delivery = inbox.Open(context.Request.Method, headers, body.ToArray());
        var (envelope, refusal, isIgnored) = inbox.Check(delivery);
        delivery = delivery with { Envelope = envelope, RefusalCode = refusal?.Code, IsIgnored = isIgnored };
        await (refusal is not null ? RefuseAsync(context, delivery, refusal)
            : isIgnored ? IgnoreAsync(context, delivery)
            : ServeAsync(context, delivery, envelope!.IdempotencyKey)).ConfigureAwait(false);
    }

    private Task RefuseAsync(HttpContext context, FakeWebhookDelivery delivery, WebhookRefusal refusal)
    {
        inbox.Record(delivery with { Status = refusal.Status });
        return Reply.JsonAsync(context, refusal.Status, new FakeReceiptResponse { Code = refusal.Code }, FakeJsonContext.Default.FakeReceiptResponse);
    }

    private Task IgnoreAsync(HttpContext context, FakeWebhookDelivery delivery)
    {
        inbox.Record(delivery with { Status = StatusCodes.Status200OK });
        return Reply.JsonAsync(context, StatusCodes.Status200OK, new FakeReceiptResponse { Status = "ignored" }, FakeJsonContext.Default.FakeReceiptResponse);
    }

    private async Task ServeAsync(HttpContext context, FakeWebhookDelivery delivery, string idempotencyKey)
    {
        var fault = inbox.NextFault();
        if (fault is WebhookFault.Wait wait)
        {
            await wait.Until.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        }

        switch (fault)
        {
            case WebhookFault.Answer answer:
                inbox.Record(delivery with { Status = answer.Status });
                await AnswerAsync(context, answer).ConfigureAwait(false);
                break;
            case WebhookFault.Drop:
                inbox.Record(delivery);
                context.Abort();
                break;
            default:
                await AcceptAsync(context, delivery, idempotencyKey, fault is WebhookFault.LoseReply).ConfigureAwait(false);
                break;
        }
    }

    private async Task AcceptAsync(HttpContext context, FakeWebhookDelivery delivery, string idempotencyKey, bool loseReply)
    {
        var (number, isDuplicate) = inbox.Accept(idempotencyKey);
        inbox.Record(delivery with { IsDuplicate = isDuplicate, Status = loseReply ? null : 200 });
        if (loseReply)
        {
            context.Abort();
            return;
        }

        var receipt = inbox.AnswersWithTicket
            ? new FakeReceiptResponse
            {
                Status = "accepted",
                ExternalId = $"{number}",
                ExternalKey = $"HOOK-{number}",
                Url = new Uri(baseAddress(), $"tickets/{number}").AbsoluteUri,
            }
            : new FakeReceiptResponse { Status = "accepted" };
        await Reply.JsonAsync(context, 200, receipt, FakeJsonContext.Default.FakeReceiptResponse).ConfigureAwait(false);
    }

    private static Task AnswerAsync(HttpContext context, WebhookFault.Answer answer)
    {
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        return Reply.BytesAsync(context, answer.Status, answer.ContentType, answer.Body);
    }
}
