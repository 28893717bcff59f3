using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace TicketExport.Http.Internal;

// Opens the connections of one policy: looks the name up once, judges all that it leads to, and dials exactly what was judged.
internal sealed partial class GuardedConnector(NetworkPolicy policy, TicketHttpClientOptions options, ILogger logger)
{
    private const int MaxDialled = 4;

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = await ResolvedHost.FindAsync(host, options.Lookup, cancellationToken).ConfigureAwait(false);
        var isHttp = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttp;

        // A proxy was chosen by the host, is not judged, and opens the onward connection itself.
        if (options.Proxy is null && found.FindProblem(isHttp, policy) is { } rule)
        {
            LogRefused(logger, host, AddressRuleText.IdOf(rule));
            throw new UnsafeAddressException(AddressRule.ResolvedAddress);
        }

        return await DialAsync(found, port, cancellationToken).ConfigureAwait(false);
    }

    // One address after the other, each with its share of the time, so that one that swallows packets does not cost the others theirs.
    private async Task<Stream> DialAsync(ResolvedHost host, int port, CancellationToken cancellationToken)
    {
        var count = Math.Min(host.Addresses.Length, MaxDialled);
        for (var i = 0; i < count - 1; i++)
        {
            using var share = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            share.CancelAfter(options.ConnectTimeout / count);
            try
            {
                return await options.Dial(new IPEndPoint(host.Addresses[i], port), share.Token).ConfigureAwait(false);
            }
            catch (SocketException)
            {
                // The next address may answer.
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // So may it after one that does not.
            }
        }

        return await options.Dial(new IPEndPoint(host.Addresses[count - 1], port), cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Warning, Message = "No connection was opened to {Host}: what its name leads to breaks the rule {Rule} under the target's network policy")]
    private static partial void LogRefused(ILogger logger, string host, string rule);
}
