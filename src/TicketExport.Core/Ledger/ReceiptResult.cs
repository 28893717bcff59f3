namespace TicketExport.Ledger;

/// <summary>Whether a delivery is known.</summary>
public enum ReceiptResult
{
    /// <summary>Never answered.</summary>
    Unknown = 0,

    /// <summary>The delivery is new and is remembered now.</summary>
    New = 1,

    /// <summary>The same delivery was received before.</summary>
    Duplicate = 2,

    /// <summary>The id was received before with another body: a mistake or an attack.</summary>
    DifferentBody = 3,
}
