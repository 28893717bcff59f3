using System.Collections.Frozen;
using TicketExport.Http;
using TicketExport.Http.GraphQl;
using TicketExport.Providers.Linear.Protocol;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>Reads what an answer says about its request. The HTTP status comes last: errors arrive with 200, and rate limits with 400.</summary>
internal static class LinearErrorMap
{
    private const string ConflictStart = "conflict on insert of ";
    private const string NotFoundStart = "entity not found";

    // What of ours names the thing that Linear cannot find.
    private static readonly FrozenDictionary<string, string> SettingsOfEntities = new Dictionary<string, string>
    {
        ["Team"] = LinearDefaults.TeamSetting,
        ["Project"] = LinearDefaults.ProjectSetting,
        ["User"] = LinearDefaults.AssigneeSetting,
        ["IssueLabel"] = LinearDefaults.LabelsSetting,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // The fields of ours that Linear's complaint may begin with; only these words of an answer are repeated.
    private static readonly FrozenSet<string> Fields =
        new[] { "title", "description", "priority", "labelIds", "assigneeId", "projectId", "stateId", "teamId", "body", "url", "name" }.ToFrozenSet(StringComparer.Ordinal);

    public static GraphQlAnswer<LinearData>? Read(TicketHttpAnswer answer) =>
        answer.TryReadJson(LinearJsonContext.Default.GraphQlAnswerLinearData, out var body) ? body : null;

    public static TicketHttpVerdict Judge(TicketHttpAnswer answer, TicketHttpWords words, TimeProvider time)
    {
        var body = Read(answer);
        if (body is { Errors: [var first, ..] } && !IsCarriedOut(body.Data))
        {
            return JudgeError(answer, body.Errors.FirstOrDefault(IsRateLimit) ?? first, words, time);
        }

        return IsCarriedOut(body?.Data) ? new TicketHttpVerdict.Done() : JudgeStatus(answer, words, time, null);
    }

    /// <summary>Whether Linear holds something under the id already.</summary>
    /// <param name="result">The answer to the request that creates it.</param>
    /// <param name="entity">What it is; a conflict about something else, such as <c>DocumentContent</c>, is another failure.</param>
    /// <param name="id">The id that was sent; the message repeats it.</param>
    public static bool IsConflict(TicketHttpResult result, string entity, string id) => IsConflict(
        result,
        error => IsAbout(error, ConflictStart, entity) && error.GetExtension("userPresentableMessage")?.Contains(id, StringComparison.OrdinalIgnoreCase) == true);

    /// <inheritdoc cref="IsConflict(TicketHttpResult, string, string)"/>
    public static bool IsConflict(TicketHttpResult result, string entity) => IsConflict(result, error => IsAbout(error, ConflictStart, entity));

    /// <summary>Whether Linear does not know, or does not show, the thing that was asked for.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="entity">What was asked for.</param>
    public static bool IsMissing(TicketHttpResult result, string entity) =>
        result is TicketHttpResult.Answered { Answer: var answer }
        && Read(answer) is { Errors: [_, ..] errors }
        && errors.Any(error => IsAbout(error, $"{NotFoundStart}: ", entity));

    private static bool IsConflict(TicketHttpResult result, Func<GraphQlError, bool> isMeant) =>
        result is TicketHttpResult.Answered { Answer: var answer }
        && Read(answer) is { Errors: [_, ..] errors } body
        && !IsCarriedOut(body.Data)
        && errors.Any(isMeant);

    private static bool IsCarriedOut(LinearData? data) =>
        (data?.IssueCreate ?? data?.IssueUpdate ?? data?.IssueUnarchive ?? data?.CommentCreate ?? data?.AttachmentCreate ?? data?.IssueLabelCreate)
        is { Success: true };

    private static TicketHttpVerdict JudgeError(TicketHttpAnswer answer, GraphQlError error, TicketHttpWords words, TimeProvider time)
    {
        var code = error.GetExtension("code");
        ProviderFault Fault(FailureReason reason, string message, string? otherCode = null) =>
            TicketHttpStatus.FaultOf(answer, reason, message, otherCode ?? code);
        return KindOf(error, answer) switch
        {
            LinearErrorKind.RateLimit => TicketHttpStatus.RateLimited(answer, words, LinearRateLimit.ReadUntil(answer, time), code),
            LinearErrorKind.Authentication => new TicketHttpVerdict.Refused(
                Fault(FailureReason.Authentication, $"Linear refused the credentials. Renew {words.CredentialSetting}") with { Setting = words.CredentialSetting }),
            LinearErrorKind.UsageLimit => new TicketHttpVerdict.Refused(
                Fault(FailureReason.Permission, "The workspace's plan takes no more issues. Archive issues or change the plan in Linear", LinearErrorCodes.UsageLimitExceeded)),
            LinearErrorKind.FeatureMissing => new TicketHttpVerdict.Refused(
                Fault(FailureReason.Permission, "The workspace's plan does not have what the request needs. Change the plan in Linear, or the target's settings", LinearErrorCodes.FeatureNotAccessible)),
            LinearErrorKind.Forbidden => new TicketHttpVerdict.Forbidden(
                Fault(FailureReason.Permission, $"The credentials do not reach this far. Give them the right, or change {words.CredentialSetting}") with { Setting = words.CredentialSetting }),
            LinearErrorKind.Conflict => new TicketHttpVerdict.InDoubt(
                Fault(FailureReason.Conflict, "Linear reported a conflict while it stored the request")),
            LinearErrorKind.NotFound => new TicketHttpVerdict.Missing(NotFound(error, Fault(FailureReason.NotFound, "Linear does not know what the request names, or hides it from these credentials"), words)),
            LinearErrorKind.Invalid => new TicketHttpVerdict.Refused(
                Fault(FailureReason.Validation, $"Linear refused the request's content{FieldOf(error)}")),
            LinearErrorKind.Outdated => new TicketHttpVerdict.Refused(
                Fault(FailureReason.Validation, "Linear no longer takes the requests of this version. Update TicketExport.Providers.Linear")),
            LinearErrorKind.Unavailable => new TicketHttpVerdict.InDoubt(
                Fault(FailureReason.Unavailable, "Linear could not answer now"), RetryAfter.Read(answer, time)),
            _ when answer.IsSuccess => new TicketHttpVerdict.InDoubt(Fault(FailureReason.Ambiguous, "Linear answered with an error that is not known here")),
            _ => JudgeStatus(answer, words, time, code),
        };
    }

    // Without an error of GraphQL, a 404 is about the endpoint itself.
    private static TicketHttpVerdict JudgeStatus(TicketHttpAnswer answer, TicketHttpWords words, TimeProvider time, string? code)
    {
        var verdict = TicketHttpStatus.Judge(answer, words with { PlaceSetting = TicketHttpWords.AddressSetting }, time, code);
        return verdict is TicketHttpVerdict.Missing missing ? new TicketHttpVerdict.Refused(missing.Fault) : verdict;
    }

    private static LinearErrorKind KindOf(GraphQlError error, TicketHttpAnswer answer)
    {
        if (StartsWith(error.Message, ConflictStart))
        {
            return LinearErrorKind.Conflict;
        }

        if (StartsWith(error.Message, NotFoundStart))
        {
            return LinearErrorKind.NotFound;
        }

        var byCode = LinearErrorKinds.Of(error.GetExtension("code"));
        var kind = byCode is LinearErrorKind.Unknown or LinearErrorKind.Invalid && LinearErrorKinds.Of(error.GetExtension("type")) is var byType and not LinearErrorKind.Unknown
            ? byType
            : byCode;
        return (kind, answer.Status) switch
        {
            (LinearErrorKind.Unknown, 401) => LinearErrorKind.Authentication,
            (LinearErrorKind.Unknown, 403) => LinearErrorKind.Forbidden,
            (LinearErrorKind.Unknown, 429) => LinearErrorKind.RateLimit,
            _ => kind,
        };
    }

    private static bool IsRateLimit(GraphQlError error) =>
        LinearErrorKinds.Of(error.GetExtension("code")) == LinearErrorKind.RateLimit || LinearErrorKinds.Of(error.GetExtension("type")) == LinearErrorKind.RateLimit;

    private static ProviderFault NotFound(GraphQlError error, ProviderFault fault, TicketHttpWords words)
    {
        var entity = EntityOf(error.Message![NotFoundStart.Length..].TrimStart(':', ' '));
        return SettingsOfEntities.TryGetValue(entity.ToString(), out var setting)
            ? fault with { Setting = $"Settings:{setting}", Message = $"Linear does not know the {entity} of the request, or hides it from these credentials. Check Settings:{setting} (HTTP {fault.ResponseCode})." }
            : fault with { Setting = words.CredentialSetting };
    }

    private static bool IsAbout(GraphQlError error, string start, string entity) =>
        StartsWith(error.Message, start) && EntityOf(error.Message.AsSpan(start.Length)).Equals(entity, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> EntityOf(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    private static string FieldOf(GraphQlError error)
    {
        var word = (error.GetExtension("userPresentableMessage") ?? error.Message ?? "").Split(' ', 2)[0];
        return Fields.Contains(word) ? $" because of {word}" : "";
    }

    private static bool StartsWith(string? text, string start) => text?.StartsWith(start, StringComparison.OrdinalIgnoreCase) == true;
}
