using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TicketExport.Webhooks.Receiver.Tests.Oracles;

namespace TicketExport.Webhooks.Receiver.Tests;

/// <summary>The code of the recipe pages does what the pages say.</summary>
public sealed partial class RecipeTests
{
    // Stand-ins for what n8n gives a Code node; one memory for all requests, as in production.
    private const string N8nScript = """
        const fs = require('node:fs');
        const input = JSON.parse(fs.readFileSync(0, 'utf8'));
        Date.now = () => input.now * 1000;
        const memory = {};
        const AsyncFunction = (async () => {}).constructor;
        const node = new AsyncFunction('require', '$env', '$input', '$getWorkflowStaticData', input.code);
        (async () => {
          const results = [];
          for (const request of input.requests) {
            const self = { helpers: { getBinaryDataBuffer: async () => Buffer.from(request.body, 'base64') } };
            const items = await node.call(self, require, input.env, { first: () => ({ json: { headers: request.headers } }) }, () => memory);
            results.push(items[0].json);
          }
          process.stdout.write(JSON.stringify({ results, remembered: Object.keys(memory.nonces ?? {}).length }));
        })();
        """;

    private const string ZapierScript = """
        const fs = require('node:fs');
        const input = JSON.parse(fs.readFileSync(0, 'utf8'));
        Date.now = () => input.now * 1000;
        const AsyncFunction = (async () => {}).constructor;
        const step = new AsyncFunction('require', 'inputData', input.code);
        (async () => {
          const results = [];
          for (const inputData of input.requests) results.push(await step(require, inputData));
          process.stdout.write(JSON.stringify(results));
        })();
        """;

    [NodeFact]
    [Trait("Behaviour", "S334")]
    [Trait("Behaviour", "S335")]
    [Trait("Behaviour", "S336")]
    [Trait("Behaviour", "S337")]
    public async Task The_n8n_node_takes_good_deliveries_and_refuses_the_rest()
    {
        var replayed = Delivery.Export(Delivery.Envelope("b"));
        (Delivery Delivery, int Status, bool Accepted)[] cases =
        [
            (Delivery.Export(), 200, true),
            (Delivery.Export(secret: Delivery.OtherSecret), 200, true),
            (replayed, 200, true),
            (replayed, 401, false),
            (Delivery.Export(secret: "a-secret-that-nobody-gave-to-n8n"), 401, false),
            (Delivery.Export(signedAt: Delivery.Now.AddSeconds(-301)), 401, false),
            (Delivery.Export(signedAt: Delivery.Now.AddSeconds(301)), 401, false),
            (With("X-WebRiskOps-Signature", null), 401, false),
            (With("X-WebRiskOps-Signature", "sha256=ABCDEF"), 401, false),
            (With("X-WebRiskOps-Nonce", "a.b"), 401, false),
            (With("X-WebRiskOps-Timestamp", "1766203201"), 401, false),
            (With("X-WebRiskOps-Idempotency-Key", "another"), 400, false),
            (With("X-WebRiskOps-Event", "another"), 400, false),
            (Body("{"), 400, false),
            (Body("null"), 401, false),
            (Body("{}"), 401, false),
            (Body(new string(' ', (1024 * 1024) + 1)), 413, false),
            (Delivery.Export(Delivery.Envelope() with { SchemaVersion = "v2" }), 400, false),
            (Delivery.Export(Delivery.Envelope() with { Event = "other" }), 200, false),
            (Delivery.Export(nonce: "__proto__"), 200, true),
        ];

        var answer = await RunN8nAsync(cases.Select(static one => one.Delivery), new JsonObject
        {
            ["TICKET_EXPORT_SECRET"] = Delivery.Secret,
            ["TICKET_EXPORT_SECRET_OLD"] = Delivery.OtherSecret,
        });

        Assert.Equal(
            cases.Select(static one => (one.Status, one.Accepted)),
            answer["results"]!.AsArray().Select(static result => ((int)result!["status"]!, (bool)result["accepted"]!)));
        Assert.Equal("key-1", (string?)answer["results"]![0]!["key"]);
        Assert.Equal("Fix checkout validation state", (string?)answer["results"]![0]!["envelope"]!["ticket_export"]!["title"]);
        Assert.Equal("WEBHOOK_SIGNATURE_INVALID", (string?)answer["results"]![4]!["answer"]!["code"]);
    }

    [NodeFact]
    [Trait("Fault", "F115")]
    public async Task The_n8n_node_without_a_secret_is_closed()
    {
        var answer = await RunN8nAsync([Delivery.Export()], []);

        Assert.Equal((503, false), ((int)answer["results"]![0]!["status"]!, (bool)answer["results"]![0]!["accepted"]!));
        Assert.Equal(0, (int)answer["remembered"]!);
    }

