using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace TicketExport.Http;

/// <summary>Where an API is, as whom it is used, and which networks may be reached: what all requests of one attempt share.</summary>
/// <remarks>
/// Bound to one origin: its headers go to no other scheme, host or port. Holds secrets, so it lives as long as an attempt and
/// <see cref="ToString"/> shows the origin alone. Immutable; safe on any thread.
/// </remarks>
public sealed class TicketHttpAccess
{
    private readonly ImmutableArray<KeyValuePair<string, string>> _headers;

    /// <summary>Starts an access without credentials.</summary>
    /// <param name="root">The root that paths are relative to, such as <c>https://api.example.test/v2</c>; a slash at its end changes nothing.</param>
    /// <param name="network">The target's policy; <see langword="null"/> for public hosts only.</param>
    /// <exception cref="ArgumentException">The root is not absolute, or has a query or a fragment.</exception>
    public TicketHttpAccess(Uri root, NetworkPolicy? network = null)
        : this(WithSlash(root), network ?? NetworkPolicy.Public, [])
    {
    }

    private TicketHttpAccess(Uri root, NetworkPolicy network, ImmutableArray<KeyValuePair<string, string>> headers) =>
        (Root, Network, _headers) = (root, network, headers);

    /// <summary>The root, with a slash at its end.</summary>
    public Uri Root { get; }

    /// <summary>The networks that may be reached.</summary>
    public NetworkPolicy Network { get; }

    /// <summary>Adds a header to all requests; a name that is there is replaced.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The value; visible ASCII, or the exchange refuses to send it.</param>
    public TicketHttpAccess WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        return new(
            Root,
            Network,
            [.. _headers.Where(header => !header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)), new(name, value)]);
    }

    /// <summary>Adds <c>Authorization: Bearer</c>.</summary>
    /// <param name="token">The token.</param>
    public TicketHttpAccess WithBearer(string token) => WithHeader("Authorization", $"Bearer {token}");

    /// <summary>Adds <c>Authorization: Basic</c> (RFC 7617, UTF-8).</summary>
    /// <param name="user">The user's name; without a colon.</param>
    /// <param name="password">The password or token.</param>
    /// <exception cref="ArgumentException">The name holds a colon, which would become part of the password.</exception>
    public TicketHttpAccess WithBasic(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Contains(':', StringComparison.Ordinal)
            ? throw new ArgumentException("A user name for Basic holds no colon.", nameof(user))
            : WithHeader("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}");
    }

    /// <summary>Whether an address has this access's scheme, host and port, so that its headers may go there.</summary>
    /// <param name="address">The address, such as that of a further page.</param>
    public bool IsHome(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsAbsoluteUri
            && address.UserInfo.Length == 0
            && Uri.Compare(address, Root, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
    }

    /// <summary>The origin; never a header.</summary>
    public override string ToString() => Root.GetLeftPart(UriPartial.Authority);

    /// <summary>What tells this access's answers from those of every other address and every other credential; holds neither of them.</summary>
    internal string AnswerKeyOf(Uri address)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, address.AbsoluteUri);
        foreach (var (name, value) in _headers.OrderBy(static header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            Append(hash, name.ToUpperInvariant());
            Append(hash, value);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    internal Uri AddressOf(TicketHttpPath path) => new(Root, path.ToString());

    internal void ApplyTo(HttpRequestMessage request)
    {
        Network.ApplyTo(request);
        foreach (var (name, value) in _headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    // Lengths keep two lists of texts apart that read the same when joined.
    private static void Append(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        var bytes = Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static Uri WithSlash(Uri root)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (!root.IsAbsoluteUri || root.Query.Length > 0 || root.Fragment.Length > 0)
        {
            throw new ArgumentException("The root of an API is an absolute address without query and fragment.", nameof(root));
        }

        return root.AbsolutePath.EndsWith('/') ? root : new Uri(root.AbsoluteUri + "/");
    }
}
