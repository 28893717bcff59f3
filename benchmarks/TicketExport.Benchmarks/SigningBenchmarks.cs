using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using TicketExport.Signing;

namespace TicketExport.Benchmarks;

/// <summary>What a signature costs beyond the hash itself, over the 2 KB body of a usual delivery.</summary>
public class SigningBenchmarks
{
    private const string Timestamp = "1767225600";
    private const string Nonce = "0198a0c1f3d27b6e8a4c5d6e7f809102";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1767225600);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private readonly byte[] _key = Encoding.UTF8.GetBytes("benchmark-secret-of-32-bytes-001");
    private readonly byte[] _body = new byte[2048];
    private readonly byte[] _mac = new byte[32];
    private byte[] _prebuilt = [];
    private WebhookSecret _secret = null!;
    private WebhookSecret[] _one = [];
    private WebhookSecret[] _rotating = [];
    private SignedDelivery _delivery = null!;
    private SignedDelivery _stale = null!;

    [GlobalSetup]
    public void Setup()
    {
        _body.AsSpan().Fill((byte)'x');
        _prebuilt = [.. Encoding.ASCII.GetBytes($"{Timestamp}.{Nonce}."), .. _body];
        _secret = WebhookSecret.FromBytes(_key);
        _one = [_secret];
        _rotating = [WebhookSecret.FromText("benchmark-secret-of-32-bytes-002"), _secret];
        _delivery = new SignedDelivery(Timestamp, Nonce, ExportSignature.Sign(_secret, Timestamp, Nonce, _body));
        _stale = _delivery with { Timestamp = "1767220000" };
    }

    [Benchmark(Baseline = true, Description = "HMACSHA256.HashData, input prebuilt")]
    public int HashData() => HMACSHA256.HashData(_key, _prebuilt, _mac);

    [Benchmark]
    public string Sign() => ExportSignature.Sign(_secret, Timestamp, Nonce, _body);

    [Benchmark]
    public SignatureVerdict Verify() => ExportSignature.Verify(_one, _delivery, _body, Now, Tolerance);

    [Benchmark(Description = "Verify, two live secrets")]
    public SignatureVerdict VerifyWhileRotating() => ExportSignature.Verify(_rotating, _delivery, _body, Now, Tolerance);

    [Benchmark(Description = "Verify, outside the window")]
    public SignatureVerdict VerifyStale() => ExportSignature.Verify(_one, _stale, _body, Now, Tolerance);
}
