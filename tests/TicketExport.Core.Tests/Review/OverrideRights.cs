using TicketExport.Review;

namespace TicketExport.Core.Tests.Review;

/// <summary>A host that lets one actor override, and remembers what was asked.</summary>
internal sealed class OverrideRights : IOverrideAuthorizer
{
    public List<OverrideQuery> Asked { get; } = [];

    public Task<OverrideDecision> AuthorizeAsync(OverrideQuery query, CancellationToken cancellationToken)
    {
        Asked.Add(query);
        return Task.FromResult<OverrideDecision>(query.By.Actor == "lead" ? new OverrideDecision.Granted() : new OverrideDecision.Denied("Ask the lead."));
    }
}
