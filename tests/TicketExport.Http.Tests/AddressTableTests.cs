using System.Collections.Immutable;
using System.Net;
using System.Numerics;
using CsCheck;
using TicketExport.Http.Internal;

namespace TicketExport.Http;

public sealed class AddressTableTests
{
    /// <summary>
    /// What no public host has, written down independently of the library that the code takes its ranges from: the IANA special-purpose
    /// registries for IPv4 and IPv6 as of 2025, and every IPv6 address outside the global unicast block.
    /// </summary>
    private static readonly string[] NotPublic =
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "0000::/3", "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "4000::/2",
        "8000::/1",
    ];

    private static readonly ImmutableArray<(BigInteger First, BigInteger Last, int Bytes)> Ranges = [.. NotPublic.Select(ReadRange)];

    private static readonly Gen<IPAddress> IPv4 = Gen.OneOf(
        Gen.Byte.Array[4].Select(static bytes => new IPAddress(bytes)),
        Near(4));

    private static readonly Gen<IPAddress> IPv6 = Gen.OneOf(
        Gen.Byte.Array[16].Select(static bytes => new IPAddress(bytes)),
        Gen.Byte.Array[15].Select(static bytes => new IPAddress([(byte)(0x20 | (bytes[0] & 0x1F)), .. bytes])),
        Near(16));

    [Theory]
    [InlineData("0.0.0.0/8")]
    [InlineData("10.0.0.0/8")]
    [InlineData("100.64.0.0/10")]
    [InlineData("127.0.0.0/8")]
    [InlineData("169.254.0.0/16")]
    [InlineData("172.16.0.0/12")]
    [InlineData("192.0.0.0/24")]
    [InlineData("192.0.2.0/24")]
    [InlineData("192.88.99.0/24")]
    [InlineData("192.168.0.0/16")]
    [InlineData("198.18.0.0/15")]
    [InlineData("198.51.100.0/24")]
    [InlineData("203.0.113.0/24")]
    [InlineData("224.0.0.0/4")]
    [InlineData("240.0.0.0/4")]
    [InlineData("255.255.255.255/32")]
    [InlineData("::/128")]
    [InlineData("::1/128")]
    [InlineData("::/96")]
    [InlineData("64:ff9b::/96")]
    [InlineData("64:ff9b:1::/48")]
    [InlineData("100::/64")]
    [InlineData("2001::/23")]
    [InlineData("2001:db8::/32")]
    [InlineData("3fff::/20")]
    [InlineData("2002::/16")]
    [InlineData("5f00::/16")]
    [InlineData("fc00::/7")]
    [InlineData("fe80::/10")]
    [InlineData("fec0::/10")]
    [InlineData("ff00::/8")]
    [Trait("Fault", "F142")]
    [Trait("Fault", "F143")]
    public void The_first_the_last_and_a_middle_address_of_a_denied_range_are_refused(string range)
    {
        var (first, last, bytes) = ReadRange(range);

        Assert.All([first, last, (first + last) / 2], number => Assert.NotNull(AddressTable.RuleOf(ToAddress(number, bytes))));
    }

    [Fact]
    [Trait("Fault", "F142")]
    [Trait("Fault", "F157")]
    public void Drawn_addresses_are_public_exactly_where_the_registries_say_so() =>
        Gen.OneOf(IPv4, IPv6).Sample(
            static address =>
            {
                var isIsatap = address.GetAddressBytes() is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5e, 0xfe, ..];
                return AddressTable.RuleOf(address) is null == !(isIsatap || IsNotPublic(address));
            },
            iter: 20_000);

    [Fact]
    [Trait("Fault", "F145")]
    public void An_IPv4_address_is_judged_alike_in_IPv6_clothes_and_never_gets_through_in_another_wrapping() =>
        IPv4.Sample(
            static address =>
            {
                var rule = AddressTable.RuleOf(address);
                var tail = address.GetAddressBytes();
                IPAddress[] wrapped =
                [
                    new([0x20, 0x02, .. tail, .. new byte[10]]), new([0x20, 0x01, 0, 0, .. tail, .. new byte[8]]), new([.. new byte[12], .. tail]),
                    new([0, 0x64, 0xff, 0x9b, .. new byte[8], .. tail]), new([0x26, 6, 0x47, 0, 0, 0, 0, 0, 0, 0, 0x5e, 0xfe, .. tail]),
                ];
                return AddressTable.RuleOf(address.MapToIPv6()) == rule
                    && AddressReach.FindProblem(address.MapToIPv6(), isHttp: false, NetworkPolicy.Private) == AddressReach.FindProblem(address, isHttp: false, NetworkPolicy.Private)
                    && wrapped.All(static address => AddressTable.RuleOf(address) is not null);
            },
            iter: 5_000);

    [Fact]
    [Trait("Fault", "F159")]
    public void What_is_never_allowed_stays_refused_under_a_policy_for_its_very_network() =>
        Assert.All(
            ["169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254", "fd00:c1::a9fe:a9fe", "fd00:42::42", "fe80::1", "::", "0.0.0.0", "ff02::1", "2002:7f00:1::"],
            static text => Assert.NotNull(AddressReach.FindProblem(
                IPAddress.Parse(text),
                isHttp: false,
                NetworkPolicy.Parse("loopback, private, 100.0.0.0/8, 168.0.0.0/8, 192.0.0.0/8, http"))));

    // The edges of the ranges and their neighbours, where mistakes live.
    private static Gen<IPAddress> Near(int bytes)
    {
        var edges = Ranges.Where(range => range.Bytes == bytes).SelectMany(static range => new[] { range.First, range.Last }).ToArray();
        return Gen.Select(Gen.Int[0, edges.Length - 1], Gen.Int[-2, 2])
            .Select((edge, step) => ToAddress(BigInteger.Clamp(edges[edge] + step, 0, (BigInteger.One << (8 * bytes)) - 1), bytes));
    }

    private static bool IsNotPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        return Ranges.Any(range => range.Bytes == bytes.Length && range.First <= number && number <= range.Last);
    }

    private static (BigInteger First, BigInteger Last, int Bytes) ReadRange(string text)
    {
        var parts = text.Split('/');
        var bytes = IPAddress.Parse(parts[0]).GetAddressBytes();
        var first = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var size = BigInteger.One << ((8 * bytes.Length) - int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        return (first, first + size - 1, bytes.Length);
    }

    private static IPAddress ToAddress(BigInteger number, int count)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return new IPAddress([.. new byte[count - bytes.Length], .. bytes]);
    }
}
