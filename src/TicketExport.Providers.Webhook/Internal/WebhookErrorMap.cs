using System.Globalization;
using System.Text;
using TicketExport.Http;

namespace TicketExport.Providers.Webhook.Internal;

/// <summary>A receiver's answer as an outcome. No word of the answer gets into a message; only its code, if it has the shape of one.</summary>
internal static class WebhookErrorMap
{
    /// <param name="result">What the delivery came to.</param>
    /// <param name="ownId">The ticket's id where the answer names none.</param>
    /// <param name="time">Reads a wait that the receiver asked for.</param>
    public static CreateOutcome ToOutcome(TicketHttpResult result, string ownId, TimeProvider time) => result switch
    {
        TicketHttpResult.Answered answered => ToOutcome(answered.Answer, ownId, time),
        TicketHttpResult.Unsent { Failure: { Cause: TicketHttpFailureCause.UnsafeAddress } unsafeAddress } => new CreateOutcome.Rejected(
            unsafeAddress.ToFault(WebhookTargetSettings.UrlSetting) with { ProviderErrorCode = WebhookErrorCodes.UrlUnsafe }),
        TicketHttpResult.Unsent unsent => unsent.Failure.ToUnsentOutcome(WebhookTargetSettings.UrlSetting),
        TicketHttpResult.Unanswered unanswered => new CreateOutcome.Unknown(unanswered.Failure.ToFault()),
        _ => throw new InvalidOperationException("TicketHttpResult is a closed set."),
    };

    private static CreateOutcome ToOutcome(TicketHttpAnswer answer, string ownId, TimeProvider time)
    {
        var body = WebhookAnswer.Read(answer);
        return answer.Status switch
        {
            // 409: the receiver has this key already. A status alone says so; the body may be cut or of any kind.
            (>= 200 and < 300) or 409 => new CreateOutcome.Created(ToTicket(body, ownId)),
            429 => RateLimited(answer, body, time),
            400 when IsQueueFull(answer) => RateLimited(answer, body, time),
            408 or 425 or >= 500 or < 200 => new CreateOutcome.Unknown(Fault(answer, body, FailureReason.Unavailable, null, "The receiver could not answer now and may have taken the delivery"), RetryAfter.Read(answer, time)),
            _ => new CreateOutcome.Rejected(ToRejection(answer, body)),
        };
    }

    private static ProviderFault ToRejection(TicketHttpAnswer answer, WebhookAnswer body)
    {
        var (reason, code, message, setting) = Rejection(answer.Status);
        return Fault(answer, body, reason, code, message) with { Setting = setting, DisablesTarget = answer.Status is 404 or 410 };
    }

    private static (FailureReason Reason, string Code, string Message, string? Setting) Rejection(int status) => status switch
    {
        < 400 => (
            FailureReason.Redirected,
            WebhookErrorCodes.RedirectBlocked,
            "The receiver answered with a redirect, which is never followed. Set BaseUrl to the final https address",
            WebhookTargetSettings.UrlSetting),
        400 or 422 => (FailureReason.Validation, WebhookErrorCodes.ValidationFailed, "The receiver refused the delivery's content", null),
        401 or 403 => (
            FailureReason.Authentication,
            WebhookErrorCodes.AuthFailed,
            "The receiver refused the signature. Set Credentials:signing_secret to the secret that the receiver has, and compare the clocks",
            WebhookTargetSettings.SecretSetting),
        404 or 410 => (
            FailureReason.NotFound,
            WebhookErrorCodes.NotFound,
            "There is no receiver at this address, or it is switched off. Switch it on or set BaseUrl to its address",
            WebhookTargetSettings.UrlSetting),
        413 => (
            FailureReason.Validation,
            WebhookErrorCodes.PayloadTooLarge,
            "The delivery is larger than the receiver takes. Shorten the document or raise the receiver's limit",
            null),
        _ => (FailureReason.Validation, WebhookErrorCodes.Rejected, "The receiver refused the delivery", null),
    };

    private static CreateOutcome.RateLimited RateLimited(TicketHttpAnswer answer, WebhookAnswer body, TimeProvider time) =>
        new(
            Fault(answer, body, FailureReason.RateLimited, WebhookErrorCodes.RateLimited, "The receiver takes no more deliveries for now"),
            RetryAfter.Read(answer, time));

    private static ProviderFault Fault(TicketHttpAnswer answer, WebhookAnswer body, FailureReason reason, string? code, string message) => new()
    {
        // A failed delivery keeps one top-level code, whatever the receiver's reason.
        Code = ExportCodes.DeliveryFailed,
        Reason = reason,
        Message = string.Create(CultureInfo.InvariantCulture, $"{message} (HTTP {answer.Status})."),
        ProviderErrorCode = code,
        ReceiverCode = body.Code,
        ResponseCode = answer.Status,
    };

    private static TicketReference ToTicket(WebhookAnswer body, string ownId) => new()
    {
        ProviderTicketId = body.TicketId ?? body.TicketKey ?? ownId,
        ExternalIssueId = body.TicketKey,
        Url = body.TicketUrl,
    };

    // Make answers so when a scenario's queue has no room; a later delivery is taken.
    private static bool IsQueueFull(TicketHttpAnswer answer) =>
        Encoding.UTF8.GetString(answer.Body.Span).Contains("queue is full", StringComparison.OrdinalIgnoreCase);
}
