namespace TicketExport.Http;

/// <summary>Why an HTTP exchange brought no answer.</summary>
public enum TicketHttpFailureCause
{
    /// <summary>None of the others.</summary>
    Unknown = 0,

    /// <summary>The host's name could not be resolved.</summary>
    NameResolution = 1,

    /// <summary>No connection could be opened.</summary>
    Connection = 2,

    /// <summary>No secure connection could be agreed on: certificate, host name or protocol.</summary>
    Tls = 3,

    /// <summary>The time allowed ran out, or the caller gave up.</summary>
    Timeout = 4,

    /// <summary>The connection broke after the request had begun to leave.</summary>
    Interrupted = 5,

    /// <summary>The answer broke the rules of HTTP or a limit on its headers.</summary>
    InvalidAnswer = 6,

    /// <summary>A header of ours holds something other than visible ASCII.</summary>
    HeaderRefused = 7,

    /// <summary>The address, or what its host's name leads to, breaks a rule of <see cref="AddressRule"/>.</summary>
    UnsafeAddress = 8,
}
