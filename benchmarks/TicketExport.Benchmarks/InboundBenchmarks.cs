using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Inbound;
using TicketExport.Signing;

namespace TicketExport.Benchmarks;

/// <summary>
/// What an inbound event costs on SQLite, verified, told from its repetitions, applied and audited, beside the least that an endpoint by hand does:
/// the hash, and one durable insert of the delivery id. Without HTTP on either side.
/// </summary>
public class InboundBenchmarks : IDisposable
{
    private const string Target = "mock";
    private const string SecretText = "benchmark-secret-of-32-bytes-001";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(SecretText);
    private readonly WebhookSecret _secret = WebhookSecret.FromText(SecretText);
    private LedgerStage _stage = null!;
    private ITicketInbound _inbound = null!;
    private SqliteCommand _insert = null!;
    private InboundDelivery _repeated = null!;
    private InboundDelivery _forged = null!;
    private string _ticket = "";
    private int _count;

    [GlobalSetup]
    public async Task Setup()
    {
        _stage = new LedgerStage(builder =>
        {
            builder.AddMock(Target).AddTarget(Target, static target =>
            {
                target.Account = "acme";
                target.OwnershipConfirmed = true;
                target.Credentials["webhook_secret"] = SecretText;
            });
            builder.Services.Configure<TicketInboundOptions>(static options => options.MaxPerMinute = 600_000);
        });
        _inbound = _stage.Services.GetRequiredService<ITicketInbound>();
        var exported = await _stage.Services.GetRequiredService<ITicketExporter>().ExportAsync(new ExportRequest
        {
            Account = new AccountScope { Id = "acme" },
            TargetId = Target,
            Document = BenchmarkDocuments.Small(1),
        });
        _ticket = exported.Ticket!.ProviderTicketId;
        _insert = _stage.Raw.CreateCommand();
        _insert.CommandText = "CREATE TABLE IF NOT EXISTS receipt (id TEXT PRIMARY KEY, body BLOB) STRICT, WITHOUT ROWID";
        _insert.ExecuteNonQuery();
        _insert.CommandText = "INSERT OR IGNORE INTO receipt (id, body) VALUES ($id, $body)";
        _insert.Parameters.AddWithValue("$id", "");
        _insert.Parameters.AddWithValue("$body", Array.Empty<byte>());
        _repeated = Next();
        await Expect(_repeated, InboundAnswer.Taken);
        _forged = _repeated with { Headers = _repeated.Headers.SetItem(WebhookHeaders.TicketSyncSignature, "sha256=" + new string('0', 64)) };
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _insert.Dispose();
        _stage.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "By hand: HMAC and one insert")]
    public int ByHand()
    {
        var delivery = Next();
        var expected = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(_key, delivery.Body.Span));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(delivery.Headers[WebhookHeaders.TicketSyncSignature])))
        {
            throw new InvalidOperationException("The delivery is signed.");
        }

        _insert.Parameters[0].Value = _count.ToString(CultureInfo.InvariantCulture);
        _insert.Parameters[1].Value = delivery.Body.ToArray();
        return _insert.ExecuteNonQuery();
    }

    [Benchmark(Description = "Taken: verified, applied, audited")]
    public Task<InboundResult> Take() => Expect(Next(), InboundAnswer.Taken);

    [Benchmark(Description = "Repeated delivery")]
    public Task<InboundResult> Repeat() => Expect(_repeated, InboundAnswer.Repeated);

    [Benchmark(Description = "Forged delivery")]
    public Task<InboundResult> Refuse() => Expect(_forged, InboundAnswer.NotAuthentic);

    private async Task<InboundResult> Expect(InboundDelivery delivery, InboundAnswer answer)
    {
        var result = await _inbound.ReceiveAsync(delivery);
        return result.Answer == answer ? result : throw new InvalidOperationException($"{result.Answer} is not what was measured.");
    }

    private InboundDelivery Next()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"external_id":"{{_ticket}}","status":"closed","delivery_id":"{{++_count}}"}""");
        return new InboundDelivery
        {
            TargetKey = Target,
            Address = new Uri("https://host.example.test/webhooks/ticket-sync/mock"),
            Headers = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add(WebhookHeaders.TicketSyncSignature, TicketSyncSignature.Sign(_secret, body)),
            Body = body,
        };
    }
}
