namespace TicketExport.Redaction;

/// <summary>One field in which a rule found something. Never holds the text that was found.</summary>
/// <param name="Path">The field's JSON path, such as <c>$.evidence_links[2].url</c>.</param>
/// <param name="RuleId">The id of the rule.</param>
/// <param name="CanMask">
/// Whether masking helps: <see langword="false"/> for identity fields, and where the field would break the contract after masking.
/// </param>
public sealed record RedactionFinding(string Path, string RuleId, bool CanMask);
