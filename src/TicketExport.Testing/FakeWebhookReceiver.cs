using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TicketExport.Testing.Internal;

namespace TicketExport.Testing;

/// <summary>
/// A webhook receiver on loopback HTTP that checks what it gets: event, schema, signature, time window, nonce, idempotency key and
/// envelope, and answers as a good receiver does.
/// </summary>
/// <remarks>
/// <para>Accepts each idempotency key once: a repeated delivery gets the first answer again and leads to no further work. Listens on
/// 127.0.0.1 only. All members may be used from any thread.</para>
/// <para>A fault meets the next delivery that has none yet; queue several for several deliveries.</para>
/// </remarks>
public sealed class FakeWebhookReceiver : IAsyncDisposable
{
    private readonly WebhookInbox _inbox;
    private readonly LoopbackServer _server;
    private readonly string _path;

    private FakeWebhookReceiver(FakeWebhookReceiverOptions options)
    {
        ImmutableArray<string> secrets = options.Secrets.Count > 0 ? [.. options.Secrets] : [RandomNumberGenerator.GetHexString(48, lowercase: true)];
        Secret = secrets[0];
        _path = options.Path;
        _inbox = new WebhookInbox(options, secrets);
        _server = new LoopbackServer(new WebhookEndpoint(_inbox, _path, () => BaseAddress).HandleAsync);
    }

    /// <summary>The receiver's address without the endpoint's path.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>The endpoint: what a target's <c>BaseUrl</c> is set to.</summary>
    public Uri Url => new(BaseAddress, _path);

    /// <summary>The first of the live secrets.</summary>
    public string Secret { get; }

    /// <summary>All deliveries, refused ones included, the oldest first.</summary>
    public ImmutableArray<FakeWebhookDelivery> Deliveries => _inbox.Deliveries;

    /// <summary>How many different idempotency keys were accepted: the pieces of work that the deliveries led to.</summary>
    public int AcceptedExports => _inbox.AcceptedExports;

    /// <summary>Starts a receiver on a free loopback port.</summary>
    /// <exception cref="IOException">No port could be bound.</exception>
    public static async Task<FakeWebhookReceiver> StartAsync(FakeWebhookReceiverOptions? options = null, CancellationToken cancellationToken = default)
    {
        var receiver = new FakeWebhookReceiver(options ?? new FakeWebhookReceiverOptions());
        await receiver._server.StartAsync(cancellationToken).ConfigureAwait(false);
        return receiver;
    }

    /// <summary>The next good delivery is not accepted and gets this answer instead.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The body's content type.</param>
    /// <param name="headers">Further headers, such as <c>Retry-After</c>.</param>
    public void AnswerNext(
        int status,
        string body = "",
        string contentType = "application/json",
        IReadOnlyDictionary<string, string>? headers = null) =>
        _inbox.Queue(new WebhookFault.Answer(status, Encoding.UTF8.GetBytes(body), contentType, headers?.ToImmutableDictionary() ?? []));

    /// <summary>The next good delivery is answered with a redirect and not accepted.</summary>
    /// <param name="location">Where the redirect leads.</param>
    /// <param name="status">The HTTP status: 301, 302, 303, 307 or 308.</param>
    public void RedirectNext(Uri location, int status = 307)
    {
        ArgumentNullException.ThrowIfNull(location);
        AnswerNext(status, headers: ImmutableDictionary<string, string>.Empty.Add("Location", location.AbsoluteUri));
    }

    /// <summary>The next good delivery is accepted, and the connection is cut instead of an answer.</summary>
    public void LoseNextReply() => _inbox.Queue(new WebhookFault.LoseReply());

    /// <summary>The next good delivery is not accepted, and the connection is cut instead of an answer.</summary>
    public void DropNext() => _inbox.Queue(new WebhookFault.Drop());

    /// <summary>The next good delivery waits for a signal before it is accepted; a sender that leaves meanwhile is not accepted.</summary>
    public void HoldNext(Task until) => _inbox.Queue(new WebhookFault.Wait(until));

    /// <summary>Takes the receiver down: connections are cut, and new ones are refused.</summary>
    public Task StopAsync() => _server.StopAsync();

    /// <summary>Brings the receiver up again at the same address.</summary>
    public Task RestartAsync(CancellationToken cancellationToken = default) => _server.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
