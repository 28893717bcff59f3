using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Microsoft.Security.AntiSSRF;

namespace TicketExport.Http.Internal;

// Which rule an address falls under; none for a public host. The ranges are those of Microsoft.Security.AntiSSRF, which follows the
// IANA special-purpose registries; what stands here in figures is what that list lacks.
internal static class AddressTable
{
    // AWS, Google Cloud, Oracle Cloud and Scaleway over IPv6; Alibaba Cloud; Oracle Cloud Classic. The others are link-local, or in the library.
    private static readonly string[] MetadataServices =
        ["fd00:ec2::/32", "fd20:ce::254/128", "fd00:c1::a9fe:a9fe/128", "fd00:42::42/128", "100.100.100.200/32", "192.0.0.192/32"];

    // IPv4-compatible, never used, and ISATAP has no prefix of its own; see IsIsatap.
    private static readonly string[] Compatible = ["::/96"];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork WellKnownNat64 = IPNetwork.Parse("64:ff9b::/96");

    private static readonly ImmutableArray<(IPNetwork Network, AddressRule Rule)> Rows =
    [
        .. Of(AddressRule.Metadata, [.. MetadataServices, .. IPAddressRanges.imds, .. IPAddressRanges.wireserver]),
        .. Of(AddressRule.LinkLocal, IPAddressRanges.linkLocal),
        .. Of(AddressRule.Unspecified, IPAddressRanges.unspecified),
        .. Of(AddressRule.Multicast, [.. IPAddressRanges.multicast, .. IPAddressRanges.broadcast]),
        .. Of(AddressRule.Loopback, IPAddressRanges.loopback),
        .. Of(AddressRule.PrivateNetwork, [.. IPAddressRanges.privateUse, .. IPAddressRanges.uniqueLocal, .. IPAddressRanges.siteLocal]),
        .. Of(AddressRule.SharedNetwork, IPAddressRanges.sharedAddressSpace),
        .. Of(AddressRule.Translation, [.. IPAddressRanges.ipv4Ipv6Translat, .. IPAddressRanges.teredo, .. IPAddressRanges.sixto4, .. Compatible]),
        .. Of(AddressRule.Documentation, IPAddressRanges.documentation),
        .. Of(AddressRule.Reserved, IPAddressRanges.recommendedLatest),
    ];

    // What the word "private" of a policy stands for: without the site-local range, which is out of use.
    public static ImmutableArray<IPNetwork> PrivateNetworks { get; } =
        [.. Of(AddressRule.PrivateNetwork, [.. IPAddressRanges.privateUse, .. IPAddressRanges.uniqueLocal]).Select(static row => row.Network)];

    // An IPv4 address in IPv6 clothes is judged, and dialled, as what it is.
    public static IPAddress Unmap(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    public static AddressRule? RuleOf(IPAddress address)
    {
        var plain = Unmap(address);
        foreach (var (network, rule) in Rows)
        {
            if (network.Contains(plain))
            {
                return rule;
            }
        }

        if (plain.AddressFamily == AddressFamily.InterNetwork)
        {
            return null;
        }

        return !GlobalUnicast.Contains(plain) ? AddressRule.Reserved : IsIsatap(plain) ? AddressRule.Translation : null;
    }

    // Where no policy reaches. Of the translations only NAT64's well-known prefix can be allowed: IPv6-only networks live by it.
    public static bool IsNeverAllowed(IPAddress address) => RuleOf(address) switch
    {
        AddressRule.Metadata or AddressRule.LinkLocal or AddressRule.Unspecified or AddressRule.Multicast => true,
        AddressRule.Translation => !WellKnownNat64.Contains(address),
        _ => false,
    };

    // The IPv4 address behind NAT64's well-known prefix.
    public static IPAddress? Embedded(IPAddress address) =>
        WellKnownNat64.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12)) : null;

    // RFC 5214: the interface part is 0000:5efe or 0200:5efe and an IPv4 address.
    private static bool IsIsatap(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return address.TryWriteBytes(bytes, out _) && bytes[8] is 0 or 2 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe;
    }

    private static IEnumerable<(IPNetwork Network, AddressRule Rule)> Of(AddressRule rule, IEnumerable<string> networks) =>
        networks.Select(network => (IPNetwork.Parse(network), rule));
}
