namespace TicketExport.Ledger;

/// <summary>What a claim to change a linked ticket came to: a closed set.</summary>
public abstract record TicketChangeResult
{
    private TicketChangeResult()
    {
    }

    /// <summary>The ticket is this caller's to change.</summary>
    /// <param name="Claim">The claim.</param>
    public sealed record ToChange(TicketChangeClaim Claim) : TicketChangeResult;

    /// <summary>Another caller is changing the ticket, or its change may still reach the tracker.</summary>
    /// <param name="Until">When that is over at the latest.</param>
    public sealed record Held(DateTimeOffset Until) : TicketChangeResult;

    /// <summary>A newer document than the caller's was asked for already.</summary>
    public sealed record Overtaken : TicketChangeResult;

    /// <summary>The account has no such export, or it has no ticket.</summary>
    public sealed record NotLinked : TicketChangeResult;
}
