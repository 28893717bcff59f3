using TicketExport.Contract;

namespace TicketExport.AspNetCore;

/// <summary>Options of the endpoints: configuration section <c>TicketExport:Endpoints</c>. Read when they are mapped.</summary>
public sealed class TicketExportEndpointOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = $"{TicketExportOptions.SectionName}:{SubsectionName}";

    internal const string SubsectionName = "Endpoints";

    /// <summary>The routes of sources, and the source type that each stands for.</summary>
    /// <value>Default: <c>evidence-requests</c>, <c>report-issues</c> and <c>fix-tasks</c>.</value>
    public IDictionary<string, string> SourceRoutes { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["evidence-requests"] = SourceTypes.EvidenceRequest,
        ["report-issues"] = SourceTypes.ReportIssue,
        ["fix-tasks"] = SourceTypes.FixTask,
    };

    /// <summary>What stands between the prefix and every route but the inbound one.</summary>
    /// <value>Default: <c>orgs/{orgId}</c>. Empty for a host with one account for each caller.</value>
    public string AccountRoute { get; set; } = "orgs/{orgId}";

    /// <summary>The target of a request that names none by <c>?target=</c>.</summary>
    /// <value>Default: <see cref="TicketExportKeys.DefaultTargetId"/>.</value>
    public string DefaultTarget { get; set; } = TicketExportKeys.DefaultTargetId;

    /// <summary>How long a sender may take to send its delivery.</summary>
    /// <value>Default: 15 seconds. Range: 1 second to 5 minutes.</value>
    public TimeSpan InboundReadTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the answer to an <c>Idempotency-Key</c> is remembered in this process.</summary>
    /// <value>Default: 24 hours. Range: 1 minute to 7 days.</value>
    public TimeSpan RememberAnswers { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many answers are remembered at most; the oldest give way.</summary>
    /// <value>Default: 4,096. Range: 1 to 100,000.</value>
    public int MaxRememberedAnswers { get; set; } = 4_096;
}
