using System.Net;

namespace TicketExport.Http.Internal;

// What a name leads to: the platform's resolver, or a test's.
internal delegate Task<IPAddress[]> HostLookup(string host, CancellationToken cancellationToken);
