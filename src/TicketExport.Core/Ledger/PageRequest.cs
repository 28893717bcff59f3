namespace TicketExport.Ledger;

/// <summary>Which page of a list.</summary>
public sealed record PageRequest
{
    /// <summary>The most rows that one page holds.</summary>
    public const int MaxSize = 500;

    /// <summary>The most rows to answer.</summary>
    /// <value>1 to 500; default: 50.</value>
    public int Size { get; init; } = 50;

    /// <summary>The cursor of the page before; <see langword="null"/> for the first page.</summary>
    public string? Cursor { get; init; }
}
