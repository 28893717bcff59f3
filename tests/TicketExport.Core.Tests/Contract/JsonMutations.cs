using System.Text.Json.Nodes;
using TicketExport.Contract;

namespace TicketExport.Core.Tests.Contract;

/// <summary>Every member and list entry of a document, changed in every way that a limit, a type or a form can notice.</summary>
/// <remarks>
/// Left out, because JSON Schema cannot tell them or tells them otherwise: fractions and exponents that give an integer (an
/// integer in JSON Schema, refused here), lengths of characters outside the basic plane (one character there, two here), and
/// addresses and dates that are well-formed and still wrong (port 99999, 30 February). Also left out: integers beyond 64 bits,
/// which this schema library cannot compare; <see cref="RecordIdTests"/> has them.
/// </remarks>
internal static class JsonMutations
{
    private const string Host = "https://h/";

    private static readonly int[] Limits = [12, 64, 128, 255, 256, 512, 1_000, 2_048, 10_000, 100_000, 1_000_000];

    private static readonly string[] Literals =
    [
        "null", "true", "false", "0", "1", "-1", "42", "1.5", "2147483647", "2147483648", "9223372036854775807", "[]", "{}", "[null]",
        "[1]", "[\"a\"]", "[{}]",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "\u00A0", "a", "A", "0", "42", "042", "a b", "a\nb", "a\tb", "a\0b", "a\u0007b", "a\u0085b", "a\u2028b", "é", "\U0001F600", "a.b", "a-b", "a_b", "_a", "9a",
        "high", "High", "HIGH", "urgent", "none", "info", "critical", "unknown", "Unknown", "draft", "portable", "delivery_unknown",
        "webhook", "n8n_webhook", "jira", "ticket-export.v1", "ticket-export.v2", "ticket-export.webhook.v1", "ticket_export.requested", "report_issue", "fix_task", "host_type",
        "https://a.example.test", "http://a.example.test/b?c#d", "HTTPS://a.example.test/", "https://u@a.example.test/", "https://u:p@a.example.test", "https://a.example.test/@b",
        "https://", "https:///b", "https:/a.example.test", "//a.example.test", "/b", "ftp://a.example.test", "javascript:alert(1)", "data:text/html,x", "https://a.example.test/b c",
        "https://a.example.test\\b", "https://a.example.test/\u202Eb", "https://a.example.test/\u200B", "https://a.example.test/\n", " https://a.example.test", "https://a.example.test/é\U0001F600",
        "2026-01-31T09:30:00Z", "2026-01-31T09:30:00.1234567+02:00", "2026-01-31T09:30:00", "2026-01-31", "2026-01-31T09:30Z", "2026-01-31t09:30:00z", "2026-13-31T09:30:00Z",
        "2026-01-31T24:00:00Z", "2026-01-31T09:30:00.12345678Z", "2026-01-31T09:30:00+0200", "1766203200", "12a",
    ];

    public static IEnumerable<(string Name, JsonNode Json)> Of(JsonObject full, string except = "-")
    {
        foreach (var path in JsonPath.All(full).Where(path => !path.StartsWith(except, StringComparison.Ordinal)).ToList())
        {
            yield return Changed(full, $"{path} removed", json => JsonPath.Remove(json, path));
            foreach (var (name, value) in Values(full, path))
            {
                yield return Changed(full, $"{path} = {name}", json => JsonPath.Set(json, path, value));
            }
        }
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Values(JsonObject full, string path)
    {
        foreach (var literal in Literals)
        {
            yield return (literal, JsonNode.Parse(literal));
        }

        foreach (var text in Texts)
        {
            yield return ($"'{text}'", JsonValue.Create(text));
        }

        foreach (var length in Lengths(path))
        {
            yield return ($"{length} letters", JsonValue.Create(new string('a', length)));
            yield return ($"{length} digits", JsonValue.Create(new string('1', length)));
            yield return ($"address of {length}", JsonValue.Create(Host + new string('a', length - Host.Length)));
        }

        var (owner, member) = JsonPath.Resolve(full, path);
        if (owner is JsonObject && owner[member] is JsonArray { Count: > 0 } list)
        {
            yield return ("500 entries", Repeat(list[0]!, 500));
            yield return ("501 entries", Repeat(list[0]!, 501));
        }
    }

    // The longest texts cost most of the time and say nothing about members whose limit is far below.
    private static IEnumerable<int> Lengths(string path)
    {
        var most = path switch
        {
            "$.rendered_body.body" => ContractLimits.BodyLength,
            _ when path.EndsWith("summary", StringComparison.Ordinal)
                || path.EndsWith("impact", StringComparison.Ordinal)
                || path.EndsWith("snippet", StringComparison.Ordinal) => ContractLimits.TextLength,
            _ => ContractLimits.LineLength,
        };
        return Limits.Where(limit => limit <= most).SelectMany(static limit => new[] { limit, limit + 1 });
    }

    private static JsonArray Repeat(JsonNode entry, int count) => [.. Enumerable.Range(0, count).Select(_ => entry.DeepClone())];

    private static (string Name, JsonNode Json) Changed(JsonObject full, string name, Action<JsonNode> change)
    {
        var json = full.DeepClone();
        change(json);
        return (name, json);
    }
}
