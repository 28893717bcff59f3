using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Http;
using TicketExport.States;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.Linear;

internal sealed class LinearFixture(FakeLinear linear) : AdapterFixture
{
    private const string Person = "30000000-0000-4000-8000-000000000001";

    public override FakeTrackerServer Tracker => linear;

    public override ImmutableArray<Type> Abilities =>
    [
        typeof(ITargetRules), typeof(ITargetCheckProvider), typeof(IStatusProvider), typeof(IUpdateProvider), typeof(ICloseProvider),
        typeof(IReopenProvider), typeof(ICommentProvider), typeof(IInboundProvider),
    ];

    public override ImmutableDictionary<string, string> InvalidSettings => ImmutableDictionary<string, string>.Empty
        .Add("team", "not a team")
        .Add("project", "not-a-uuid")
        .Add("assignee", "somebody")
        .Add("create_labels", "perhaps")
        .Add("priority.high", "9")
        .Add("webhook_tolerance_seconds", "-1")
        .Add("network_policy", "everywhere");

    public override void AddTarget(TicketExportBuilder builder, string targetId) => builder.AddLinear(targetId, target =>
    {
        target.BaseUrl = linear.BaseAddress.AbsoluteUri;
        target.NetworkPolicy = NetworkPolicy.Loopback;
        target.Team = "ENG";
        target.ApiKey = linear.ApiKey;
        target.CreateLabels = true;
        target.OwnershipConfirmed = true;
    });

    public override void SetStatus(string ticketId, ProviderStatus status)
    {
        if (status == ProviderStatus.Unknown)
        {
            linear.AddState("ENG", "Parked", "parked");
        }

        linear.SetState(ticketId, status switch
        {
            ProviderStatus.Open => "Todo",
            ProviderStatus.InProgress => "In Progress",
            ProviderStatus.Done => "Done",
            _ => "Parked",
        });
    }

    public override void Delete(string ticketId) => linear.DeleteTicket(ticketId);

    // A private team cannot be told from a deletion at Linear; credentials of another workspace can.
    public override void Forbid(string ticketId) => linear.SwitchWorkspace("other");

    public override void Move(string ticketId) => linear.MoveTicket(ticketId, "OPS");

    public override void EditBody(string ticketId, string line) =>
        linear.EditBody(ticketId, $"{linear.Tickets.Single(ticket => ticket.Id == ticketId).Body}\n{line}\n");

    public override void Comment(string ticketId, string text) => linear.AddComment(ticketId, text);

    public override AdapterDelivery? Deliver(FakeTicket ticket, InboundEventKind kind, string secret, DateTimeOffset at)
    {
        var issue = new JsonObject
        {
            ["id"] = ticket.Id,
            ["identifier"] = ticket.Key,
            ["url"] = ticket.Url.AbsoluteUri,
            ["state"] = new JsonObject { ["name"] = ticket.Status, ["type"] = "backlog" },
        };
        var isComment = kind is InboundEventKind.CommentAdded or InboundEventKind.CommentEdited or InboundEventKind.CommentDeleted;
        var body = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["action"] = kind switch
            {
                InboundEventKind.CommentAdded => "create",
                InboundEventKind.TicketDeleted or InboundEventKind.CommentDeleted => "remove",
                _ => "update",
            },
            ["type"] = isComment ? "Comment" : "Issue",
            ["actor"] = new JsonObject { ["id"] = Person, ["type"] = "user", ["name"] = "Jo" },
            ["createdAt"] = at.ToString("O"),
            ["data"] = isComment ? new JsonObject { ["id"] = "c-1", ["body"] = "Indeed", ["issueId"] = ticket.Id, ["issue"] = issue, ["createdAt"] = at.ToString("O") } : issue,
            ["webhookTimestamp"] = at.ToUnixTimeMilliseconds(),
        }.ToJsonString());
        return new AdapterDelivery(
            new Uri("https://host.example.test/hooks/linear"),
            ImmutableDictionary<string, string>.Empty
                .Add("Linear-Delivery", "234d1a4e-b617-4388-90fe-adc9633d6b72")
                .Add("Linear-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))),
            body);
    }
}
