using System.Diagnostics;
using System.Text.Json.Serialization;

namespace TicketExport;

/// <summary>One target in configuration: <c>TicketExport:Targets:&lt;id&gt;</c>.</summary>
public sealed class TicketTargetOptions
{
    /// <summary>The provider's key, such as <c>webhook</c>.</summary>
    /// <value>Required.</value>
    public string? Provider { get; set; }

    /// <summary>The account that may use the target.</summary>
    /// <value>Default: <see langword="null"/>, every account.</value>
    public string? Account { get; set; }

    /// <summary>The one project of the account that may use the target.</summary>
    /// <value>Default: <see langword="null"/>, every project.</value>
    public string? Project { get; set; }

    /// <summary>The tracker's own address, where the provider needs one.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? BaseUrl { get; set; }

    /// <summary>How many live tickets one source may have because of this target.</summary>
    /// <value>Default: <see cref="LinkScope.PerSource"/>.</value>
    public LinkScope LinkScope { get; set; } = LinkScope.PerSource;

    /// <summary>What becomes of a request for a source that already has a ticket at this target.</summary>
    /// <value>Default: <see cref="DuplicatePolicy.Block"/>.</value>
    public DuplicatePolicy OnDuplicate { get; set; } = DuplicatePolicy.Block;

    /// <summary>What becomes of such a request when the ticket is closed.</summary>
    /// <value>Default: <see cref="ClosedTicketPolicy.Block"/>.</value>
    public ClosedTicketPolicy OnClosedTicket { get; set; } = ClosedTicketPolicy.Block;

    /// <summary>
    /// How many exports the worker and bulk calls start in a minute at most, counted in this process for each account that uses
    /// the target.
    /// </summary>
    /// <value>Default: <see langword="null"/>, as fast as they can. Range: 1 to 60,000.</value>
    public int? MaxPerMinute { get; set; }

    /// <summary>Whether links to evidence may be sent there; a document that has some is refused otherwise.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool AcceptsEvidence { get; set; } = true;

    /// <summary>
    /// Whether you vouch that the destination is the account's own. Nothing is sent before this is set, or confirmed at run time
    /// by <see cref="Targets.ITicketTargets.ConfirmOwnershipAsync"/>.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool OwnershipConfirmed { get; set; }

    /// <summary>Fields that this target demands beside those of its provider, such as <c>board</c> or <c>assignee</c>.</summary>
    /// <value>Default: empty.</value>
    public IList<string> RequiredFields { get; } = [];

    /// <summary>
    /// Whether an export of unknown outcome is created again when a look-up finds nothing after the settle window. <b>Gives up "at
    /// most one ticket"</b>: a ticket that the tracker shows later than its sheet says becomes the first of two. Without it such an
    /// export waits for a person. Of no use where the tracker has no look-up.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool RecreateWhenAbsent { get; set; }

    /// <summary>
    /// The last segment of the route that the target's webhooks come in on, where it should not be the target's id. 1 to 128 letters, digits
    /// and <c>-_.~</c>, compared without case; no two targets have the same.
    /// </summary>
    /// <value>Default: <see langword="null"/>, the target's id.</value>
    public string? InboundKey { get; set; }

    /// <summary>Settings that the provider names.</summary>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Secrets that the provider names, for hosts without a vault; see <see cref="ITicketCredentialSource"/>.</summary>
    /// <remarks>Left out where these options are written as JSON, and not shown by a debugger.</remarks>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [JsonIgnore]
    public IDictionary<string, string> Credentials { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What flat keys such as <c>TICKET_PROVIDER</c> made of the target; <see langword="null"/> for any other.</summary>
    internal Configuration.KeyedOrigin? Keyed { get; set; }

    /// <summary>Sets a setting in code; what is <see langword="null"/> is left to configuration.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="value">The value.</param>
    public void SetSetting(string name, string? value) => Set(Settings, name, value);

    /// <summary>Sets a secret in code; what is <see langword="null"/> is left to configuration.</summary>
    /// <param name="name">The secret's name.</param>
    /// <param name="value">The secret.</param>
    public void SetCredential(string name, string? value) => Set(Credentials, name, value);

    private static void Set(IDictionary<string, string> values, string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is not null)
        {
            values[name] = value;
        }
    }
}
