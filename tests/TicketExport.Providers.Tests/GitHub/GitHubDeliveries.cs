using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.GitHub;

/// <summary>Webhook deliveries as GitHub sends them.</summary>
internal static class GitHubDeliveries
{
    public static readonly Uri Address = new("https://host.example.test/hooks/github");

    public static AdapterDelivery Sign(string kind, string body, string secret, string id = "72d3162e-cc78-11e3-81ab-4c9367dc0958")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var headers = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
            .Add("X-GitHub-Event", kind)
            .Add("X-GitHub-Delivery", id)
            .Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes)));
        return new(Address, headers, bytes);
    }

    public static AdapterDelivery Of(FakeTicket ticket, InboundEventKind kind, string secret, DateTimeOffset at)
    {
        var body = new JsonObject
        {
            ["action"] = kind switch
            {
                InboundEventKind.TicketDeleted or InboundEventKind.CommentDeleted => "deleted",
                InboundEventKind.CommentAdded => "created",
                _ => "edited",
            },
            ["issue"] = new JsonObject
            {
                ["id"] = long.Parse(ticket.Id, System.Globalization.CultureInfo.InvariantCulture),
                ["number"] = int.Parse(ticket.Key.Split('#')[1], System.Globalization.CultureInfo.InvariantCulture),
                ["html_url"] = ticket.Url.AbsoluteUri,
                ["state"] = ticket.Status,
                ["updated_at"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            },
            ["repository"] = new JsonObject { ["id"] = 1, ["full_name"] = ticket.Key.Split('#')[0] },
            ["sender"] = new JsonObject { ["id"] = 583231, ["login"] = "octocat" },
        };
        var isComment = kind is InboundEventKind.CommentAdded or InboundEventKind.CommentEdited or InboundEventKind.CommentDeleted;
        if (isComment)
        {
            body["comment"] = new JsonObject { ["id"] = 99, ["body"] = "Seen here too.", ["user"] = new JsonObject { ["id"] = 583231, ["login"] = "octocat" } };
        }

        return Sign(isComment ? "issue_comment" : "issues", body.ToJsonString(), secret);
    }
}
