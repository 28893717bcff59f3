using System.Collections.Frozen;

namespace TicketExport.Http.Internal;

// The scheme's own port, and the ports from 1024 on unless another protocol is known to listen there.
internal static class PortRule
{
    private const int FirstUnprivileged = 1024;

    // The ports above 1023 that browsers refuse (WHATWG Fetch, "port blocking").
    private static readonly int[] BlockedByBrowsers =
        [1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080];

    // Databases, caches, queues, remote desktops and the control ports of clusters.
    private static readonly int[] Infrastructure =
    [
        1433, 1434, 1521, 2181, 2375, 2376, 2377, 2379, 2380, 3306, 3389, 4369, 5432, 5433, 5671, 5672, 5900, 5984, 5985, 5986, 6379, 6380, 6443, 7000, 7001,
        8086, 8300, 8301, 8302, 8500, 8501, 8600, 9000, 9042, 9092, 9160, 9200, 9300, 10250, 10255, 10256, 11211, 15672, 25672, 26257, 26379, 27017, 27018, 27019, 28017,
    ];

    private static readonly FrozenSet<int> Blocked = BlockedByBrowsers.Concat(Infrastructure).ToFrozenSet();

    public static bool Allows(int port, bool isDefault, NetworkPolicy policy) =>
        isDefault || policy.Ports.Contains(port) || (port >= FirstUnprivileged && !Blocked.Contains(port));
}
