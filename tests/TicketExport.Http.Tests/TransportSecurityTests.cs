using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using TicketExport.Providers;

namespace TicketExport.Http;

public sealed class TransportSecurityTests : IDisposable
{
    private const string Host = "tracker.example.test";
    private static readonly NetworkPolicy Policy = NetworkPolicy.Parse("10.0.0.0/8");

    private readonly TestCertificates _certificates = new();

    public void Dispose() => _certificates.Dispose();

    [Fact]
    public async Task A_certificate_of_a_trusted_root_for_the_host_is_accepted()
    {
        using var certificate = _certificates.Issue(Host);

        var (result, bytes) = await PostAsync(certificate);

        Assert.IsType<TicketHttpResult.Answered>(result);
        Assert.NotEqual(0, bytes);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("wrong host")]
    [InlineData("self-signed")]
    [Trait("Fault", "F55")]
    public async Task A_certificate_that_is_not_good_blocks_before_any_byte(string flaw)
    {
        using var certificate = flaw switch
        {
            "expired" => _certificates.Issue(Host, expired: true),
            "wrong host" => _certificates.Issue("other.example.test"),
            _ => TestCertificates.SelfSigned(Host),
        };

        var (result, bytes) = await PostAsync(certificate);

        AssertBlocked(result);
        Assert.Equal(0, bytes);
    }

    [Fact]
    [Trait("Fault", "F55")]
    public async Task Only_TLS_1_2_and_1_3_are_offered_and_a_server_that_wants_less_blocks()
    {
        byte[] hello = [];
        byte[] protocolVersionAlert = [0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46];
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            var buffer = new byte[8192];
            hello = buffer[..await client.GetStream().ReadAsync(buffer)];
            await client.GetStream().WriteAsync(protocolVersionAlert);
        });
        await using var stage = Stage((IPEndPoint)listener.LocalEndpoint);

        AssertBlocked(await stage.PostAsync($"https://{Host}/", Policy));

        await server;
        byte[] supportedVersions = [0x00, 0x2b, 0x00, 0x05, 0x04, 0x03, 0x04, 0x03, 0x03];
        Assert.True(hello.AsSpan().IndexOf(supportedVersions) > 0, Convert.ToHexString(hello));
    }

    [Fact]
    [Trait("Fault", "F61")]
    public async Task A_handshake_that_breaks_off_may_be_tried_later()
    {
        await using var server = new RawServer(static connection =>
        {
            connection.Reset();
            return Task.CompletedTask;
        });
        await using var stage = Stage(new IPEndPoint(IPAddress.Loopback, server.Address.Port));

        var failure = Assert.IsType<TicketHttpResult.Unsent>(await stage.PostAsync($"https://{Host}/", Policy)).Failure;

        Assert.Equal((TicketHttpFailureCause.Connection, false), (failure.Cause, failure.NeedsChange));
    }

    // A stream that the server gave back is sent again by the platform; there is none without HTTP/2.
    [Theory]
    [InlineData(HttpVersionPolicy.RequestVersionOrHigher)]
    [InlineData(HttpVersionPolicy.RequestVersionExact)]
    [Trait("Fault", "F58")]
    public async Task A_server_that_speaks_http_2_is_spoken_to_in_http_1_whatever_the_request_asks_for(HttpVersionPolicy policy)
    {
        using var certificate = _certificates.Issue(Host);
        await using var server = new TlsServer(certificate);
        await using var stage = Stage(server.EndPoint);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://{Host}/")
        {
            Content = new StringContent("{}"),
            Version = HttpVersion.Version20,
            VersionPolicy = policy,
        };

        Assert.IsType<TicketHttpResult.Answered>(await stage.SendAsync(request, Policy));

        Assert.NotEqual(SslApplicationProtocol.Http2, Assert.Single(server.Protocols));
    }

    [Fact]
    [Trait("Fault", "F59")]
    public async Task No_byte_of_a_request_leaves_before_its_handshake_ended_also_when_a_session_is_resumed()
    {
        using var certificate = _certificates.Issue(Host);
        await using var server = new TlsServer(certificate);
        await using var stage = Stage(server.EndPoint);

        for (var connection = 0; connection < 3; connection++)
        {
            Assert.IsType<TicketHttpResult.Answered>(await stage.PostAsync($"https://{Host}/", Policy));
        }

        Assert.Equal(3, server.Hellos.Count);
        Assert.Contains(TlsServer.PreSharedKey, server.Hellos.Last());
        Assert.All(server.Hellos, static hello =>
        {
            Assert.NotEmpty(hello);
            Assert.DoesNotContain(TlsServer.EarlyData, hello);
        });
    }

    private static void AssertBlocked(TicketHttpResult result)
    {
        var failure = Assert.IsType<TicketHttpResult.Unsent>(result).Failure;
        Assert.Equal((TicketHttpFailureCause.Tls, true), (failure.Cause, failure.NeedsChange));
        Assert.Equal(FailureReason.Configuration, Assert.IsType<CreateOutcome.Rejected>(failure.ToUnsentOutcome("BaseUrl")).Fault.Reason);
    }

    private async Task<(TicketHttpResult Result, int Bytes)> PostAsync(X509Certificate2 certificate)
    {
        await using var server = new TlsServer(certificate);
        await using var stage = Stage(server.EndPoint);
        return (await stage.PostAsync($"https://{Host}/", Policy), server.Bytes);
    }

    private GuardStage Stage(IPEndPoint server) => new(new HostLookupTable().With(Host, "10.0.0.5"), configure: options =>
    {
        options.CertificateChainPolicy = _certificates.Trust;
        options.Dial = (_, cancellationToken) => Internal.Dialler.DialAsync(server, cancellationToken);
    });
}
