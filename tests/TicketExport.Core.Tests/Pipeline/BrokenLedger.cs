using Moq;
using TicketExport.Ledger;

namespace TicketExport.Core.Tests.Pipeline;

internal static class BrokenLedger
{
    public static IExportLedger AtClaim()
    {
        var ledger = new Mock<IExportLedger>(MockBehavior.Strict);
        ledger.Setup(static l => l.FindGuardAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((GuardRecord?)null);
        ledger.Setup(static l => l.ClaimAsync(It.IsAny<ClaimRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TicketExportException("The ledger is down."));
        return ledger.Object;
    }
}
