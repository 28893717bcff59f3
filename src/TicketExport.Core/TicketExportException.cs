namespace TicketExport;

/// <summary>Something of ours is broken or unreachable: the ledger, its schema, a stored record.</summary>
/// <remarks>Never thrown for an answer of a tracker. The message names the thing and the fix.</remarks>
public sealed class TicketExportException : Exception
{
    /// <summary>Creates the exception.</summary>
    public TicketExportException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public TicketExportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The stable code of <see cref="ExportCodes"/>, where one applies.</summary>
    public string? Code { get; init; }
}
