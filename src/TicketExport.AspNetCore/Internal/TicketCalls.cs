using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TicketExport.AspNetCore.Internal;

/// <summary>What every request of ours goes through: who asks, may they, what is the body, was it answered before.</summary>
internal static partial class TicketCalls
{
    public static async Task<IResult> RunAsync(HttpContext http, TicketExportOperation operation, Func<TicketCall, Task<IResult>> act)
    {
        try
        {
            var (granted, refusal) = await AuthorizeAsync(http, operation).ConfigureAwait(false);
            return refusal ?? await AnswerAsync(http, operation, granted!, act).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            // The server gave up on the body: too large for its own limit, too slow, or no HTTP.
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? RequestBody.TooLarge(RequestBody.MaxBytes)
                : Problems.Of(exception.StatusCode, ApiCodes.BodyMalformed, "The body could not be read.");
        }
        catch (TicketExportException exception)
        {
            LogLedgerUnavailable(LoggerOf(http, typeof(TicketCalls)), exception, operation);
            return LedgerUnavailable;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
            return Results.Empty;
        }
    }

    public static ApiAnswer LedgerUnavailable => Problems.Of(
        StatusCodes.Status503ServiceUnavailable,
        ApiCodes.LedgerUnavailable,
        "The ledger cannot be reached. What was asked for may have been begun; it is safe to ask again.") with
    { RetryAfterSeconds = 5 };

    public static ILogger LoggerOf(HttpContext http, Type category) =>
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(category);

    /// <summary>The source that the route names.</summary>
    public static SourceKey? SourceOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<SourceRoute>() is { } route && http.GetRouteValue("sourceId") is string id ? new(route.SourceType, id) : null;

    private static async Task<(TicketExportAccess.Granted? Granted, ApiAnswer? Refusal)> AuthorizeAsync(HttpContext http, TicketExportOperation operation)
    {
        var logger = LoggerOf(http, typeof(TicketCalls));
        var needed = OperationRules.PermissionOf(operation);
        var query = new TicketExportAccessQuery
        {
            Http = http,
            Organisation = http.GetRouteValue("orgId") as string ?? "",
            Operation = operation,
            Permission = needed,
            Source = SourceOf(http),
        };
        var access = await http.RequestServices.GetRequiredService<ITicketExportAuthorizer>().AuthorizeAsync(query, http.RequestAborted).ConfigureAwait(false);
        switch (access)
        {
            case TicketExportAccess.Anonymous anonymous:
                LogDenied(logger, operation, "anonymous");
                return (null, Unauthenticated with { Challenge = anonymous.Challenge });
            case TicketExportAccess.Granted { Permission: TicketExportAccessLevel.Read or TicketExportAccessLevel.Configure } granted:
                if (granted.Permission >= needed)
                {
                    return (granted, null);
                }

                LogDenied(logger, operation, "permission");
                return (null, Forbidden(needed));
            default:
                LogDenied(logger, operation, "account");
                return (null, Problems.NotFound);
        }
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http,
        TicketExportOperation operation,
        TicketExportAccess.Granted granted,
        Func<TicketCall, Task<IResult>> act)
    {
        // What names nothing is answered as what does not exist, before a ledger has to refuse it.
        if (SourceOf(http) is { } source && !LedgerWords.CanBeId(source.Id))
        {
            return Problems.NotFound;
        }

        var (key, invalid) = IdempotencyHeader.Read(http.Request);
        var (body, problem) = invalid is null && OperationRules.TakesBody(operation)
            ? await RequestBody.ReadJsonAsync(http.Request, http.RequestAborted).ConfigureAwait(false)
            : (default, invalid);
        if (problem is not null)
        {
            return problem;
        }

        var call = new TicketCall(http, granted, body) { IdempotencyKey = key };
        return key is null ? await act(call).ConfigureAwait(false) : await AnswerOnceAsync(call, act).ConfigureAwait(false);
    }

    private static async Task<IResult> AnswerOnceAsync(TicketCall call, Func<TicketCall, Task<IResult>> act)
    {
        var answers = call.Get<RememberedAnswers>();
        var key = string.Join('\n', call.AccountId, call.Access.ActorId, call.IdempotencyKey);
        if (answers.Begin(key, HashOf(call)) is { } known)
        {
            return known;
        }

        IResult? answer = null;
        try
        {
            answer = await act(call).ConfigureAwait(false);
            return answer;
        }
        finally
        {
            answers.End(key, answer as ApiAnswer);
        }
    }

    private static string HashOf(TicketCall call)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{call.Http.Request.Method}\n{call.Http.Request.GetEncodedPathAndQuery()}\n"));
        hash.AppendData(call.Body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ApiAnswer Unauthenticated => Problems.Of(StatusCodes.Status401Unauthorized, ApiCodes.Unauthenticated, "Sign in first.");

    private static ApiAnswer Forbidden(TicketExportAccessLevel needed) => Problems.Of(
        StatusCodes.Status403Forbidden,
        ApiCodes.Forbidden,
        $"This needs the permission {(needed == TicketExportAccessLevel.Configure ? "configure" : "read")} in the account.");

    [LoggerMessage(EventId = 1160, Level = LogLevel.Error, Message = "{Operation} could not be carried out: the ledger cannot be reached. The caller was answered 503.")]
    private static partial void LogLedgerUnavailable(ILogger logger, Exception exception, TicketExportOperation operation);

    [LoggerMessage(EventId = 1161, Level = LogLevel.Information, Message = "{Operation} was denied: {Reason}. Nothing was read or sent.")]
    private static partial void LogDenied(ILogger logger, TicketExportOperation operation, string reason);
}
