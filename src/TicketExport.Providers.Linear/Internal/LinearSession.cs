using TicketExport.Http;

namespace TicketExport.Providers.Linear.Internal;

/// <summary>What the requests of one call share.</summary>
internal sealed class LinearSession(LinearTargetSettings settings, TimeProvider time)
{
    public LinearTargetSettings Settings { get; } = settings;

    public TicketHttpAccess Access => Settings.Access;

    public TicketHttpOutcomes Outcomes { get; } = new(settings.Words, answer => LinearErrorMap.Judge(answer, settings.Words, time));

    /// <summary>The fault of an answer that should hold data and does not.</summary>
    public ProviderFault UnreadableOf(TicketHttpResult result) => result is TicketHttpResult.Answered { Answer: var answer }
        ? TicketHttpStatus.UnreadableOf(answer, Settings.Words)
        : FaultOf(result);

    /// <summary>Why a change after the creation did not succeed.</summary>
    public ProviderFault FaultOf(TicketHttpResult result) => Outcomes.ToComment(result, static _ => null) switch
    {
        CommentOutcome.Rejected rejected => rejected.Fault,
        CommentOutcome.Unknown unknown => unknown.Fault,
        _ => throw new InvalidOperationException("Nothing was read, so nothing can have been posted."),
    };
}
