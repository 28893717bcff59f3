namespace TicketExport.Ledger;

/// <summary>One page of stored documents to look at, in the order of accounts and exports.</summary>
public sealed record DocumentRemoval
{
    /// <summary>Documents stay of exports that changed at this time or later.</summary>
    public required DateTimeOffset Before { get; init; }

    /// <summary>Where the page begins; <see langword="null"/> for the first one.</summary>
    public DocumentPlace? After { get; init; }

    /// <summary>How many documents are looked at.</summary>
    /// <value>1 to 500; default: 500.</value>
    public int Size { get; init; } = PageRequest.MaxSize;
}
