using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using TicketExport.AspNetCore.Protocol;
using TicketExport.Contract;

namespace TicketExport.AspNetCore.Internal;

/// <summary>Makes problems. Pure. Holds no payload: what came in is never repeated.</summary>
internal static class Problems
{
    public static ApiAnswer NotFound => Of(StatusCodes.Status404NotFound, ApiCodes.NotFound, "There is nothing of this name here.");

    public static ApiAnswer NotLinked => Of(StatusCodes.Status404NotFound, ApiCodes.NotLinked, "The source has no ticket. Create one first.");

    public static ApiAnswer Of(int status, string code, string detail) => Of(BodyOf(status, code, detail));

    public static ApiAnswer Of(ProblemBody body) =>
        ApiAnswer.Of(body.Status, body, ApiJsonContext.Default.ProblemBody) with { ContentType = ApiAnswer.ProblemJson };

    public static ApiAnswer Refused(string reason, string detail, ExportBodyFacts? about = null) => Of(
        BodyOf(StatusCodes.Status409Conflict, ApiCodes.Refused, detail) with
        {
            Reason = reason,
            ExportId = about?.ExportId,
            RetryAt = about?.RetryAt,
            NextStep = about?.NextStep is { } step && step != NextStep.None ? step : null,
        });

    public static ApiAnswer Invalid(string path, string rule, string message) => Of(
        BodyOf(StatusCodes.Status422UnprocessableEntity, ApiCodes.RequestInvalid, $"{path}: {message}") with { Fields = [new() { Path = path, Rule = rule, Message = message }] });

    public static ProblemBody BodyOf(int status, string code, string? detail) => new()
    {
        // RFC 9457: without a page of its own a problem's type is about:blank, and its title the status phrase. The code tells problems apart.
        Type = "about:blank",
        Title = ReasonPhrases.GetReasonPhrase(status),
        Status = status,
        Code = code,
        Detail = detail,
    };

    public static ProblemBody BodyOf(ExportFailure failure) => BodyOf(FailureStatus.Of(failure), failure);

    public static ProblemBody BodyOf(int status, ExportFailure failure) => BodyOf(status, failure.Code, failure.Message) with
    {
        SubCode = failure.SubCode,
        NextStep = failure.NextStep == NextStep.None ? null : failure.NextStep,
        Setting = failure.Setting,
        HelpLink = failure.HelpLink,
        ProviderErrorCode = failure.ProviderErrorCode,
        ProviderResponseCode = failure.ProviderResponseCode,
        Fields = FieldsOf(failure.Violations),
    };

    public static ImmutableArray<FieldBody>? FieldsOf(ImmutableArray<ContractViolation> violations) => violations.IsEmpty
        ? null
        : [.. violations.Select(static violation => new FieldBody { Path = violation.Path, Rule = violation.Rule, Message = violation.Message })];
}
