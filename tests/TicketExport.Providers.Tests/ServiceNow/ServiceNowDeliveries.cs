using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TicketExport.Testing;
using TicketExport.Testing.Conformance.Adapters;

namespace TicketExport.Providers.ServiceNow;

/// <summary>Deliveries as the script of docs/providers/servicenow.md sends them.</summary>
internal static class ServiceNowDeliveries
{
    public const string EntryId = "00c0ffee00c0ffee00c0ffee00c0ffee";

    private static readonly Uri Address = new("https://host.example.test/hooks/servicenow");

    public static AdapterDelivery Sign(string body, string secret, DateTimeOffset at, bool isHexadecimal = false)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"));
        var headers = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
            .Add("X-TicketExport-Timestamp", timestamp)
            .Add("X-TicketExport-Signature", "sha256=" + (isHexadecimal ? Convert.ToHexStringLower(mac) : Convert.ToBase64String(mac)));
        return new(Address, headers, Encoding.UTF8.GetBytes(body));
    }

    public static AdapterDelivery? Of(FakeTicket ticket, InboundEventKind kind, string secret, DateTimeOffset at) => EventOf(kind) is { } told
        ? Sign(BodyOf(ticket, told, at).ToJsonString(), secret, at)
        : null;

    public static JsonObject BodyOf(FakeTicket ticket, string told, DateTimeOffset at)
    {
        var time = at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var body = new JsonObject
        {
            ["event"] = told,
            ["table"] = "incident",
            ["sys_id"] = ticket.Id,
            ["number"] = ticket.Key,
            ["state"] = ticket.Status,
            ["active"] = "true",
            ["sys_updated_by"] = FakeServiceNow.Person,
            ["sys_updated_on"] = time,
            ["sys_mod_count"] = "3",
        };
        if (told == "comment")
        {
            body["comment"] = new JsonObject
            {
                ["sys_id"] = EntryId,
                ["element"] = "comments",
                ["value"] = "Seen here too.",
                ["sys_created_by"] = FakeServiceNow.Person,
                ["sys_created_on"] = time,
            };
        }

        return body;
    }

    private static string? EventOf(InboundEventKind kind) => kind switch
    {
        InboundEventKind.TicketChanged => "update",
        InboundEventKind.TicketDeleted => "delete",
        InboundEventKind.CommentAdded => "comment",
        _ => null,
    };
}
