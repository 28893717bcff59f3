using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TicketExport.Contract;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Tests.Oracles;

/// <summary>Packages that other people verify and sign with: they take what we sign, and the kit takes what they sign.</summary>
public sealed class NodePackageTests
{
    // The packages look at the real clock, so these deliveries are signed by it.
    private static readonly FakeTimeProvider Clock = new(TimeProvider.System.GetUtcNow());

    private const string StandardScript = """
        const fs = require('node:fs'), path = require('node:path');
        const { Webhook } = require(path.join(process.env.TICKETEXPORT_NODE_MODULES, 'PACKAGE'));
        const input = JSON.parse(fs.readFileSync(0, 'utf8'));
        const webhook = new Webhook(input.secret);
        const takes = (body, headers) => { try { webhook.verify(body, headers); return true; } catch { return false; } };
        process.stdout.write(JSON.stringify({
          good: input.deliveries.map(d => takes(d.body, d.headers)),
          bad: input.deliveries.map(d => takes(d.body + ' ', d.headers)),
          signed: input.deliveries.map(d => webhook.sign(d.headers['webhook-id'], new Date(Number(d.headers['webhook-timestamp']) * 1000), d.body)),
        }));
        """;

    private const string OctokitScript = """
        const fs = require('node:fs'), path = require('node:path'), { pathToFileURL } = require('node:url');
        (async () => {
          const { sign, verify } = await import(pathToFileURL(path.join(process.env.TICKETEXPORT_NODE_MODULES, '@octokit/webhooks-methods/dist-node/index.js')));
          const input = JSON.parse(fs.readFileSync(0, 'utf8'));
          process.stdout.write(JSON.stringify({
            good: await Promise.all(input.deliveries.map(d => verify(input.secret, d.body, d.signature))),
            bad: await Promise.all(input.deliveries.map(d => verify(input.secret, d.body + ' ', d.signature))),
            signed: await Promise.all(input.deliveries.map(d => sign(input.secret, d.body))),
          }));
        })();
        """;

    [NodeFact("standardwebhooks")]
    public Task Package_standardwebhooks_agrees() => AgreeAsync("standardwebhooks");

    [NodeFact("svix")]
    public Task Package_svix_agrees() => AgreeAsync("svix");

    [NodeFact("@octokit/webhooks-methods")]
    public async Task Package_octokit_webhooks_methods_agrees_on_body_signatures()
    {
        var kit = new Kit(static options => options.Profile = WebhookProfile.TicketSync);
        Delivery[] deliveries = [.. Enumerable.Range(0, 50).Select(static i => Delivery.TicketSync(new TicketSyncMessage
        {
            Event = TicketSyncEvents.Comment,
            IdempotencyKey = $"key-{i}",
            ExternalId = "TCK-1",
            Comment = new TicketSyncComment { Id = $"c-{i}", Body = "grüße 😂 " + new string('x', i * 7) },
        }))];

        var answer = await Node.RunAsync(OctokitScript, new JsonObject
        {
            ["secret"] = Delivery.Secret,
            ["deliveries"] = new JsonArray([.. deliveries.Select(static delivery => new JsonObject
            {
                ["body"] = Encoding.UTF8.GetString(delivery.Body),
                ["signature"] = delivery["X-Signature"],
            })]),
        });

        Check(answer, deliveries.Length);
        for (var i = 0; i < deliveries.Length; i++)
        {
            deliveries[i]["X-Signature"] = (string?)answer["signed"]![i];
            Assert.Equal(200, (await kit.HandleAsync(deliveries[i])).Status);
        }
    }

    private static async Task AgreeAsync(string package)
    {
        var kit = new Kit(static options => (options.Profile, options.Secrets[0]) = (WebhookProfile.StandardWebhooks, Delivery.StandardSecret));
        kit.Time.SetUtcNow(Clock.GetUtcNow());
        Delivery[] deliveries = [.. Enumerable.Range(0, 50).Select(static i =>
            Delivery.Standard(Delivery.Envelope($"key-{i}", "grüße 😂 " + new string('x', i * 7)), Clock.GetUtcNow()))];

        var answer = await Node.RunAsync(StandardScript.Replace("PACKAGE", package, StringComparison.Ordinal), new JsonObject
        {
            ["secret"] = Delivery.StandardSecret,
            ["deliveries"] = new JsonArray([.. deliveries.Select(static delivery => new JsonObject
            {
                ["body"] = Encoding.UTF8.GetString(delivery.Body),
                ["headers"] = new JsonObject(delivery.Headers.Select(static header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
            })]),
        });

        Check(answer, deliveries.Length);
        for (var i = 0; i < deliveries.Length; i++)
        {
            deliveries[i][StandardWebhookSignature.SignatureHeader] = (string?)answer["signed"]![i];
            Assert.Equal(200, (await kit.HandleAsync(deliveries[i])).Status);
        }
    }

    private static void Check(JsonNode answer, int count)
    {
        Assert.Equal(Enumerable.Repeat(true, count), answer["good"]!.AsArray().Select(static taken => (bool)taken!));
        Assert.Equal(Enumerable.Repeat(false, count), answer["bad"]!.AsArray().Select(static taken => (bool)taken!));
    }
}
