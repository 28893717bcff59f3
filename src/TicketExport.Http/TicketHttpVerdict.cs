using TicketExport.Providers;

namespace TicketExport.Http;

/// <summary>What an answer says about its request, before it is read: a closed set.</summary>
/// <remarks>
/// An adapter judges each answer once; <see cref="TicketHttpOutcomes"/> turns the verdict into the outcome of a create, a look-up, a read
/// or a change. <see cref="TicketHttpStatus.Judge"/> knows what the statuses of HTTP mean everywhere.
/// </remarks>
public abstract record TicketHttpVerdict
{
    private TicketHttpVerdict()
    {
    }

    /// <summary>The request was carried out; the body says the rest.</summary>
    public sealed record Done : TicketHttpVerdict;

    /// <summary>Proven not carried out, for good: only a change of the cause helps.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Refused(ProviderFault Fault) : TicketHttpVerdict;

    /// <summary>Proven not carried out, for now.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record NotDone(ProviderFault Fault) : TicketHttpVerdict;

    /// <summary>Proven not carried out because of too many requests.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Until">When requests are welcome again, if the tracker said so.</param>
    public sealed record RateLimited(ProviderFault Fault, DateTimeOffset? Until) : TicketHttpVerdict;

    /// <summary>May or may not have been carried out: 5xx, timeouts of a gateway, an answer that makes no sense.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Until">When requests are welcome again, if the tracker said so.</param>
    public sealed record InDoubt(ProviderFault Fault, DateTimeOffset? Until = null) : TicketHttpVerdict;

    /// <summary>What the request names is not there, or not shown to these credentials.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Missing(ProviderFault Fault) : TicketHttpVerdict;

    /// <summary>The credentials are good and do not reach what the request names.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Forbidden(ProviderFault Fault) : TicketHttpVerdict;
}
