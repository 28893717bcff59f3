namespace TicketExport.AspNetCore.Internal;

/// <summary>What each operation needs. Pure.</summary>
internal static class OperationRules
{
    public static TicketExportAccessLevel PermissionOf(TicketExportOperation operation) => operation switch
    {
        TicketExportOperation.ReadTicket or TicketExportOperation.ReadComments or TicketExportOperation.AddComment or TicketExportOperation.Review
            or TicketExportOperation.ListExports or TicketExportOperation.ReadExport or TicketExportOperation.PreviewFile
            or TicketExportOperation.DownloadFile or TicketExportOperation.ReadReadiness => TicketExportAccessLevel.Read,
        _ => TicketExportAccessLevel.Configure,
    };

    /// <summary>Whether the operation takes a body; what comes to another one is left unread.</summary>
    public static bool TakesBody(TicketExportOperation operation) => operation
        is TicketExportOperation.CloseTicket or TicketExportOperation.AddComment or TicketExportOperation.Approve or TicketExportOperation.Retry
        or TicketExportOperation.ConfirmAbsent or TicketExportOperation.Relink or TicketExportOperation.CreateFile;
}
