using System.Collections.Concurrent;

namespace TicketExport.AspNetCore.Tests;

/// <summary>What the host's own classes were asked.</summary>
internal sealed class Calls
{
    public ConcurrentQueue<TicketExportAccessQuery> Queries { get; } = [];

    public ConcurrentQueue<SourceKey> Sources { get; } = [];
}
