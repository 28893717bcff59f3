using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using TicketExport.Signing;
using TicketExport.Webhooks.Receiver;

namespace TicketExport.Benchmarks;

/// <summary>What the receiver kit costs beside the one hash over the same bytes that no receiver can do without.</summary>
public class WebhookReceiveBenchmarks
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly byte[] _mac = new byte[32];
    private WebhookStage _stage = null!;
    private WebhookSecret[] _secrets = [];
    private KeyValuePair<string, string>[] _headers = [];
    private KeyValuePair<string, string>[] _forged = [];
    private WebhookReceiver _receiver = null!;
    private WebhookReceiver _rotating = null!;

    [Params(WebhookProfile.Export, WebhookProfile.TicketSync, WebhookProfile.StandardWebhooks)]
    public WebhookProfile Profile { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _stage = new WebhookStage(Profile);
        _secrets = [.. _stage.Settings.Secrets];
        _headers = [.. _stage.Delivery.Headers];
        _forged = [.. _headers.Select(static header => header.Key.EndsWith("ignature", StringComparison.Ordinal) ? new(header.Key, Forge(header.Value)) : header)];
        _receiver = ReceiverWith(_stage.SecretText);
        _rotating = ReceiverWith(
            _stage.SecretText,
            [.. Enumerable.Range(2, 4).Select(number => Profile == WebhookProfile.StandardWebhooks
                ? "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))
                : $"benchmark-secret-of-32-bytes-00{number}")]);
    }

    [Benchmark(Baseline = true, Description = "HMACSHA256.HashData, same bytes")]
    public int HashData() => HMACSHA256.HashData(_stage.Key, _stage.Signed, _mac);

    [Benchmark(Description = "Signature and time window")]
    public SignatureVerdict Verify() => Profile switch
    {
        WebhookProfile.TicketSync => TicketSyncSignature.Verify(_secrets, _stage.Header(WebhookHeaders.TicketSyncSignature), _stage.Delivery.Body),
        WebhookProfile.StandardWebhooks => StandardWebhookSignature.Verify(
            _secrets,
            new(_stage.Header("webhook-id"), _stage.Header("webhook-timestamp"), _stage.Header("webhook-signature")),
            _stage.Delivery.Body,
            WebhookStage.Now,
            Tolerance),
        _ => ExportSignature.Verify(
            _secrets,
            new(_stage.Header(_stage.Settings.Headers.Timestamp), _stage.Header(_stage.Settings.Headers.Nonce), _stage.Header(_stage.Settings.Headers.Signature)),
            _stage.Delivery.Body,
            WebhookStage.Now,
            Tolerance),
    };

    [Benchmark(Description = "Kit: forgery refused")]
    public Task<VerificationResult> Refuse() => Expect<VerificationResult.Refused>(_receiver, _forged);

    [Benchmark(Description = "Kit: forgery refused, five live secrets")]
    public Task<VerificationResult> RefuseWhileRotating() => Expect<VerificationResult.Refused>(_rotating, _forged);

    [Benchmark(Description = "Kit: verified and read")]
    public Task<VerificationResult> Accept() => Expect<VerificationResult.Verified>(_receiver, _headers);

    private static string Forge(string signature) => signature[..^8] + (signature[^8] == '0' ? '1' : '0') + signature[^7..];

    private WebhookReceiver ReceiverWith(string secret, params string[] others)
    {
        var options = new WebhookReceiverOptions { Profile = Profile };
        foreach (var one in others.Append(secret))
        {
            options.Secrets.Add(one);
        }

        return new WebhookReceiver(options, new WebhookReceiverParts { NonceStore = new NoNonces(), TimeProvider = new StillClock() });
    }

    private async Task<VerificationResult> Expect<T>(WebhookReceiver receiver, KeyValuePair<string, string>[] headers)
        where T : VerificationResult
    {
        var result = await receiver.VerifyAsync(headers, _stage.Delivery.Body);
        return result is T ? result : throw new InvalidOperationException($"{result} is not what was measured.");
    }

    // The same delivery is verified over and over.
    private sealed class NoNonces : INonceStore
    {
        private static readonly Task<NonceResult> Added = Task.FromResult(NonceResult.Added);

        public Task<NonceResult> AddAsync(string endpoint, string nonce, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken) => Added;
    }

    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => WebhookStage.Now;
    }
}
