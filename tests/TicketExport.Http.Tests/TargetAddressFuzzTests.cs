using System.Globalization;
using System.Net;
using CsCheck;
using TicketExport.Http.Internal;

namespace TicketExport.Http;

public sealed class TargetAddressFuzzTests
{
    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Byte.Select(static value => value.ToString(CultureInfo.InvariantCulture)),
        Gen.Byte.Select(static value => $"0x{value:x}"),
        Gen.Byte.Select(static value => $"0{Convert.ToString(value, 8)}"),
        Gen.UInt.Select(static value => value.ToString(CultureInfo.InvariantCulture)),
        Gen.OneOf("127", "169", "254", "10", "00", "256", "", "4294967295", "①", "１", "-1"));

    private static readonly Gen<string> Dot = Gen.OneOf(".", ".", ".", "。", "．", "｡", "..", "%2e", "");

    private static readonly Gen<string> Host = Gen.OneOf(
        Gen.Select(Number, Dot, Number, Dot, Number).Select(static (a, b, c, d, e) => a + b + c + d + e),
        Gen.Select(Number, Number, Number, Number).Select(static (a, b, c, d) => $"{a}.{b}.{c}.{d}"),
        Gen.Byte.Array[16].Select(static bytes => $"[{new IPAddress(bytes)}]"),
        Gen.String[Gen.Char["0123456789abcdefABCDEF:.%x[]"], 0, 24].Select(static text => $"[{text}]"),
        Gen.String[Gen.Char["abcxyzLOCALHOST0179-_.。ⓛÄéаß\u00ad\u200b\u202e%@:\\/?#[] \t\r\n\0\ud800"], 0, 20],
        Gen.OneOf("localhost", "localhost.", "a.internal", "metadata.google.internal", "example.com", "xn--a", "xn--", "bücher.example", "127.0.0.1", "[::1]", "[::ffff:a00:1]"));

    private static readonly Gen<string> Address = Gen.Select(
        Gen.OneOf("https://", "https://", "https://", "http://", "HTTPS://", "https:/", "https:", "//", "\\\\", "file://", "", "ftp://", " https://"),
        Gen.OneOf("", "", "", "", "user@", "u:p@", "@", "a@b@", "%40@"),
        Host,
        Gen.OneOf("", "", ":443", ":8443", ":22", ":0", ":65536", ":", ":0443", ":x"),
        Gen.OneOf("", "/", "/a b", "/p?q=1", "?x", "/#f", "#", "/\\..", "/%00", "/\r\n", "\\@x")).Select(static (a, b, c, d, e) => a + b + c + d + e);

    private static readonly NetworkPolicy[] Policies =
        [NetworkPolicy.Public, NetworkPolicy.Loopback, NetworkPolicy.Private, NetworkPolicy.Parse("10.0.0.0/8, 64:ff9b::/96, loopback, http, port:22")];

    [Fact]
    [Trait("Fault", "F144")]
    [Trait("Fault", "F148")]
    public void Any_text_gets_a_verdict_and_a_safe_one_is_what_the_platform_would_connect_to() =>
        Gen.Select(Address, Gen.Int[0, Policies.Length - 1]).Sample(
            static (address, index) =>
            {
                var policy = Policies[index];
                var verdict = TargetAddress.Check(address, policy);
                Assert.NotEmpty(verdict.Message);
                if (verdict.IsSafe)
                {
                    AssertSafe(address, verdict, policy);
                }
                else if (address.StartsWith("http", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri))
                {
                    Assert.False(TargetAddress.Check(uri, policy).IsSafe);
                }
            },
            iter: 30_000);

    [Fact]
    [Trait("Fault", "F144")]
    public void Every_way_to_write_an_IPv4_address_is_judged_as_that_address_or_refused_for_its_spelling() =>
        Gen.Select(Gen.OneOf(Gen.UInt, Gen.OneOf(0x7f000001u, 0x0a000001u, 0xa9fea9feu, 0xc0a80101u, 0u, 0x08080808u)), Gen.Int[0, 9]).Sample(
            static (value, form) =>
            {
                var plain = new IPAddress([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
                var rule = TargetAddress.Check($"https://{Write(value, plain, form)}/", NetworkPolicy.Public).Rule;
                Assert.Equal(AddressTable.RuleOf(plain) ?? (form == 0 ? null : AddressRule.HostSpelling), rule);
            },
            iter: 5_000);

    [Fact]
    public void The_longest_address_is_judged_at_once()
    {
        foreach (var part in new[] { "a.", "1.", "[", ":", "@", "%", "xn--", "ä.", "\u0301" })
        {
            var text = "https://" + string.Concat(Enumerable.Repeat(part, (TargetAddress.MaxLength - 8) / part.Length));

            Assert.False(TargetAddress.Check(text, NetworkPolicy.Public).IsSafe);
            Assert.False(TargetAddress.Check(text + new string('a', 1_000_000), NetworkPolicy.Public).IsSafe);
        }
    }

    private static string Write(uint value, IPAddress plain, int form)
    {
        var (a, b, c, d) = ((byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return form switch
        {
            0 => plain.ToString(),
            1 => $"0x{value:x}",
            2 => $"0{Convert.ToString(value, 8)}",
            3 => $"0x{a:x}.0x{b:x}.0x{c:x}.0x{d:x}",
            4 => $"0{Convert.ToString(a, 8)}.0{Convert.ToString(b, 8)}.0{Convert.ToString(c, 8)}.0{Convert.ToString(d, 8)}",
            5 => $"0x{a:X}.{value & 0xffffff}",
            6 => $"0x{a:x}.{b}.{value & 0xffff}",
            7 => string.Concat(plain.ToString().Select(static letter => letter == '.' ? letter : (char)(letter - '0' + '０'))),
            8 => plain.ToString().Replace('.', '。'),
            _ => plain + ".",
        };
    }

    private static void AssertSafe(string text, AddressVerdict verdict, NetworkPolicy policy)
    {
        var uri = new Uri(text);
        Assert.Equal((uri.IdnHost, ""), (verdict.Host, uri.UserInfo));
        Assert.DoesNotContain('#', text);
        Assert.DoesNotContain(text, static letter => letter <= ' ' || letter == '\\');
        var isPublic = !IPAddress.TryParse(uri.IdnHost, out var ip) || AddressTable.RuleOf(ip) is null;
        Assert.True(uri.Scheme == "https" || (uri.Scheme == "http" && (!isPublic || policy.AllowsHttp)), text);
        Assert.True(isPublic || policy.AllowsLoopback || policy.Networks.Any(network => network.Contains(AddressTable.Unmap(ip!))), text);
        Assert.True(uri.IsDefaultPort || uri.Port >= 1024 || policy.Ports.Contains(uri.Port), text);
    }
}
