using TicketExport.Http.Internal;

namespace TicketExport.Http;

/// <summary>Whether an address can be sent to and, if not, which rule it breaks. Holds neither path nor query.</summary>
/// <param name="Rule">The broken rule; <see langword="null"/> when the address can be used.</param>
/// <param name="Host">The host as it is asked for on the network, in ASCII (punycode); <see langword="null"/> where none could be read.</param>
public sealed record AddressVerdict(AddressRule? Rule, string? Host)
{
    /// <summary>Whether the address can be used.</summary>
    public bool IsSafe => Rule is null;

    /// <summary>The rule's stable id, such as <c>private_network</c>; <see langword="null"/> when the address can be used.</summary>
    public string? RuleId => Rule is { } rule ? AddressRuleText.IdOf(rule) : null;

    /// <summary>The broken rule as a clause, such as "it holds a fragment"; <see langword="null"/> when the address can be used.</summary>
    public string? Problem => Rule is { } rule ? AddressRuleText.ClauseOf(rule) : null;

    /// <summary>One sentence for people, with the rule and its id.</summary>
    public string Message => Rule is { } rule
        ? AddressRuleText.SentenceOf(rule)
        : $"The address can be used; its host is {Host}.";
}
