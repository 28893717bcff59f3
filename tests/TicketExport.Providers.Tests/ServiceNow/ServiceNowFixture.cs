using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Http;
using TicketExport.States;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.ServiceNow;

internal sealed class ServiceNowFixture(FakeServiceNow tracker) : AdapterFixture
{
    public override FakeTrackerServer Tracker => tracker;

    public override ImmutableArray<Type> Abilities =>
    [
        typeof(ITargetRules), typeof(ITargetCheckProvider), typeof(IStatusProvider), typeof(IUpdateProvider), typeof(ICloseProvider),
        typeof(IReopenProvider), typeof(ICommentProvider), typeof(IInboundProvider),
    ];

    public override ImmutableDictionary<string, string> LeftOut => new Dictionary<string, string>
    {
        ["A_moved_ticket_keeps_its_id_and_tells_its_new_name"] = "A record keeps its number and its table as long as it lives.",
        ["Labels_of_every_kind_are_fitted_to_the_tracker"] = "The Table API cannot write tags; a category or a field of the instance stands in for them.",
    }.ToImmutableDictionary();

    public override ImmutableArray<string> LiveMarkup => ["[code]", "[/code]", "@hostile-user", "\n/close"];

    public override ImmutableDictionary<string, string> InvalidSettings => new Dictionary<string, string>
    {
        [ServiceNowDefaults.TableSetting] = "incident^active=true",
        [ServiceNowDefaults.AssignmentGroupSetting] = "Service Desk",
        [ServiceNowDefaults.AssigneeSetting] = "beth.anglin",
        [ServiceNowDefaults.CallerSetting] = "javascript:gs.getUserID()",
        [ServiceNowDefaults.CloseStateSetting] = "is resolved",
        [ServiceNowDefaults.ReopenStateSetting] = "in progress",
        [ServiceNowDefaults.CommentFieldSetting] = "description",
        [ServiceNowDefaults.ShareWorkNotesSetting] = "perhaps",
        [ServiceNowDefaults.ApiTokenKindSetting] = "basic",
        [ServiceNowDefaults.WebhookToleranceSetting] = "0",
        ["field.correlation_id"] = "mine",
        ["field.Caller"] = "x",
        ["close.state"] = "7",
        ["priority.high"] = "2",
        ["priority.soon"] = "1/1",
        ["status.3"] = "paused",
        [TargetSettingsReader.NetworkPolicySetting] = "everywhere",
    }.ToImmutableDictionary();

    public override void AddTarget(TicketExportBuilder builder, string targetId) => builder.AddServiceNow(targetId, target =>
    {
        target.BaseUrl = tracker.BaseAddress.AbsoluteUri;
        target.AccessToken = tracker.AccessToken;
        target.NetworkPolicy = NetworkPolicy.Loopback;
        target.OwnershipConfirmed = true;
    });

    public override void SetStatus(string ticketId, ProviderStatus status) => tracker.SetState(ticketId, status switch
    {
        ProviderStatus.Open => "1",
        ProviderStatus.InProgress => "2",
        ProviderStatus.Done => "6",
        _ => "42",
    });

    public override void Delete(string ticketId) => tracker.DeleteTicket(ticketId);

    public override void Forbid(string ticketId) => tracker.ForbidTicket(ticketId);

    public override void EditBody(string ticketId, string line) => tracker.EditBody(ticketId, body => $"{body}\n{line}\n");

    public override void Comment(string ticketId, string text) => tracker.Comment(ticketId, text);

    public override AdapterDelivery? Deliver(FakeTicket ticket, InboundEventKind kind, string secret, DateTimeOffset at) =>
        ServiceNowDeliveries.Of(ticket, kind, secret, at);
}
