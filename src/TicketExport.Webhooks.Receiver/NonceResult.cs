namespace TicketExport.Webhooks.Receiver;

/// <summary>Whether a nonce is new.</summary>
public enum NonceResult
{
    /// <summary>Never answered.</summary>
    Unknown = 0,

    /// <summary>The nonce is new and is remembered now.</summary>
    Added = 1,

    /// <summary>The nonce was used before.</summary>
    Known = 2,

    /// <summary>The store cannot take another nonce without forgetting one that still counts. Nothing was remembered.</summary>
    Full = 3,
}
