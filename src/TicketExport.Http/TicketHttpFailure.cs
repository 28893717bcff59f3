using TicketExport.Http.Internal;
using TicketExport.Providers;

namespace TicketExport.Http;

/// <summary>Why an HTTP exchange brought no answer, in words that hold no address, header or payload.</summary>
/// <param name="Cause">What went wrong.</param>
public sealed record TicketHttpFailure(TicketHttpFailureCause Cause)
{
    /// <summary>The broken rule of <see cref="TicketHttpFailureCause.UnsafeAddress"/>; otherwise <see langword="null"/>.</summary>
    public AddressRule? Rule { get; init; }

    /// <summary>Whether waiting does not help: a setting, here or at the other side, has to change first.</summary>
    public bool NeedsChange => Cause is TicketHttpFailureCause.UnsafeAddress or TicketHttpFailureCause.HeaderRefused or TicketHttpFailureCause.Tls;

    /// <summary>The same in the terms of an export.</summary>
    public FailureReason Reason => Cause switch
    {
        TicketHttpFailureCause.Timeout => FailureReason.Timeout,
        TicketHttpFailureCause.HeaderRefused or TicketHttpFailureCause.Tls => FailureReason.Configuration,
        TicketHttpFailureCause.UnsafeAddress => FailureReason.UnsafeAddress,
        TicketHttpFailureCause.Interrupted or TicketHttpFailureCause.InvalidAnswer => FailureReason.Ambiguous,
        _ => FailureReason.Unavailable,
    };

    /// <summary>One sentence about what happened.</summary>
    public string Message => Cause switch
    {
        TicketHttpFailureCause.NameResolution => "The host's name could not be resolved.",
        TicketHttpFailureCause.Connection => "No connection could be opened.",
        TicketHttpFailureCause.Tls => "No secure connection could be agreed on; check the host's certificate, its name and that it speaks TLS 1.2 or newer.",
        TicketHttpFailureCause.Timeout => "No answer came within the time allowed.",
        TicketHttpFailureCause.Interrupted => "The connection broke before an answer came.",
        TicketHttpFailureCause.InvalidAnswer => "The answer was not valid HTTP, left its length in doubt, or its headers were too large.",
        TicketHttpFailureCause.HeaderRefused => "A request header holds something other than visible ASCII; check the credentials for line breaks and non-ASCII letters.",
        TicketHttpFailureCause.UnsafeAddress => AddressRuleText.SentenceOf(Rule ?? AddressRule.ResolvedAddress),
        _ => "The request failed for a reason that the platform did not name.",
    };

    /// <summary>Turns the failure into a provider's fault.</summary>
    /// <param name="setting">The target's setting to look at, such as <c>BaseUrl</c>.</param>
    public ProviderFault ToFault(string? setting = null) => new() { Reason = Reason, Message = Message, Setting = setting };

    /// <summary>Turns a failure that is proven unsent into the outcome of a create request: refused where waiting does not help.</summary>
    /// <param name="setting">The target's setting to look at, such as <c>BaseUrl</c>.</param>
    public CreateOutcome ToUnsentOutcome(string? setting = null) =>
        NeedsChange ? new CreateOutcome.Rejected(ToFault(setting)) : new CreateOutcome.NotSent(ToFault(setting));
}
