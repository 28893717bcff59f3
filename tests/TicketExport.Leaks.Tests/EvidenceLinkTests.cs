using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using TicketExport.Contract;
using TicketExport.Ledger;
using TicketExport.Portable;
using TicketExport.Review;
using TicketExport.Testing;

namespace TicketExport.Leaks.Tests;

/// <summary>A link to evidence is text. Whoever writes one must not be able to make the host call anybody.</summary>
public sealed class EvidenceLinkTests : IDisposable
{
    private readonly TcpListener _bait = new(IPAddress.Loopback, 0);

    public EvidenceLinkTests() => _bait.Start();

    public void Dispose() => _bait.Dispose();

    [Fact]
    [Trait("Fault", "F161")]
    public async Task No_way_out_fetches_a_link_to_evidence()
    {
        await using var receiver = await FakeWebhookReceiver.StartAsync();
        await using var tracker = await FakeTracker.StartAsync();
        await using var scene = new LeakScene(builder => builder.AddFakeTracker("board", tracker).AddWebhook("hook", target =>
        {
            target.OwnershipConfirmed = true;
            target.Url = receiver.Url.AbsoluteUri;
            target.SigningSecret = receiver.Secret;
            target.NetworkPolicy = Http.NetworkPolicy.Loopback;
        }));

        foreach (var (target, id) in new[] { ("board", "42"), ("hook", "43") })
        {
            await scene.Service<ITicketReviews>().ReviewAsync(new ReviewRequest { Export = RequestFor(target, id) });
            Assert.Equal(ExportOutcome.Created, (await scene.ExportAsync(RequestFor(target, id))).Outcome);
        }

        tracker.RejectNext(401, "revoked");
        var refused = await scene.ExportAsync(RequestFor("board", "44"));
        var file = await scene.Service<IPortableFallback>().CreateFileAsync(
            new() { AccountId = "acme", ExportId = refused.ExportId!, Format = PortableFormat.Markdown, By = new AuditStamp("ann", "The token is revoked.") });

        Assert.Equal(PortableFallbackOutcome.Created, file.Outcome);
        Assert.Contains(Link, System.Text.Encoding.UTF8.GetString(receiver.Deliveries[0].Body.Span), StringComparison.Ordinal);
        Assert.False(_bait.Pending());
    }

    private string Link => $"http://127.0.0.1:{((IPEndPoint)_bait.LocalEndpoint).Port}/evidence.png";

    private ExportRequest RequestFor(string target, string id)
    {
        var request = Findings.RequestFor(target, id: id);
        var link = new EvidenceLink { Label = "Screenshot", Url = Link, Type = "screenshot", AttachmentAllowed = true };
        return request with { Document = request.Document with { EvidenceLinks = [link] } };
    }
}
