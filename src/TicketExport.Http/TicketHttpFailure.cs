using TicketExport.Providers;

namespace TicketExport.Http;

/// <summary>Why an HTTP exchange brought no answer, in words that hold no address, header or payload.</summary>
/// <param name="Cause">What went wrong.</param>
public sealed record TicketHttpFailure(TicketHttpFailureCause Cause)
{
    /// <summary>The same in the terms of an export.</summary>
    public FailureReason Reason => Cause switch
    {
        TicketHttpFailureCause.Timeout => FailureReason.Timeout,
        TicketHttpFailureCause.HeaderRefused => FailureReason.Configuration,
        TicketHttpFailureCause.Interrupted or TicketHttpFailureCause.InvalidAnswer => FailureReason.Ambiguous,
        _ => FailureReason.Unavailable,
    };

    /// <summary>One sentence about what happened.</summary>
    public string Message => Cause switch
    {
        TicketHttpFailureCause.NameResolution => "The host's name could not be resolved.",
        TicketHttpFailureCause.Connection => "No connection could be opened.",
        TicketHttpFailureCause.Tls => "No secure connection could be agreed on; check the certificate and the host's name.",
        TicketHttpFailureCause.Timeout => "No answer came within the time allowed.",
        TicketHttpFailureCause.Interrupted => "The connection broke before an answer came.",
        TicketHttpFailureCause.InvalidAnswer => "The answer was not valid HTTP or its headers were too large.",
        TicketHttpFailureCause.HeaderRefused => "A request header holds something other than visible ASCII; check the credentials for line breaks and non-ASCII letters.",
        _ => "The request failed for a reason that the platform did not name.",
    };

    /// <summary>Turns the failure into a provider's fault.</summary>
    /// <param name="setting">The target's setting to look at, such as <c>BaseUrl</c>.</param>
    public ProviderFault ToFault(string? setting = null) => new() { Reason = Reason, Message = Message, Setting = setting };
}
