using TicketExport.Contract;

namespace TicketExport.Samples.Quickstart.Sarif;

/// <summary>How severity and priority of a ticket follow from a result.</summary>
/// <remarks>
/// <c>security-severity</c> goes first, cut where GitHub cuts it: 9.0 critical, 7.0 high, 4.0 medium, above 0 low. Without it
/// <c>error</c> is high, <c>warning</c> medium, <c>note</c> low, <c>none</c> info. Priority follows severity.
/// </remarks>
public static class SarifSeverity
{
    /// <summary>The severity of a finding.</summary>
    public static TicketSeverity Of(SarifFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.SecuritySeverity switch
        {
            >= 9.0 => TicketSeverity.Critical,
            >= 7.0 => TicketSeverity.High,
            >= 4.0 => TicketSeverity.Medium,
            > 0.0 => TicketSeverity.Low,
            { } => TicketSeverity.Info,
            null => Of(finding.Level),
        };
    }

    /// <summary>The priority that a severity asks for.</summary>
    public static TicketPriority Priority(TicketSeverity severity) => severity switch
    {
        TicketSeverity.Critical => TicketPriority.Urgent,
        TicketSeverity.High => TicketPriority.High,
        TicketSeverity.Medium => TicketPriority.Medium,
        TicketSeverity.Low => TicketPriority.Low,
        _ => TicketPriority.None,
    };

    private static TicketSeverity Of(SarifLevel level) => level switch
    {
        SarifLevel.Error => TicketSeverity.High,
        SarifLevel.Note => TicketSeverity.Low,
        SarifLevel.None => TicketSeverity.Info,
        _ => TicketSeverity.Medium,
    };
}
