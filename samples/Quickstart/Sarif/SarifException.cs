namespace TicketExport.Samples.Quickstart.Sarif;

/// <summary>A SARIF file cannot be used. The message names the file, the place and the fix, and is meant for the user.</summary>
public sealed class SarifException : Exception
{
    /// <summary>Creates the exception.</summary>
    public SarifException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public SarifException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
