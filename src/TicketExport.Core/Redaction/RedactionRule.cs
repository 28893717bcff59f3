namespace TicketExport.Redaction;

/// <summary>One kind of text that must not leave the host.</summary>
/// <param name="Id">The stable id, such as <c>github_token</c>.</param>
/// <param name="Description">What the rule catches, in a few words.</param>
/// <param name="Kind">What the rule protects.</param>
/// <param name="IsOptional">Whether the rule is off until <see cref="RedactionOptions.EnabledRules"/> names it.</param>
public sealed record RedactionRule(string Id, string Description, RedactionKind Kind, bool IsOptional);
