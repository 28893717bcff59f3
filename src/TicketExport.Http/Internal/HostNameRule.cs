using System.Buffers;

namespace TicketExport.Http.Internal;

// What a host's name gives away before anybody asks the network. The addresses behind it are judged when they are dialled.
internal static class HostNameRule
{
    private const int MaxLength = 253;

    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.");

    private static readonly string[] LocalSuffixes = ["localhost", "localdomain"];

    // .internal is ICANN's for private use, .local is RFC 6762's, home.arpa RFC 8375's; the others are those that ICANN will not delegate.
    private static readonly string[] InternalSuffixes = ["internal", "local", "home.arpa", "corp", "home", "mail", "intranet", "lan", "private"];

    private static readonly string[] MetadataNames =
        ["metadata", "metadata.google.internal", "metadata.goog", "instance-data", "instance-data.ec2.internal", "metadata.tencentyun.com"];

    // The host in ASCII; none where IDN has no form for it, which the platform says by an exception of the property.
    public static string? TryGetHost(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    public static AddressRule? FindProblem(string host, NetworkPolicy policy)
    {
        var name = host.AsSpan();
        if (name.EndsWith('.'))
        {
            name = name[..^1];
        }

        if (name.Length is 0 or > MaxLength || name.ContainsAnyExcept(Letters) || EndsInNumber(name))
        {
            return AddressRule.HostSpelling;
        }

        foreach (var metadata in MetadataNames)
        {
            if (name.Equals(metadata, StringComparison.OrdinalIgnoreCase))
            {
                return AddressRule.Metadata;
            }
        }

        if (EndsIn(name, LocalSuffixes))
        {
            return AddressRule.LocalName;
        }

        return policy.Networks.IsEmpty && (!name.Contains('.') || EndsIn(name, InternalSuffixes)) ? AddressRule.InternalName : null;
    }

    // Resolvers read 127.1, 0x7f.1 and 1.2.3.4.5 each in their own way. No top-level domain is a number.
    private static bool EndsInNumber(ReadOnlySpan<char> name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return last.IsEmpty
            || !last.ContainsAnyExceptInRange('0', '9')
            || (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && IsHexadecimal(last[2..]));
    }

    private static bool IsHexadecimal(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiHexDigit(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool EndsIn(ReadOnlySpan<char> name, string[] suffixes)
    {
        foreach (var suffix in suffixes)
        {
            if (name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && (name.Length == suffix.Length || name[^(suffix.Length + 1)] == '.'))
            {
                return true;
            }
        }

        return false;
    }
}
