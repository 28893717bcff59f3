using TicketExport.Contract;
using TicketExport.Samples.Quickstart.Sarif;

namespace TicketExport.Quickstart.Tests.Sarif;

public sealed class SarifSeverityTests
{
    [Theory]
    [InlineData(SarifLevel.Note, 10.0, TicketSeverity.Critical, TicketPriority.Urgent)]
    [InlineData(SarifLevel.Note, 9.0, TicketSeverity.Critical, TicketPriority.Urgent)]
    [InlineData(SarifLevel.Note, 8.9, TicketSeverity.High, TicketPriority.High)]
    [InlineData(SarifLevel.Note, 7.0, TicketSeverity.High, TicketPriority.High)]
    [InlineData(SarifLevel.Note, 4.0, TicketSeverity.Medium, TicketPriority.Medium)]
    [InlineData(SarifLevel.Error, 0.1, TicketSeverity.Low, TicketPriority.Low)]
    [InlineData(SarifLevel.Error, 0.0, TicketSeverity.Info, TicketPriority.None)]
    [InlineData(SarifLevel.Error, null, TicketSeverity.High, TicketPriority.High)]
    [InlineData(SarifLevel.Warning, null, TicketSeverity.Medium, TicketPriority.Medium)]
    [InlineData(SarifLevel.Note, null, TicketSeverity.Low, TicketPriority.Low)]
    [InlineData(SarifLevel.None, null, TicketSeverity.Info, TicketPriority.None)]
    public void Severity_and_priority_follow_the_table(SarifLevel level, double? score, TicketSeverity severity, TicketPriority priority)
    {
        var finding = SarifText.ReadResult("""{"message":{"text":"m"}}""") with { Level = level, SecuritySeverity = score };

        Assert.Equal(severity, SarifSeverity.Of(finding));
        Assert.Equal(priority, SarifSeverity.Priority(severity));
    }
}
