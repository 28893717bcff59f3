namespace TicketExport.Http.Internal;

internal static class AddressRuleText
{
    public static string IdOf(AddressRule rule) => Of(rule).Id;

    public static string ClauseOf(AddressRule rule) => Of(rule).Clause;

    public static string SentenceOf(AddressRule rule) => $"The address cannot be used: {ClauseOf(rule)} (rule {IdOf(rule)}).";

    private static (string Id, string Clause) Of(AddressRule rule) => rule switch
    {
        AddressRule.Missing => ("missing", "there is none"),
        AddressRule.Characters => ("characters", "it holds spaces, control characters or backslashes"),
        AddressRule.TooLong => ("too_long", "it is longer than 2048 characters"),
        AddressRule.NotAbsolute => ("not_absolute", "it is not an absolute address"),
        AddressRule.UserName => ("user_name", "it holds a user name or password"),
        AddressRule.Fragment => ("fragment", "it holds a fragment"),
        AddressRule.Scheme => ("scheme", "its scheme is not https"),
        AddressRule.Port => ("port", "its port is not one for web servers"),
        AddressRule.HostSpelling => ("host_spelling", "its host is not written plainly"),
        AddressRule.LocalName => ("local_name", "its name stands for this machine"),
        AddressRule.InternalName => ("internal_name", "its name is one of private networks"),
        AddressRule.Metadata => ("metadata", "it leads to a cloud's metadata service, which no policy allows"),
        AddressRule.Loopback => ("loopback", "it leads to this machine"),
        AddressRule.PrivateNetwork => ("private_network", "it leads to a private network"),
        AddressRule.SharedNetwork => ("shared_network", "it leads to a network that carriers and overlays share"),
        AddressRule.LinkLocal => ("link_local", "it leads to a link-local address, which no policy allows"),
        AddressRule.Unspecified => ("unspecified", "it leads to no machine"),
        AddressRule.Multicast => ("multicast", "it leads to a group of machines"),
        AddressRule.Translation => ("translation", "it wraps an IPv4 address in an IPv6 one"),
        AddressRule.Documentation => ("documentation", "it leads to a range for examples"),
        AddressRule.Reserved => ("reserved", "it leads to a range that is not for public hosts"),
        AddressRule.ResolvedAddress => ("resolved_address", "its host's name leads to an address that the target's network policy does not allow"),
        AddressRule.NotResolved => ("not_resolved", "its host's name leads nowhere just now"),
        _ => ("unknown", "it breaks a rule that has no name"),
    };
}
