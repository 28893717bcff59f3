using System.Globalization;
using TicketExport.Providers;

namespace TicketExport.Http;

/// <summary>What the statuses of HTTP mean for a request, where a tracker says nothing else.</summary>
public static class TicketHttpStatus
{
    /// <summary>Judges an answer by its status.</summary>
    /// <remarks>
    /// 2xx is done; 400, 413, 422 and other 4xx are refused; 401 and 3xx are refused with the setting to change; 403 is forbidden; 404 and
    /// 410 are missing; 429 is rate limited until <c>Retry-After</c>; 408, 409, 425, 5xx and 1xx are in doubt.
    /// </remarks>
    /// <param name="answer">The answer.</param>
    /// <param name="words">The provider's words.</param>
    /// <param name="time">Reads a wait that the tracker asks for.</param>
    /// <param name="code">The tracker's own code, word for word, where it is one; see <see cref="RemoteText.IsCode"/>.</param>
    public static TicketHttpVerdict Judge(TicketHttpAnswer answer, TicketHttpWords words, TimeProvider time, string? code = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(words);
        return answer.Status switch
        {
            >= 200 and < 300 => new TicketHttpVerdict.Done(),
            >= 300 and < 400 => new TicketHttpVerdict.Refused(FaultOf(answer, FailureReason.Redirected, $"{words.Tracker} answered with a redirect, which is never followed. Set BaseUrl to its final address", code) with { Setting = TicketHttpWords.AddressSetting }),
            401 => new TicketHttpVerdict.Refused(FaultOf(answer, FailureReason.Authentication, $"{words.Tracker} refused the credentials. Renew {words.CredentialSetting}", code) with { Setting = words.CredentialSetting }),
            403 => new TicketHttpVerdict.Forbidden(FaultOf(answer, FailureReason.Permission, $"The credentials do not reach this far. Give them the right, or change {words.CredentialSetting}", code) with { Setting = words.CredentialSetting }),
            404 or 410 => new TicketHttpVerdict.Missing(FaultOf(answer, FailureReason.NotFound, $"{words.Tracker} does not know this place or hides it from these credentials. Check {words.PlaceSetting}", code) with { Setting = words.PlaceSetting }),
            429 => RateLimited(answer, words, RetryAfter.Read(answer, time), code),
            < 200 or 408 or 409 or 425 or >= 500 => new TicketHttpVerdict.InDoubt(FaultOf(answer, FailureReason.Unavailable, $"{words.Tracker} could not answer now", code), RetryAfter.Read(answer, time)),
            _ => new TicketHttpVerdict.Refused(FaultOf(answer, FailureReason.Validation, $"{words.Tracker} refused the request's content", code)),
        };
    }

    /// <summary>The verdict on an answer that says "too many requests", with whatever status.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="words">The provider's words.</param>
    /// <param name="until">When requests are welcome again, if the tracker said so.</param>
    /// <param name="code">The tracker's own code.</param>
    public static TicketHttpVerdict.RateLimited RateLimited(TicketHttpAnswer answer, TicketHttpWords words, DateTimeOffset? until, string? code = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(FaultOf(answer, FailureReason.RateLimited, $"{words.Tracker} takes no more requests for now", code), until);
    }

    /// <summary>A fault with the answer's status in its message and the tracker's own code beside it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="reason">Why, independent of the tracker.</param>
    /// <param name="message">What happened and what to change, without a full stop at the end; never a text of the answer.</param>
    /// <param name="code">The tracker's own code; left out where it does not have the shape of one.</param>
    public static ProviderFault FaultOf(TicketHttpAnswer answer, FailureReason reason, string message, string? code = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new()
        {
            Reason = reason,
            Message = string.Create(CultureInfo.InvariantCulture, $"{message} (HTTP {answer.Status})."),
            ProviderErrorCode = RemoteText.IsCode(code) ? code : null,
            ResponseCode = answer.Status,
        };
    }

    /// <summary>The fault of an answer that should hold data and does not: a sign-in page, a cut body, JSON of another shape.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="words">The provider's words.</param>
    public static ProviderFault UnreadableOf(TicketHttpAnswer answer, TicketHttpWords words)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(words);
        return answer.IsPage
            ? FaultOf(answer, FailureReason.Authentication, $"{words.Tracker} answered with a page instead of data; it may want a sign-in. Check {words.CredentialSetting} and BaseUrl") with { Setting = words.CredentialSetting }
            : FaultOf(answer, FailureReason.Ambiguous, $"The answer of {words.Tracker} could not be read");
    }
}
