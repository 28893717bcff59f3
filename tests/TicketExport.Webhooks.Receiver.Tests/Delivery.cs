using System.Globalization;
using System.Text;
using TicketExport.Contract;
using TicketExport.Signing;

namespace TicketExport.Webhooks.Receiver.Tests;

/// <summary>One signed request, made as a sender makes it, whose parts a test can spoil.</summary>
internal sealed class Delivery
{
    public const string Secret = "receiver-secret-of-32-bytes-0001";
    public const string OtherSecret = "another-secret-of-32-bytes-00002";
    public const string StandardSecret = "whsec_cmVjZWl2ZXItc2VjcmV0LW9mLTMyLWJ5dGVzLTAwMDE=";

    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1766203200);

    private static int _nonces;

    private Delivery(byte[] body) => Body = body;

    public List<KeyValuePair<string, string>> Headers { get; } = [new("Content-Type", "application/json")];

    public byte[] Body { get; set; }

    public string? this[string name]
    {
        get => Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        set
        {
            Headers.RemoveAll(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (value is not null)
            {
                Headers.Add(new(name, value));
            }
        }
    }

    public static string NewNonce() => "nonce" + Interlocked.Increment(ref _nonces).ToString(CultureInfo.InvariantCulture);

    public static WebhookEnvelope Envelope(string key = "key-1", string title = "Fix checkout validation state") => new()
    {
        IdempotencyKey = key,
        ReplayProtection = new ReplayProtection { Timestamp = "1", Nonce = "n", SignatureHeader = "s" },
        Attempt = 1,
        Target = new EnvelopeTarget { Id = "123", ProviderKey = WebhookProviderKeys.GenericWebhook },
        Account = new AccountScope { Id = "456", ProjectId = "789" },
        TicketExport = Document(title),
        RenderedBody = new RenderedBody { Format = "markdown", Body = "Summary\nThe form drops its state.", Sections = ["summary"] },
    };

    public static TicketExportDocument Document(string title, string recordId = "42") => new()
    {
        Source = new TicketSource
        {
            Type = SourceTypes.ReportIssue,
            RecordId = recordId,
            Title = "Checkout form drops validation state",
            Severity = TicketSeverity.High,
            Category = "checkout_forms",
            Status = "open",
            IssueId = recordId,
            Fingerprint = $"checkout-{recordId}",
        },
        Title = title,
        Summary = "The form drops its state.",
        Priority = TicketPriority.High,
    };

    public static Delivery Export(WebhookEnvelope? envelope = null, DateTimeOffset? signedAt = null, string? nonce = null, string secret = Secret, string prefix = WebhookHeaders.DefaultPrefix)
    {
        var names = WebhookHeaders.WithPrefix(prefix);
        nonce ??= NewNonce();
        var timestamp = Seconds(signedAt ?? Now);
        envelope = (envelope ?? Envelope()) with { ReplayProtection = new ReplayProtection { Timestamp = timestamp, Nonce = nonce, SignatureHeader = names.Signature } };
        return new Delivery(TicketExportJson.ToUtf8Bytes(envelope))
        {
            [names.Event] = envelope.Event,
            [names.Schema] = envelope.SchemaVersion,
            [names.IdempotencyKey] = envelope.IdempotencyKey,
            [names.Timestamp] = timestamp,
            [names.Nonce] = nonce,
        }.SignExport(secret, prefix);
    }

    public static Delivery Standard(WebhookEnvelope? envelope = null, DateTimeOffset? signedAt = null, params string[] secrets)
    {
        var timestamp = Seconds(signedAt ?? Now);
        envelope = (envelope ?? Envelope()) with
        {
            ReplayProtection = new ReplayProtection { Timestamp = timestamp, Nonce = NewNonce(), SignatureHeader = StandardWebhookSignature.SignatureHeader },
        };
        return new Delivery(TicketExportJson.ToUtf8Bytes(envelope))
        {
            [StandardWebhookSignature.IdHeader] = envelope.IdempotencyKey,
            [StandardWebhookSignature.TimestampHeader] = timestamp,
        }.SignStandard(secrets is [] ? [StandardSecret] : secrets);
    }

    public static Delivery TicketSync(TicketSyncMessage message) => new Delivery(TicketExportJson.ToCanonicalUtf8Bytes(message)).SignTicketSync(Secret);

    public static Delivery Raw(string body) => new(Encoding.UTF8.GetBytes(body));

    public static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public Delivery SignExport(string secret = Secret, string prefix = WebhookHeaders.DefaultPrefix)
    {
        var names = WebhookHeaders.WithPrefix(prefix);
        this[names.Signature] = ExportSignature.Sign(WebhookSecret.FromText(secret), this[names.Timestamp]!, this[names.Nonce]!, Body);
        return this;
    }

    public Delivery SignStandard(params string[] secrets)
    {
        this[StandardWebhookSignature.SignatureHeader] = StandardWebhookSignature.Sign(
            [.. secrets.Select(WebhookSecret.FromStandardWebhooks)],
            this[StandardWebhookSignature.IdHeader]!,
            this[StandardWebhookSignature.TimestampHeader]!,
            Body);
        return this;
    }

    public Delivery SignTicketSync(string secret = Secret)
    {
        this[WebhookHeaders.TicketSyncSignature] = TicketSyncSignature.Sign(WebhookSecret.FromText(secret), Body);
        return this;
    }
}
