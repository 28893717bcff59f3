using System.Collections.Immutable;
using System.Text.Json;
using TicketExport.Contract;
using TicketExport.Webhooks.Receiver.Protocol;

namespace TicketExport.Webhooks.Receiver.Internal;

/// <summary>Every answer that a receiver can give, as status and body.</summary>
internal static class Responses
{
    private const int ListedErrors = 20;
    private const int SoonSeconds = 2;

    public static ReceiverResponse Ignored { get; } = new(200, Json(new AnswerBody { Status = "ignored" })) { IsIgnored = true };

    public static ReceiverResponse Refused(RefusalReason reason, TimeSpan? retryAfter = null)
    {
        var (status, code) = Of(reason);
        return new ReceiverResponse(status, Json(new AnswerBody { Status = "refused", Code = code }))
        {
            Reason = reason,
            RetryAfterSeconds = retryAfter is { } wait ? Seconds(wait) : reason is RefusalReason.InProgress or RefusalReason.StoreUnavailable ? SoonSeconds : null,
        };
    }

    // The sender is proven by now, and its own mistakes are worth telling: paths and rules, never a value.
    public static ReceiverResponse Broken(RefusalReason reason, ImmutableArray<ContractViolation> violations)
    {
        var (status, code) = Of(reason);
        var errors = violations.Take(ListedErrors).Select(static violation => new AnswerError { Path = violation.Path, Rule = violation.Rule });
        return new ReceiverResponse(status, Json(new AnswerBody { Status = "refused", Code = code, Errors = [.. errors] })) { Reason = reason };
    }

    public static ReceiverResponse Of(DeliveryAnswer answer) => answer switch
    {
        DeliveryAnswer.AcceptedAnswer accepted => new(200, Json(new AnswerBody
        {
            Status = "accepted",
            ExternalId = accepted.ExternalId,
            ExternalKey = accepted.ExternalKey,
            Url = accepted.Url,
        })),
        DeliveryAnswer.DuplicateAnswer => new(409, Json(new AnswerBody { Status = "duplicate" })),
        DeliveryAnswer.RefusedAnswer => new(422, Json(new AnswerBody { Status = "refused", Code = ReceiverCodes.ValidationFailed })),
        DeliveryAnswer.RateLimitedAnswer limited => Refused(RefusalReason.RateLimited, limited.RetryAfter) with { Reason = RefusalReason.Unknown },
        DeliveryAnswer.UnavailableAnswer unavailable => new(503, Json(new AnswerBody { Status = "refused", Code = ReceiverCodes.Unavailable }))
        {
            RetryAfterSeconds = unavailable.RetryAfter is { } wait ? Seconds(wait) : null,
        },
        _ => throw new InvalidOperationException("DeliveryAnswer is a closed set."),
    };

    public static bool IsFinal(DeliveryAnswer answer) => answer is DeliveryAnswer.AcceptedAnswer or DeliveryAnswer.DuplicateAnswer;

    private static (int Status, string Code) Of(RefusalReason reason) => reason switch
    {
        RefusalReason.NotConfigured => (503, ReceiverCodes.NotConfigured),
        RefusalReason.RateLimited => (429, ReceiverCodes.RateLimited),
        RefusalReason.TooLarge => (413, ReceiverCodes.PayloadTooLarge),
        RefusalReason.HeaderMismatch or RefusalReason.UnsupportedSchema or RefusalReason.NotJson => (400, ReceiverCodes.ValidationFailed),
        RefusalReason.ContractBroken => (422, ReceiverCodes.ValidationFailed),
        RefusalReason.ContentChanged => (422, ReceiverCodes.ContentChanged),
        RefusalReason.InProgress => (425, ReceiverCodes.InProgress),
        RefusalReason.StoreUnavailable => (503, ReceiverCodes.Unavailable),
        RefusalReason.HandlerFailed => (500, ReceiverCodes.Unavailable),
        _ => (401, ReceiverCodes.SignatureInvalid),
    };

    private static int Seconds(TimeSpan wait) => (int)Math.Clamp(Math.Ceiling(wait.TotalSeconds), 1, int.MaxValue);

    private static string Json(AnswerBody body) => JsonSerializer.Serialize(body, ReceiverJsonContext.Default.AnswerBody);
}
