using TicketExport.Contract;
using TicketExport.Core.Tests.Vectors;
using TicketExport.Identity;

namespace TicketExport.Core.Tests.Identity;

internal static class Sources
{
    public static AccountScope Account(string id = "42", string? projectId = null) => new() { Id = id, ProjectId = projectId };

    public static TicketSource Source(string type = "report_issue", string recordId = "1001", string fingerprint = "a1b2c3") => new()
    {
        Type = type,
        RecordId = recordId,
        Fingerprint = fingerprint,
        Title = "Missing security header",
        Severity = TicketSeverity.High,
        Category = "security",
        Status = "open",
    };

    public static TicketTarget Target(string id = "jira-main", LinkScope scope = LinkScope.PerSource, string provider = "jira") =>
        new() { Id = id, ProviderKey = provider, LinkScope = scope };

    public static DuplicateFingerprint Compute(FingerprintVector vector) => DuplicateFingerprint.Compute(
        Account(vector.AccountId, vector.ProjectId),
        Source(vector.SourceType, vector.RecordId, vector.SourceFingerprint));
}
