using System.ComponentModel;
using TicketExport.Redaction;

namespace TicketExport;

/// <summary>Options of the exporter: configuration section <c>TicketExport</c>.</summary>
public sealed class TicketExportOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "TicketExport";

    private readonly HashSet<string> _sections = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The targets by id. Ids are compared without case.</summary>
    public IDictionary<string, TicketTargetOptions> Targets { get; } =
        new Dictionary<string, TicketTargetOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Settings shared by all targets of a provider, by the provider's key; a key that is an alias is for targets that use it.</summary>
    public IDictionary<string, ProviderDefaultsOptions> ProviderDefaults { get; } =
        new Dictionary<string, ProviderDefaultsOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How the host is run.</summary>
    /// <value>Default: <see cref="DeploymentMode.Cloud"/>.</value>
    public DeploymentMode DeploymentMode { get; set; } = DeploymentMode.Cloud;

    /// <summary>Whether targets of a mock provider can be used where the host environment is Production.</summary>
    /// <value>Default: <see langword="false"/>: there, tickets that are not real are refused.</value>
    public bool AllowMock { get; set; }

    /// <summary>Where the host's own pages lie.</summary>
    public HostLinkOptions Links { get; } = new();

    /// <summary>How long a worker holds an export. After a crash the export is taken up again when this has passed.</summary>
    /// <value>Default: 45 seconds. Range: 5 seconds to 1 hour.</value>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>The back-off before the first retry; doubles with each further one, and the actual wait is drawn below it.</summary>
    /// <value>Default: 15 seconds. Range: 1 second to 1 hour.</value>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest wait before a retry, also for a tracker that asks for more.</summary>
    /// <value>Default: 24 hours. Range: <see cref="RetryBaseDelay"/> to 7 days.</value>
    public TimeSpan RetryMaxDelay { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How old the last read of a ticket's status may be before it is shown as stale.</summary>
    /// <value>Default: 15 minutes. Range: 1 minute to 7 days.</value>
    public TimeSpan StatusFreshness { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many attempts of an export may prove to have created nothing before it fails for good; rate limits are not counted.</summary>
    /// <value>Default: 12. Range: 1 to 100.</value>
    public int MaxAttempts { get; set; } = 12;

    /// <summary>How long after its approval an export is retried; the first attempt that fails later is the last one.</summary>
    /// <value>Default: <see langword="null"/>, <see cref="MaxAttempts"/> alone decides. Range: 1 minute to 365 days.</value>
    public TimeSpan? MaxRetryAge { get; set; }

    /// <summary>How many rate limits of one export make a file eligible in its place. The export is retried all the same.</summary>
    /// <value>Default: 5. Range: 1 to 1,000.</value>
    public int FallbackAfterRateLimits { get; set; } = 5;

    /// <summary>How long a planned wait makes a file eligible in the export's place. The export is retried all the same.</summary>
    /// <value>Default: 4 hours. Range: 1 minute to 7 days.</value>
    public TimeSpan FallbackAfterWait { get; set; } = TimeSpan.FromHours(4);

    /// <summary>
    /// How long exports to a target may do nothing but fail before the target is disabled: until a person enables it, nothing is sent there.
    /// Counted from the first failure after the last success. What a tracker says about a document is no such failure, and neither is a rate limit.
    /// </summary>
    /// <value>Default: <see langword="null"/>, never. Range: 1 hour to 365 days.</value>
    public TimeSpan? DisableTargetAfter { get; set; }

    /// <summary>
    /// When the ledger was restored from a backup. From then on each create is preceded by a look-up, so that what was exported after
    /// the backup is found again and not created twice. Take it away when everything of the lost time was asked for again.
    /// </summary>
    /// <remarks>
    /// Costs one request per create, and a wait of the tracker's settle window once. At a tracker without a look-up every export ends as
    /// <c>delivery_unknown</c> meanwhile, and a person confirms. Stop all nodes before a backup is restored.
    /// </remarks>
    /// <value>Default: <see langword="null"/>, the ledger has lost nothing.</value>
    public DateTimeOffset? LedgerRestoredAt { get; set; }

    /// <summary>Whether the host may only start with a ledger that survives the end of its process.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool RequireDurableLedger { get; set; }

    /// <summary>What must not leave the host, and what becomes of a document that holds it.</summary>
    public RedactionOptions Redaction { get; } = new();

    /// <summary>Names a sub-section that another package reads, so that its keys are not refused as misspelt.</summary>
    /// <param name="name">The key below <see cref="SectionName"/>, such as <c>Sqlite</c>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AllowSection(string name) => _sections.Add(name);

    internal bool AllowsSection(string name) => _sections.Contains(name);

    /// <summary>Whether secrets come from <see cref="TicketTargetOptions.Credentials"/>; a vault's secrets cannot be checked at start.</summary>
    internal bool CredentialsFromConfiguration { get; set; } = true;
}
