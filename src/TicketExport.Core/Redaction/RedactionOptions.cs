namespace TicketExport.Redaction;

/// <summary>Options of the redaction gate: configuration section <c>TicketExport:Redaction</c>.</summary>
public sealed class RedactionOptions
{
    /// <summary>What becomes of a document in which a rule found something.</summary>
    /// <value>Default: <see cref="RedactionMode.Block"/>.</value>
    public RedactionMode Mode { get; set; } = RedactionMode.Block;

    /// <summary>Ids of optional rules to turn on, such as <see cref="RedactionRules.EmailAddress"/>.</summary>
    /// <value>Default: empty.</value>
    public IList<string> EnabledRules { get; } = [];

    /// <summary>Ids of rules to turn off, each with the reason for it.</summary>
    /// <value>Default: empty.</value>
    public IDictionary<string, string> DisabledRules { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Rules of the host by id. An id has lower-case letters, digits and <c>_</c>, and is not one of <see cref="RedactionRules"/>.</summary>
    /// <value>Default: empty.</value>
    public IDictionary<string, HostRuleOptions> HostRules { get; } = new Dictionary<string, HostRuleOptions>(StringComparer.Ordinal);
}
