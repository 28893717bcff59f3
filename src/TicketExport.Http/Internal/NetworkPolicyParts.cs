using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TicketExport.Http.Internal;

// The words of a network policy, read one by one and written back in one order.
internal sealed class NetworkPolicyParts
{
    private const int MaxWords = 64;
    private const int WidestIPv4 = 8;
    private const int WidestIPv6 = 7;
    private const string PortPrefix = "port:";

    private static readonly char[] Separators = [',', ' ', '\t', '\r', '\n'];

    public bool Loopback { get; private set; }

    public bool Http { get; private set; }

    public ImmutableArray<IPNetwork>.Builder Networks { get; } = ImmutableArray.CreateBuilder<IPNetwork>();

    public SortedSet<int> Ports { get; } = [];

    // Gives the first problem, as a sentence.
    public string? Read(string? text)
    {
        var words = (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MaxWords)
        {
            return $"A network policy has at most {MaxWords} words. Write fewer, wider networks.";
        }

        foreach (var word in words)
        {
            if (ReadWord(word) is { } problem)
            {
                return problem;
            }
        }

        Networks.Sort(static (left, right) => string.CompareOrdinal(left.ToString(), right.ToString()));
        return null;
    }

    public override string ToString()
    {
        var words = new List<string>();
        if (Loopback)
        {
            words.Add("loopback");
        }

        words.AddRange(Networks.Select(static network => network.ToString()));
        if (Http)
        {
            words.Add("http");
        }

        words.AddRange(Ports.Select(static port => string.Create(CultureInfo.InvariantCulture, $"{PortPrefix}{port}")));
        return words.Count == 0 ? "public" : string.Join(", ", words);
    }

    private string? ReadWord(string word)
    {
        switch (word.ToLowerInvariant())
        {
            case "public":
                return null;
            case "loopback":
                Loopback = true;
                return null;
            case "http":
                Http = true;
                return null;
            case "private":
                foreach (var network in AddressTable.PrivateNetworks)
                {
                    Add(network);
                }

                return null;
            case var port when port.StartsWith(PortPrefix, StringComparison.Ordinal):
                return ReadPort(port.AsSpan(PortPrefix.Length));
            default:
                return ReadNetwork(word);
        }
    }

    private string? ReadPort(ReadOnlySpan<char> text)
    {
        if (!ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
        {
            return "A port of a network policy is port: and a number from 1 to 65535, such as port:8080.";
        }

        Ports.Add(port);
        return null;
    }

    private string? ReadNetwork(string word)
    {
        if (!TryReadNetwork(word, out var network))
        {
            return "A network policy takes the words public, loopback, private and http, networks such as 10.20.0.0/16, and ports such as port:8080.";
        }

        var isIPv4 = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork;
        if (network.PrefixLength < (isIPv4 ? WidestIPv4 : WidestIPv6))
        {
            return $"A network of a network policy is at most /{WidestIPv4} (IPv4) or /{WidestIPv6} (IPv6) wide. Write the one that the target is in.";
        }

        if (network.BaseAddress.IsIPv4MappedToIPv6 || AddressTable.IsNeverAllowed(network.BaseAddress))
        {
            return "A network of a network policy is one that no policy can allow, or IPv4 written as IPv6. Write the one that the target is in.";
        }

        Add(network);
        return null;
    }

    private static bool TryReadNetwork(string word, out IPNetwork network)
    {
        network = default;
        if (word.Contains('%', StringComparison.Ordinal))
        {
            return false;
        }

        if (word.Contains('/', StringComparison.Ordinal))
        {
            return IPNetwork.TryParse(word, out network) && network.ToString().Equals(word, StringComparison.OrdinalIgnoreCase);
        }

        if (!IPAddress.TryParse(word, out var address) || !address.ToString().Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        network = new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
        return true;
    }

    private void Add(IPNetwork network)
    {
        if (!Networks.Contains(network))
        {
            Networks.Add(network);
        }
    }
}
