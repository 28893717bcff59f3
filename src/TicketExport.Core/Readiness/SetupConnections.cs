using TicketExport.Contract;
using TicketExport.Review;
using TicketExport.Targets;

namespace TicketExport.Readiness;

/// <summary>Resolves targets and asks their trackers whether they are connected.</summary>
internal sealed class SetupConnections(TargetResolver targets, ConnectionReader reader, HostLinks links)
{
    public EffectiveTarget? Resolve(TicketTarget target) => targets.Resolve(target);

    public ExportFailure FailureOf(TicketTarget target) => targets.FailureOf(target);

    public string? SettingsLinkOf(string accountId, TicketTarget target) => links.SettingsOf(accountId, target.Id);

    public Task<ConnectionFacts> AskAsync(AccountScope account, EffectiveTarget effective, TicketCredential credential, CancellationToken cancellationToken) =>
        reader.ReadAsync(account, new TargetFacts { Target = effective.Target, Provider = effective.Provider, Credential = credential }, cancellationToken);
}
