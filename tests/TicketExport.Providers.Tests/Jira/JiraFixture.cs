using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.States;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Jira;

internal sealed class JiraFixture(FakeJira jira, bool isDataCenter) : AdapterFixture
{
    public override FakeTrackerServer Tracker => jira;

    public override ImmutableArray<Type> Abilities =>
    [
        typeof(ITargetRules), typeof(ITargetCheckProvider), typeof(IFieldDiscoveryProvider), typeof(IStatusProvider), typeof(IUpdateProvider),
        typeof(ICloseProvider), typeof(IReopenProvider), typeof(ICommentProvider), typeof(IInboundProvider),
    ];

    public override ImmutableDictionary<string, string> InvalidSettings => new Dictionary<string, string>
    {
        [JiraDefaults.DeploymentSetting] = "server",
        [JiraDefaults.ProjectSetting] = "PROJ OR 1=1",
        [JiraDefaults.MarkerFieldSetting] = "summary",
        [JiraDefaults.CommentVisibilitySetting] = "nobody",
        [JiraDefaults.ApiUrlSetting] = "ftp://api.example.test",
        [$"{JiraDefaults.StatusPrefix}Parked"] = "shut",
    }.ToImmutableDictionary();

    // A document of Jira Cloud is structure: no text in it becomes any.
    public override ImmutableArray<string> LiveMarkup =>
        isDataCenter ? ["[~hostile", "{code}h1", "{html}", "!https://hostile", "[x|javascript", "\nh1. hostile", "\n----\n"] : [];

    public override void AddTarget(TicketExportBuilder builder, string targetId) => JiraHost.Add(builder, (targetId, jira), isDataCenter);

    public override FailureReason? ReasonOf(int status) => status == 410 ? FailureReason.Configuration : base.ReasonOf(status);

    public override void SetStatus(string ticketId, ProviderStatus status) => jira.SetStatus(ticketId, status switch
    {
        ProviderStatus.Open => "To Do",
        ProviderStatus.InProgress => "In Progress",
        ProviderStatus.Done => "Done",
        _ => "Parked",
    });

    public override void Delete(string ticketId) => jira.DeleteIssue(ticketId);

    public override void Forbid(string ticketId) => jira.HideProject();

    public override void Move(string ticketId) => jira.MoveIssue(ticketId, $"OTHER-{ticketId}");

    public override void EditBody(string ticketId, string line) => jira.AppendDescription(ticketId, line);

    public override void Comment(string ticketId, string text) => jira.CommentOn(ticketId, text);

    public override AdapterDelivery? Deliver(FakeTicket ticket, InboundEventKind kind, string secret, DateTimeOffset at)
    {
        var delivery = jira.Deliver(
            ticket.Key,
            kind switch
            {
                InboundEventKind.TicketDeleted => "jira:issue_deleted",
                InboundEventKind.CommentAdded => "comment_created",
                InboundEventKind.CommentEdited => "comment_updated",
                InboundEventKind.CommentDeleted => "comment_deleted",
                _ => "jira:issue_updated",
            },
            secret);
        return new(new Uri("https://host.example.test/hooks/jira"), delivery.Headers, delivery.Body);
    }
}
