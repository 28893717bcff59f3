namespace TicketExport.Review;

/// <summary>Denies every override, and says how a host names who may.</summary>
internal sealed class NoOverrides : IOverrideAuthorizer
{
    public Task<OverrideDecision> AuthorizeAsync(OverrideQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<OverrideDecision>(new OverrideDecision.Denied(
            "Nobody may override: the host says nowhere who may. Add services.AddTicketExport().UseOverrides<YourAuthorizer>()."));
}
