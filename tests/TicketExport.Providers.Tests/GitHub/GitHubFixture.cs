using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Http;
using TicketExport.States;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.GitHub;

internal sealed class GitHubFixture(FakeGitHub tracker) : AdapterFixture
{
    private const string InProgress = "in progress";

    public override FakeTrackerServer Tracker => tracker;

    public override ImmutableArray<Type> Abilities =>
    [
        typeof(ITargetRules), typeof(ITargetCheckProvider), typeof(IStatusProvider), typeof(IUpdateProvider), typeof(ICloseProvider),
        typeof(IReopenProvider), typeof(ICommentProvider), typeof(IInboundProvider),
    ];

    public override ImmutableDictionary<string, string> InvalidSettings => new Dictionary<string, string>
    {
        [GitHubDefaults.RepositorySetting] = "https://github.com/acme/shop",
        [GitHubDefaults.AssigneeSetting] = "not a login",
        [GitHubDefaults.MilestoneSetting] = "first",
        [GitHubDefaults.CloseReasonSetting] = "fixed",
        ["priority.soon"] = "soon",
        ["status.waiting"] = "paused",
        [TargetSettingsReader.NetworkPolicySetting] = "everywhere",
    }.ToImmutableDictionary();

    public override void AddTarget(TicketExportBuilder builder, string targetId) => builder.AddGitHub(targetId, target =>
    {
        target.BaseUrl = tracker.BaseAddress.AbsoluteUri;
        target.Repository = tracker.Repository;
        target.Token = tracker.Token;
        target.NetworkPolicy = NetworkPolicy.Loopback;
        target.OwnershipConfirmed = true;
        target.StatusLabels[InProgress] = ProviderStatus.InProgress;
    });

    public override void SetStatus(string ticketId, ProviderStatus status)
    {
        switch (status)
        {
            case ProviderStatus.Done:
                tracker.CloseTicket(ticketId);
                break;
            case ProviderStatus.Unknown:
                tracker.PutInState(ticketId, "draft");
                break;
            default:
                tracker.ReopenTicket(ticketId);
                if (status == ProviderStatus.InProgress)
                {
                    tracker.AddLabel(ticketId, InProgress);
                }

                break;
        }
    }

    public override void Delete(string ticketId) => tracker.DeleteTicket(ticketId);

    public override void Forbid(string ticketId) => tracker.ForbidTicket(ticketId);

    public override void Move(string ticketId) => tracker.TransferTicket(ticketId, "acme/other");

    public override void EditBody(string ticketId, string line) => tracker.EditBody(ticketId, body => $"{body}\n{line}\n");

    public override void Comment(string ticketId, string text) => tracker.Comment(ticketId, text);

    public override AdapterDelivery? Deliver(FakeTicket ticket, InboundEventKind kind, string secret, DateTimeOffset at) =>
        GitHubDeliveries.Of(ticket, kind, secret, at);
}
