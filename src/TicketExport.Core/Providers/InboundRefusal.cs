namespace TicketExport.Providers;

/// <summary>Why a delivery is not believed.</summary>
public enum InboundRefusal
{
    /// <summary>Never given.</summary>
    Unknown = 0,

    /// <summary>The target has no secret to verify with; such a target takes no deliveries.</summary>
    NoSecret = 1,

    /// <summary>The delivery carries no signature.</summary>
    SignatureMissing = 2,

    /// <summary>The signature does not fit the bytes.</summary>
    SignatureInvalid = 3,

    /// <summary>The signature fits, and was made too long ago or in the future.</summary>
    Expired = 4,
}
