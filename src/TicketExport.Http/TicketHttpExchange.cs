using System.Security.Authentication;
using TicketExport.Http.Internal;

namespace TicketExport.Http;

/// <summary>Sends one request once and reads the answer up to a cap, telling apart what is proven unsent and what is not known.</summary>
/// <remarks>
/// The proof is the request's own content: as long as the connection has not asked it for a byte, the other side cannot have
/// acted on it. Name resolution, refused connections, TLS and an early cancellation end there; everything later is not known.
/// </remarks>
public static class TicketHttpExchange
{
    /// <summary>The default cap on an answer's body, in bytes: 64 KiB.</summary>
    public const int DefaultMaxBodyBytes = 64 * 1024;

    /// <summary>Sends a request and reads the answer up to <see cref="DefaultMaxBodyBytes"/>.</summary>
    /// <inheritdoc cref="SendAsync(HttpClient, HttpRequestMessage, int, CancellationToken)"/>
    public static Task<TicketHttpResult> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(client, request, DefaultMaxBodyBytes, cancellationToken);

    /// <summary>Sends a request and reads the answer up to a cap.</summary>
    /// <param name="client">A client of <c>AddTicketHttpClient</c>.</param>
    /// <param name="request">The request; the caller disposes it.</param>
    /// <param name="maxBodyBytes">The cap on the answer's body, in bytes.</param>
    /// <param name="cancellationToken">Bounds the whole exchange, the reading of the body with it. Cancelling is a result, not an exception.</param>
    /// <exception cref="ArgumentException">
    /// The request changes something and has no content: a dying connection would make the platform send it again.
    /// </exception>
    public static async Task<TicketHttpResult> SendAsync(
        HttpClient client,
        HttpRequestMessage request,
        int maxBodyBytes,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBodyBytes, 1);
        ThrowIfRepeatable(request);
        if (!HeaderText.AllVisible(request))
        {
            return Unsent(TicketHttpFailureCause.HeaderRefused);
        }

        var content = WatchedContent.Attach(request);
        try
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return Unsent(TicketHttpFailureCause.Timeout);
            }

            using var response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            if (AnswerFraming.IsInDoubt(response))
            {
                return Unanswered(TicketHttpFailureCause.InvalidAnswer);
            }

            var (body, end) = await CappedBody.ReadAsync(response.Content, maxBodyBytes, cancellationToken).ConfigureAwait(false);
            return new TicketHttpResult.Answered(new(response, body, end));
        }
        catch (OperationCanceledException) when (content is { WasAskedFor: false })
        {
            // Without the caller's token it is the handler's own time limit for opening a connection.
            return Unsent(cancellationToken.IsCancellationRequested ? TicketHttpFailureCause.Timeout : TicketHttpFailureCause.Connection);
        }
        catch (OperationCanceledException)
        {
            return Unanswered(TicketHttpFailureCause.Timeout);
        }
        catch (HttpRequestException exception)
        {
            var failure = FailureOf(exception);
            return IsUnsent(content, failure.Cause) ? new TicketHttpResult.Unsent(failure) : new TicketHttpResult.Unanswered(failure);
        }
    }

    // A read carries no content and needs no proof; what failed before the connection stood is still told apart.
    private static bool IsUnsent(WatchedContent? content, TicketHttpFailureCause cause) =>
        content is not null
            ? !content.WasAskedFor
            : cause is TicketHttpFailureCause.NameResolution or TicketHttpFailureCause.Connection or TicketHttpFailureCause.Tls or TicketHttpFailureCause.UnsafeAddress;

    private static TicketHttpFailure FailureOf(HttpRequestException exception) => UnsafeAddressException.RuleOf(exception) is { } rule
        ? new(TicketHttpFailureCause.UnsafeAddress) { Rule = rule }
        : new(CauseOf(exception));

    // A handshake that breaks off may work the next time; one that is refused waits for another certificate or protocol.
    private static TicketHttpFailureCause CauseOf(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.SecureConnectionError when exception.InnerException is not AuthenticationException => TicketHttpFailureCause.Connection,
        HttpRequestError.NameResolutionError => TicketHttpFailureCause.NameResolution,
        HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => TicketHttpFailureCause.Connection,
        HttpRequestError.SecureConnectionError => TicketHttpFailureCause.Tls,
        HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => TicketHttpFailureCause.InvalidAnswer,
        _ => TicketHttpFailureCause.Interrupted,
    };

    private static void ThrowIfRepeatable(HttpRequestMessage request)
    {
        var reads = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options;
        if (!reads && request.Content is null or { Headers.ContentLength: 0 })
        {
            throw new ArgumentException(
                $"A {request.Method} needs content: the platform sends a request without content again when a connection dies. Give it a body, if only {{}}.",
                nameof(request));
        }
    }

    private static TicketHttpResult.Unsent Unsent(TicketHttpFailureCause cause) => new(new TicketHttpFailure(cause));

    private static TicketHttpResult.Unanswered Unanswered(TicketHttpFailureCause cause) => new(new TicketHttpFailure(cause));
}
