using Microsoft.Extensions.Logging;

namespace TicketExport.AspNetCore.Internal;

internal static partial class Log
{
    [LoggerMessage(EventId = 1160, Level = LogLevel.Error, Message = "{Operation} could not be carried out: the ledger cannot be reached. The caller was answered 503.")]
    public static partial void LedgerUnavailable(ILogger logger, Exception exception, TicketExportOperation operation);

    [LoggerMessage(EventId = 1161, Level = LogLevel.Information, Message = "{Operation} was denied: {Reason}. Nothing was read or sent.")]
    public static partial void Denied(ILogger logger, TicketExportOperation operation, string reason);

    [LoggerMessage(EventId = 1162, Level = LogLevel.Error, Message = "An inbound delivery could not be taken: the ledger cannot be reached. The sender was answered 503 and delivers again.")]
    public static partial void InboundUnavailable(ILogger logger, Exception exception);
}
