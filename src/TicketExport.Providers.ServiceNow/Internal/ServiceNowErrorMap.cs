using System.Text;
using TicketExport.Http;

namespace TicketExport.Providers.ServiceNow.Internal;

/// <summary>What ServiceNow's answers mean. Its errors are sentences; what is read from them is only which of the known ones it is. Pure.</summary>
internal static class ServiceNowErrorMap
{
    /// <summary>The outcomes for one target.</summary>
    /// <param name="words">The words of the target.</param>
    /// <param name="time">Reads a wait that ServiceNow asks for.</param>
    /// <param name="fieldPrefix">The start of the settings that fill the fields of such a request.</param>
    public static TicketHttpOutcomes OutcomesFor(TicketHttpWords words, TimeProvider time, string fieldPrefix) =>
        new(words, answer => Judge(answer, words, time, fieldPrefix));

    public static TicketHttpVerdict Judge(TicketHttpAnswer answer, TicketHttpWords words, TimeProvider time, string fieldPrefix)
    {
        if (answer.IsSuccess)
        {
            return answer.IsPage && IsAsleep(answer)
                ? new TicketHttpVerdict.InDoubt(TicketHttpStatus.FaultOf(answer, FailureReason.Unavailable, "The instance sleeps. Sign in to it with a browser to wake it up", ServiceNowErrorCodes.InstanceAsleep))
                : new TicketHttpVerdict.Done();
        }

        var error = ServiceNowError.Read(answer);
        return answer.Status switch
        {
            429 => TicketHttpStatus.RateLimited(answer, words, RateLimitReset.Read(answer, "X-RateLimit-Reset", RateLimitForm.EpochSeconds, time)),
            >= 400 when error.Says("Transaction cancelled") => new TicketHttpVerdict.InDoubt(
                TicketHttpStatus.FaultOf(answer, FailureReason.Unavailable, "The instance stopped the request because it took too long", ServiceNowErrorCodes.TransactionCancelled)),
            >= 400 and < 500 when error.Says("Unique Key") || error.Says("Duplicate entry") => new TicketHttpVerdict.InDoubt(
                TicketHttpStatus.FaultOf(answer, FailureReason.Conflict, "The instance holds a record with the same unique value already", ServiceNowErrorCodes.UniqueKey)),
            400 or 404 when error.Says("Invalid table") => new TicketHttpVerdict.Refused(
                TicketHttpStatus.FaultOf(answer, FailureReason.Configuration, $"The instance has no such table. Set {words.PlaceSetting} to the name of one", ServiceNowErrorCodes.TableUnknown) with { Setting = words.PlaceSetting }),
            400 or 403 when error.Says("Data Policy Exception") => new TicketHttpVerdict.Refused(ServiceNowDataPolicy.FaultOf(answer, error, fieldPrefix)),
            400 or 403 when error.Says("aborted by Business Rule") => new TicketHttpVerdict.Refused(
                TicketHttpStatus.FaultOf(answer, FailureReason.Validation, "A business rule of the instance stopped the request. Look at the rules of the table, or give the ticket the values that they want", ServiceNowErrorCodes.BusinessRule)),
            _ => TicketHttpStatus.Judge(answer, words, time, error.Message),
        };
    }

    // The page of an instance that sleeps comes with status 200, like that of a sign-in.
    private static bool IsAsleep(TicketHttpAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span).Contains("hibernat", StringComparison.OrdinalIgnoreCase);
}
