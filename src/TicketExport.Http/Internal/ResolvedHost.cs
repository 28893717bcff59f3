using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace TicketExport.Http.Internal;

// The addresses of one look-up. They are judged together and dialled as they are; nobody looks up a second time.
internal sealed record ResolvedHost(ImmutableArray<IPAddress> Addresses)
{
    public static async Task<ResolvedHost> FindAsync(string host, HostLookup lookup, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
        {
            return new([AddressTable.Unmap(literal)]);
        }

        try
        {
            var found = await lookup(host, cancellationToken).ConfigureAwait(false);
            if (found.Length > 0)
            {
                return new([.. found.Select(AddressTable.Unmap).Distinct()]);
            }
        }
        catch (SocketException)
        {
            // Told below; the platform has many words for it.
        }

        throw new SocketException((int)SocketError.HostNotFound);
    }

    // One forbidden address spoils the name: nobody mixes public and private by accident.
    public AddressRule? FindProblem(bool isHttp, NetworkPolicy policy)
    {
        foreach (var address in Addresses)
        {
            if (AddressReach.FindProblem(address, isHttp, policy) is { } rule)
            {
                return rule;
            }
        }

        return null;
    }
}
