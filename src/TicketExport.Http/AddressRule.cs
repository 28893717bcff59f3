namespace TicketExport.Http;

/// <summary>The rules that an address has to keep before anything is sent to it.</summary>
/// <remarks>The ids, and what each refuses, are on the page <c>docs/concepts/network.md</c>.</remarks>
public enum AddressRule
{
    /// <summary>Never given.</summary>
    Unknown = 0,

    /// <summary>There is no address.</summary>
    Missing = 1,

    /// <summary>The address holds spaces, control characters or backslashes.</summary>
    Characters = 2,

    /// <summary>The address is longer than 2048 characters.</summary>
    TooLong = 3,

    /// <summary>The address is not absolute.</summary>
    NotAbsolute = 4,

    /// <summary>The address holds a user name or password, or an empty place for them.</summary>
    UserName = 5,

    /// <summary>The address holds a fragment.</summary>
    Fragment = 6,

    /// <summary>The scheme is neither <c>https</c> nor, where the policy allows it, <c>http</c>.</summary>
    Scheme = 7,

    /// <summary>The port belongs to another protocol, or is below 1024 and not the scheme's own.</summary>
    Port = 8,

    /// <summary>The host is no plain name: an address in disguise, a zone, characters that vanish, a last label that is a number.</summary>
    HostSpelling = 9,

    /// <summary>The host's name is one for this machine, such as <c>localhost</c>.</summary>
    LocalName = 10,

    /// <summary>The host's name is one of private networks, such as <c>build</c> or <c>tracker.internal</c>.</summary>
    InternalName = 11,

    /// <summary>The host hands out a cloud machine's credentials. No policy allows it.</summary>
    Metadata = 12,

    /// <summary>The host is this machine.</summary>
    Loopback = 13,

    /// <summary>The host lies in a private network.</summary>
    PrivateNetwork = 14,

    /// <summary>The host lies in the range that carriers and overlay networks share.</summary>
    SharedNetwork = 15,

    /// <summary>The host is link-local. No policy allows it.</summary>
    LinkLocal = 16,

    /// <summary>The host is no address at all, such as <c>0.0.0.0</c>. No policy allows it.</summary>
    Unspecified = 17,

    /// <summary>The host is a group of machines: multicast or broadcast. No policy allows it.</summary>
    Multicast = 18,

    /// <summary>The host is an IPv6 address that wraps an IPv4 one: NAT64, 6to4, Teredo, compatible.</summary>
    Translation = 19,

    /// <summary>The host lies in a range for examples in documents.</summary>
    Documentation = 20,

    /// <summary>The host lies in a range that the registries keep for something else than public hosts.</summary>
    Reserved = 21,

    /// <summary>The host's name leads to at least one address that the policy does not allow.</summary>
    ResolvedAddress = 22,

    /// <summary>The host's name leads nowhere just now. Not unsafe; a later look may find it.</summary>
    NotResolved = 23,
}