    [NodeFact]
    public async Task The_zapier_step_takes_good_deliveries_and_refuses_the_rest()
    {
        (Delivery Delivery, string? Reason)[] cases =
        [
            (Delivery.Export(), null),
            (Delivery.Export(Delivery.Envelope(title: "grüße 😂")), null),
            (Delivery.Export(secret: Delivery.OtherSecret), "signature"),
            (Delivery.Export(signedAt: Delivery.Now.AddSeconds(-301)), "time window"),
            (With("X-WebRiskOps-Signature", null), "signature"),
            (With("X-WebRiskOps-Nonce", "a.b"), "nonce"),
            (With("X-WebRiskOps-Timestamp", "1766203200000"), "timestamp"),
            (With("X-WebRiskOps-Idempotency-Key", "another"), "key"),
            (Delivery.Export(Delivery.Envelope() with { Event = "other" }), "another event"),
            (Delivery.Export(Delivery.Envelope() with { SchemaVersion = "v2" }), "schema"),
        ];

        var results = (await Node.RunAsync(ZapierScript, new JsonObject
        {
            ["code"] = Code("zapier.md", "js"),
            ["now"] = Delivery.Now.ToUnixTimeSeconds(),
            ["requests"] = new JsonArray([.. cases.Select(static one => new JsonObject
            {
                ["body"] = Encoding.UTF8.GetString(one.Delivery.Body),
                ["timestamp"] = one.Delivery["X-WebRiskOps-Timestamp"],
                ["nonce"] = one.Delivery["X-WebRiskOps-Nonce"],
                ["signature"] = one.Delivery["X-WebRiskOps-Signature"],
                ["key"] = one.Delivery["X-WebRiskOps-Idempotency-Key"],
                ["secret"] = Delivery.Secret,
            })]),
        })).AsArray();

        Assert.Equal(cases.Select(static one => (one.Reason is null, one.Reason)), results.Select(static result => ((bool)result!["accepted"]!, (string?)result["reason"])));
        Assert.Equal(("grüße 😂", "high"), ((string?)results[1]!["title"], (string?)results[1]!["priority"]));
    }

    [Fact]
    public void The_formulas_for_make_give_the_published_signatures()
    {
        var lines = Code("make.md", "text").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var signed = Assert.Single(lines, static line => line.StartsWith("signed = ", StringComparison.Ordinal))["signed = ".Length..];
        var expected = Assert.Single(lines, static line => line.StartsWith("expected = ", StringComparison.Ordinal))["expected = ".Length..];
        Assert.Equal("""sha256={{sha256(signed; "hex"; secret; "text")}}""", expected);

        var vectors = JsonNode.Parse(File.ReadAllText(Page("signatures.json")))!["export"]!.AsArray().Where(static vector => vector!["signed_with"] is not null).ToArray();
        Assert.True(vectors.Length >= 4);
        Assert.All(vectors, vector =>
        {
            var text = signed
                .Replace("{{timestamp}}", (string?)vector!["timestamp"], StringComparison.Ordinal)
                .Replace("{{nonce}}", (string?)vector["nonce"], StringComparison.Ordinal)
                .Replace("{{body}}", (string?)vector["body"], StringComparison.Ordinal);
            var secret = (string)vector["secrets"]![(int)vector["signed_with"]!]!;
            Assert.Equal((string?)vector["signature"], "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text))));
        });
    }

    private static Task<JsonNode> RunN8nAsync(IEnumerable<Delivery> deliveries, JsonObject environment) => Node.RunAsync(N8nScript, new JsonObject
    {
        ["code"] = Code("n8n.md", "js"),
        ["now"] = Delivery.Now.ToUnixTimeSeconds(),
        ["env"] = environment,
        ["requests"] = new JsonArray([.. deliveries.Select(static delivery => new JsonObject
        {
            ["headers"] = new JsonObject(delivery.Headers.Select(static header => KeyValuePair.Create(header.Key.ToLowerInvariant(), (JsonNode?)header.Value))),
            ["body"] = Convert.ToBase64String(delivery.Body),
        })]),
    });

    private static Delivery With(string header, string? value)
    {
        var delivery = Delivery.Export();
        delivery[header] = value;
        return delivery;
    }

    private static Delivery Body(string body)
    {
        var delivery = Delivery.Export();
        delivery.Body = Encoding.UTF8.GetBytes(body);
        return delivery.SignExport();
    }

    private static string Code(string page, string language) =>
        Block().Matches(File.ReadAllText(Page(page))).Single(match => match.Groups[1].Value == language).Groups[2].Value;

    private static string Page(string name) => Path.Combine(AppContext.BaseDirectory, "docs", name);

    [GeneratedRegex(@"^ *```(js|text)\n(.*?)^ *```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
