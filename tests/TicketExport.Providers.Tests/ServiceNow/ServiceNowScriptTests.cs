using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TicketExport.Providers.ServiceNow.Internal;
using TicketExport.Webhooks.Receiver.Tests.Oracles;

namespace TicketExport.Providers.ServiceNow;

/// <summary>The script that docs/providers/servicenow.md tells administrators to install, run as it stands there.</summary>
public sealed partial class ServiceNowScriptTests
{
    private const string Secret = "the-webhook-secret-0123456789";

    // The functions of an instance that the script calls; what it sends is collected.
    private const string Instance = """
        const crypto = require('crypto');
        const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        const sent = [];
        const Class = { create: () => function () { this.initialize.apply(this, arguments); } };
        const gs = { getProperty: name => name === 'ticketexport.secret' ? input.secret : 'https://host.example.test/hook', minutesAgoStart: () => '' };
        const GlideStringUtil = { base64Encode: text => Buffer.from(text, 'utf8').toString('base64') };
        function GlideCertificateEncryption() {}
        GlideCertificateEncryption.prototype.generateMac = (key, algorithm, data) =>
          crypto.createHmac(algorithm.replace('Hmac', ''), Buffer.from(key, 'base64')).update(data, 'utf8').digest('base64');
        function Message() { this.headers = {}; }
        Message.prototype = {
          setHttpMethod() {}, setEndpoint() {}, setHttpTimeout() {},
          setRequestHeader(name, value) { this.headers[name] = value; },
          setRequestBody(text) { this.body = text; },
          executeAsync() { sent.push({ headers: this.headers, body: this.body }); },
        };
        const sn_ws = { RESTMessageV2: Message };
        const rowOf = fields => ({ getValue: name => fields[name] ?? null, getUniqueValue: () => fields.sys_id, getTableName: () => 'incident', operation: () => input.operation });
        function GlideRecord() { this.at = -1; }
        GlideRecord.prototype = {
          addQuery() {}, orderBy() {}, setLimit() {}, query() {},
          next() { return ++this.at < input.entries.length; },
          getValue(name) { return input.entries[this.at][name] ?? null; },
          getUniqueValue() { return input.entries[this.at].sys_id; },
        };
        const current = rowOf(input.record), previous = null;
        """;

    private static readonly JsonObject Record = new()
    {
        ["sys_id"] = "c537bae64f411200adf9f8e18110c76e",
        ["number"] = "INC0010002",
        ["state"] = "6",
        ["active"] = "1",
        ["sys_updated_by"] = "beth.anglin",
        ["sys_updated_on"] = "2026-11-03 09:30:00",
        ["sys_mod_count"] = "3",
    };

    [NodeFact]
    public async Task The_rule_for_records_sends_what_is_believed_and_read()
    {
        foreach (var (operation, kind) in new[] { ("insert", InboundEventKind.TicketChanged), ("update", InboundEventKind.TicketChanged), ("delete", InboundEventKind.TicketDeleted) })
        {
            var told = Assert.Single(Read(Assert.Single(await RunAsync(rule: 1, operation))));

            Assert.Equal((kind, States.ProviderStatus.Done, "INC0010002"), (told.Kind, told.Status, told.Ticket.ExternalIssueId));
            Assert.Equal(("beth.anglin", new DateTimeOffset(2026, 11, 3, 9, 30, 0, TimeSpan.Zero)), (told.ActorId, told.OccurredAt));
        }
    }

    [NodeFact]
    public async Task The_rule_for_comments_sends_each_entry_by_its_id_whatever_letters_it_has()
    {
        const string Text = "Grüße \U0001F41B \"quoted\"\nsecond line";
        var sent = await RunAsync(rule: 2, "update", EntryOf("00c0ffee00c0ffee00c0ffee00c0ffee", "comments", Text), EntryOf("00c0ffee00c0ffee00c0ffee00c0ffef", "work_notes", "Internal."));

        var told = sent.SelectMany(static message => Read(message)).ToArray();

        Assert.All(sent, static message => Assert.True(Ascii.IsValid((string)message["body"]!)));
        Assert.Equal([("00c0ffee00c0ffee00c0ffee00c0ffee", false), ("00c0ffee00c0ffee00c0ffee00c0ffef", true)], told.Select(static one => (one.CommentId!, one.IsPrivate)));
        Assert.Equal((InboundEventKind.CommentAdded, Text, "abel.tuter"), (told[0].Kind, told[0].Comment!.Text, told[0].ActorId));
    }

    private static JsonObject EntryOf(string id, string element, string value) => new()
    {
        ["sys_id"] = id,
        ["element"] = element,
        ["value"] = value,
        ["sys_created_by"] = "abel.tuter",
        ["sys_created_on"] = "2026-11-03 09:30:00",
    };

    private static async Task<JsonNode[]> RunAsync(int rule, string operation, params JsonNode[] entries)
    {
        var scripts = Script().Matches(await File.ReadAllTextAsync(PagePath())).Select(static match => match.Groups[1].Value).ToArray();
        var input = new JsonObject { ["secret"] = Secret, ["operation"] = operation, ["record"] = Record.DeepClone(), ["entries"] = new JsonArray(entries) };
        var sent = await Node.RunAsync($"{Instance}\n{scripts[0]}\n{scripts[rule]}\nprocess.stdout.write(JSON.stringify(sent));", input);
        return [.. sent.AsArray().Select(static message => message!)];
    }

    private static ImmutableArray<InboundEvent> Read(JsonNode message)
    {
        var headers = message["headers"]!.AsObject().ToImmutableDictionary(static header => header.Key, static header => (string)header.Value!, StringComparer.OrdinalIgnoreCase);
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(headers["X-TicketExport-Timestamp"], CultureInfo.InvariantCulture));
        return Assert.IsType<InboundOutcome.Authentic>(ServiceNowWebhookReader.Read(new InboundRequest
        {
            Target = new TicketTarget { Id = "snow", ProviderKey = ServiceNowDefaults.Key },
            Credential = new TicketCredential([new(ServiceNowDefaults.WebhookSecretCredential, Secret)]),
            Address = new Uri("https://host.example.test/hook"),
            Headers = headers,
            Body = Encoding.UTF8.GetBytes((string)message["body"]!),
            ReceivedAt = sentAt,
        })).Events;
    }

    private static string PagePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TicketExport.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(Assert.IsType<DirectoryInfo>(folder).FullName, "docs", "providers", "servicenow.md");
    }

    [GeneratedRegex("^```js\n(.*?)^```", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Script();
}
