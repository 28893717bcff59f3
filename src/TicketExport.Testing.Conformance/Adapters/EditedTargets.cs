namespace TicketExport.Testing.Conformance.Adapters;

/// <summary>The host's targets and secrets, changed by a fact.</summary>
internal sealed class EditedTargets(ITicketTargetSource targets, ITicketCredentialSource credentials) : ITicketTargetSource, ITicketCredentialSource
{
    public Func<TicketTarget, TicketTarget> EditTarget { get; set; } = static target => target;

    public Func<TicketCredential, TicketCredential> EditCredential { get; set; } = static credential => credential;

    public async Task<TicketTarget?> FindAsync(string accountId, string targetId, CancellationToken cancellationToken) =>
        await targets.FindAsync(accountId, targetId, cancellationToken) is { } target ? EditTarget(target) : null;

    public async Task<TicketCredential?> GetAsync(string accountId, TicketTarget target, CancellationToken cancellationToken) =>
        await credentials.GetAsync(accountId, target, cancellationToken) is { } credential ? EditCredential(credential) : null;
}
