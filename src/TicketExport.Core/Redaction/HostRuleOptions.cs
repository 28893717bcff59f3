namespace TicketExport.Redaction;

/// <summary>A rule of the host: <c>TicketExport:Redaction:HostRules:&lt;id&gt;</c>.</summary>
public sealed class HostRuleOptions
{
    /// <summary>
    /// The pattern, as a .NET regular expression without look-around, back-references and atomic groups: it runs without backtracking.
    /// </summary>
    /// <value>Required. At most 1,000 characters; must not match the empty text.</value>
    public string? Pattern { get; set; }

    /// <summary>What the rule catches, in a few words.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? Description { get; set; }

    /// <summary>Whether upper and lower case are the same, by invariant rules.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IgnoreCase { get; set; }
}
