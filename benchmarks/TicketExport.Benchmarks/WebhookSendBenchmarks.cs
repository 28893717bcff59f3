using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using TicketExport.Contract;
using TicketExport.Rendering;
using TicketExport.Signing;

namespace TicketExport.Benchmarks;

/// <summary>What a delivery costs before it leaves, beside the one hash over the same bytes that no sender can do without.</summary>
public class WebhookSendBenchmarks
{
    private readonly byte[] _mac = new byte[32];
    private WebhookStage _stage = null!;

    [Params(WebhookProfile.Export, WebhookProfile.TicketSync, WebhookProfile.StandardWebhooks)]
    public WebhookProfile Profile { get; set; }

    [GlobalSetup]
    public void Setup() => _stage = new WebhookStage(Profile);

    [Benchmark(Baseline = true, Description = "HMACSHA256.HashData, same bytes")]
    public int HashData() => HMACSHA256.HashData(_stage.Key, _stage.Signed, _mac);

    [Benchmark(Description = "Signature of a body that stands")]
    public string Sign() => Profile switch
    {
        WebhookProfile.TicketSync => TicketSyncSignature.Sign(_stage.Settings.Secrets[0], _stage.Delivery.Body),
        WebhookProfile.StandardWebhooks => StandardWebhookSignature.Sign(_stage.Settings.Secrets, "key", "1767225600", _stage.Delivery.Body),
        _ => ExportSignature.Sign(_stage.Settings.Secrets[0], "1767225600", "0198a0c1f3d27b6e8a4c5d6e7f809102", _stage.Delivery.Body),
    };

    [Benchmark(Description = "Markdown of the ticket")]
    public RenderedBody Render() => MarkdownRenderer.Render(_stage.Request.Body);

    [Benchmark(Description = "Whole delivery: Markdown, body, signature, headers")]
    public object Write() => _stage.Write();
}
