using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using TicketExport.Http.Internal;

namespace TicketExport.Http;

/// <summary>Where a target's address may lie beyond public hosts. Chosen for each target, never for all.</summary>
/// <remarks>
/// <para>Written as a setting it is a list of words, parted by commas or spaces: <c>public</c>, <c>loopback</c>, <c>private</c>,
/// networks and single addresses such as <c>10.20.0.0/16</c> or <c>fd00:1::7</c>, <c>http</c> and <c>port:8080</c>. Each word adds to
/// what is allowed; <c>public</c> adds nothing.</para>
/// <para>Metadata services of clouds, link-local, multicast and unspecified addresses are refused whatever is written.</para>
/// <para>Immutable. Two policies that allow the same are equal. Connections are shared between equal policies only.</para>
/// </remarks>
public sealed class NetworkPolicy : IEquatable<NetworkPolicy>
{
    private readonly string _text;

    internal NetworkPolicy(NetworkPolicyParts parts)
    {
        AllowsLoopback = parts.Loopback;
        AllowsHttp = parts.Http;
        Networks = parts.Networks.ToImmutable();
        Ports = [.. parts.Ports];
        _text = parts.ToString();
    }

    /// <summary><c>https</c> to public hosts: the default.</summary>
    public static NetworkPolicy Public { get; } = Parse("public");

    /// <summary>As <see cref="Public"/>, and also <c>http</c> or <c>https</c> to a loopback address such as <c>127.0.0.1</c>.</summary>
    public static NetworkPolicy Loopback { get; } = Parse("loopback");

    /// <summary>
    /// As <see cref="Public"/>, and also <c>https</c> to <c>10.0.0.0/8</c>, <c>172.16.0.0/12</c>, <c>192.168.0.0/16</c> and <c>fc00::/7</c>. Prefer
    /// the one network that the target is in.
    /// </summary>
    public static NetworkPolicy Private { get; } = Parse("private");

    /// <summary>Whether loopback addresses are allowed, with <c>http</c> too.</summary>
    public bool AllowsLoopback { get; }

    /// <summary>Whether <c>http</c> is allowed to addresses that <see cref="Networks"/> allows. Never to public ones.</summary>
    public bool AllowsHttp { get; }

    /// <summary>The networks that are allowed although they are not public.</summary>
    public ImmutableArray<IPNetwork> Networks { get; }

    /// <summary>Ports that are allowed although the rule for ports refuses them.</summary>
    public ImmutableArray<int> Ports { get; }

    internal static HttpRequestOptionsKey<NetworkPolicy> RequestOption { get; } = new("TicketExport.NetworkPolicy");

    /// <summary>Reads a policy from a setting.</summary>
    /// <param name="text">The words; empty for <see cref="Public"/>.</param>
    /// <exception cref="FormatException">A word cannot be read; the message says which and how to write it.</exception>
    public static NetworkPolicy Parse(string? text) =>
        TryParse(text, out var policy, out var problem) ? policy : throw new FormatException(problem);

    /// <summary>Reads a policy from a setting, without an exception.</summary>
    /// <param name="text">The words; empty for <see cref="Public"/>.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="problem">One sentence about the word that cannot be read and how to write it.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NetworkPolicy? policy, [NotNullWhen(false)] out string? problem)
    {
        var parts = new NetworkPolicyParts();
        problem = parts.Read(text);
        policy = problem is null ? new NetworkPolicy(parts) : null;
        return policy is not null;
    }

    /// <summary>Gives a request this policy. A request without one goes to public hosts only.</summary>
    /// <param name="request">A request for a client of <c>AddTicketHttpClient</c>.</param>
    public void ApplyTo(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Options.Set(RequestOption, this);
    }

    /// <inheritdoc/>
    public bool Equals(NetworkPolicy? other) => other is not null && _text.Equals(other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NetworkPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The policy as a setting; reading it gives an equal policy.</summary>
    public override string ToString() => _text;

    internal static NetworkPolicy Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(RequestOption, out var policy) ? policy : Public;
}
